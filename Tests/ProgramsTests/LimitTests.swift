import Foundation
import Programs
import Synchronization
import TestSupport
import Testing

/// Scripts of these tests would run for ten minutes if nothing ended them.
@Suite("Limits of a program")
struct LimitTests {
    private struct Stop: Error {}

    /// The numbers that a script printed before it was ended, and why it was.
    private func run(
        _ script: String, _ limits: ProgramLimits
    ) async throws -> (children: [Int32], error: (any Error)?) {
        let program = try await Program(named: "sh")
        var printed: [UInt8] = []
        do {
            _ = try await program.run(["-c", script], limits: limits) { chunk in
                if printed.count < 4096 { chunk.withUnsafeBytes { printed.append(contentsOf: $0) } }
            }
            return (Self.numbers(printed), nil)
        } catch {
            return (Self.numbers(printed), error)
        }
    }

    private static func numbers(_ bytes: [UInt8]) -> [Int32] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { Int32($0) }
    }

    /// Of what has ended nothing is left but a number that its parent has not read yet.
    private func isRunning(_ number: Int32) -> Bool {
        if kill(number, 0) != 0 { return false }
        guard let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8) else {
            return !FileManager.default.fileExists(atPath: "/proc/self")
        }
        return !status.contains("State:\tZ")
    }

    private func waitUntilGone(_ numbers: [Int32]) async throws {
        while numbers.contains(where: isRunning) { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("silence ends it, and its children")
    func silence() async throws {
        let (children, error) = try await run(
            "echo $$; sleep 600 & echo $!; wait", ProgramLimits(silence: .milliseconds(300)))
        #expect(error as? ProgramError == .wasSilent)
        #expect(children.count == 2)
        try await waitUntilGone(children)
    }

    @Test("who does not listen to TERM is ended all the same, and so are children that do not")
    func stubborn() async throws {
        let (alone, error) = try await run(
            "trap '' TERM; echo $$; while :; do sleep 600; done", ProgramLimits(silence: .milliseconds(300)))
        #expect(error as? ProgramError == .wasSilent && alone.count == 1)
        let (children, second) = try await run(
            "(trap '' TERM; while :; do sleep 600; done) & echo $!; exec sleep 600",
            ProgramLimits(silence: .milliseconds(300)))
        #expect(second as? ProgramError == .wasSilent && children.count == 1)
        try await waitUntilGone(alone + children)
    }

    @Test("who closes the output and stays has fallen silent, too")
    func closed() async throws {
        let (_, error) = try await run("exec >&- 2>&-; sleep 600", ProgramLimits(silence: .milliseconds(300)))
        #expect(error as? ProgramError == .wasSilent)
    }

    @Test("time ends it while it speaks")
    func time() async throws {
        let (_, error) = try await run(
            "while :; do echo x; sleep 0.02; done", ProgramLimits(time: .milliseconds(500), silence: .seconds(900)))
        #expect(error as? ProgramError == .tookTooLong)
    }

    @Test("so does output beyond its limit, on either side")
    func output() async throws {
        let (_, error) = try await run("yes", ProgramLimits(output: 100_000))
        #expect(error as? ProgramError == .printedTooMuch)
        let (_, complaint) = try await run("yes >&2", ProgramLimits())
        #expect(complaint as? ProgramError == .printedTooMuch)
    }

    @Test("who has heard enough ends it")
    func enough() async throws {
        let heard = Mutex(0)
        let end = try await Program(named: "sh").run(
            ["-c", "echo one >&2; exec sleep 600"], limits: ProgramLimits(),
            hear: { _ in
                heard.withLock { $0 += 1 }
                return false
            }, { _ in })
        #expect(!end.isSuccess)
        #expect(heard.withLock { $0 } == 1)
    }

    @Test("what its reader throws ends it")
    func thrown() async throws {
        let child = Mutex<[Int32]>([])
        await #expect(throws: Stop.self) {
            _ = try await Program(named: "sh").run(["-c", "echo $$; sleep 600"], limits: ProgramLimits()) { chunk in
                child.withLock { $0 += Self.numbers(chunk.withUnsafeBytes { Array($0) }) }
                throw Stop()
            }
        }
        try await waitUntilGone(child.withLock { $0 })
    }

    @Test("so does the end of the task that waits for it")
    func cancelled() async throws {
        let child = Child()
        let task = Task { try await child.sleep() }
        while child.number == nil { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        try await waitUntilGone([child.number ?? 0])
    }

    /// A shell that sleeps.
    private final class Child: Sendable {
        private let found = Mutex<Int32?>(nil)

        var number: Int32? { found.withLock { $0 } }

        func sleep() async throws {
            let program = try await Program(named: "sh")
            _ = try await program.run(["-c", "echo $$; sleep 600"], limits: ProgramLimits()) { chunk in
                let number = LimitTests.numbers(chunk.withUnsafeBytes { Array($0) }).first
                found.withLock { $0 = number }
            }
        }
    }
}
