import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is printed comes whole, or is an error with exit code 2.
@Suite("The last metre: what cannot be printed is told")
struct PrintedWholeTests {
    let world: BinaryWorld

    init() throws {
        world = try BinaryWorld()
        try world.fill(notes: 30)
    }

    private static let all = " --since 2026-03-01 --until 2026-04-01"
    static let commands = [
        "totals --json" + all, "totals" + all, "scope" + all, "scope --json" + all, "timeline --json" + all,
        "search drill --json", "export -", "--help", "log --help", "--version", "--generate-completion-script bash",
        "sources", "doctor --json", "job show", "log 'one more' --json", "status --json",
    ]

    @Test(
        "A full disk and a closed stdout are errors",
        arguments: commands)
    func refused(command: String) throws {
        for (place, reason) in [("> /dev/full", "the disk is full"), (">&-", "stdout is closed")] {
            let end = try world.run("limelight \(command) \(place)")
            #expect(end.code == 2, "\(command) \(place)")
            #expect(
                end.complaint.contains("the answer could not be printed completely: \(reason)"), "\(command) \(place)")
            // One sentence, once.
            #expect(end.complaint.ranges(of: "could not be printed").count == 1)
        }
    }

    @Test("A closed stdout is no place in the ledger")
    func closed() throws {
        #expect(try world.run("limelight log 'not lost' >&-").code == 2)
        #expect(try world.run("limelight search 'not lost' <&- >&- 2>&-").code == 2)
        #expect(try world.run("limelight doctor | grep -q 'database: sound'").code == 0)
        #expect(try world.run("limelight search 'not lost'").code == 0)
    }

    @Test("A reader that goes away is quiet", arguments: ["export -", "search drill --json --limit 1000", "--help"])
    func readerGone(command: String) throws {
        try world.fill()
        let line = "{ limelight \(command); echo $? > code; } | head -c 10"
        #expect(try world.run(line) == BinaryWorld.End(code: 0, complaint: ""))
        #expect(world.text("code") == "0\n")
    }

    @Test(
        "stderr that cannot be written changes no exit code and ends nothing",
        arguments: [("search drill", 0), ("search nothing-like-it", 1), ("search", 2), ("show zzz", 2)])
    func stderr(command: String, code: Int32) throws {
        for place in ["2> /dev/full", "2>&-"] {
            #expect(try world.run("timeout 60 \"$LIMELIGHT\" \(command) > out \(place)").code == code, "\(place)")
        }
        #expect(try world.run("timeout 60 \"$LIMELIGHT\" \(command) > /dev/full 2> /dev/full").code == 2)
    }

    @Test("A pipe that does not block is waited for", arguments: ["export -", "search drill --json --limit 1000"])
    func slowReader(command: String) throws {
        try world.fill()
        #expect(try world.run("limelight \(command) > whole").code == 0)
        let wanted = try #require(world.text("whole"))
        #expect(wanted.utf8.count > 1 << 17)
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting.fileDescriptor
        #expect(fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK) == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec \"$LIMELIGHT\" \(command)"]
        process.environment = world.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe.fileHandleForWriting
        try process.run()
        try pipe.fileHandleForWriting.close()
        // Nothing is read until the pipe takes no more: one that gives up then has ended already.
        let reading = pipe.fileHandleForReading.fileDescriptor
        var waiting: Int32 = 0
        while process.isRunning, waiting < 1 << 15 {
            usleep(1_000)
            #expect(ioctl(reading, UInt(FIONREAD), &waiting) == 0)
        }
        let printed = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(String(decoding: printed, as: UTF8.self) == wanted)
    }
}
