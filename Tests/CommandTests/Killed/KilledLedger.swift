import Foundation
import LedgerModel
import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One ledger whose commands are ended before they are done.
final class KilledLedger {
    let world: KillWorld
    let path: String
    /// The notes that the program said it had written.
    var acknowledged: [String] = []
    private var attempted = 0

    init(world: KillWorld, name: String) {
        self.world = world
        path = world.folder.file(name)
    }

    /// Starts commands and ends them until `wanted` were really ended by the signal, or both imports are through:
    /// what has nothing left to write is not worth killing.
    func kill(_ wanted: Int, _ random: inout SeededGenerator, _ tally: inout KillTally) throws {
        var killed = 0
        var commands: [KillCommand] = [.log, .log, .git, .calendar]
        while killed < wanted, commands.contains(where: { $0 != .log }) {
            let command = commands.randomElement(using: &random) ?? .log
            attempted += 1
            let note = "note \(attempted)."
            // Somewhat beyond the usual end of a note, so that many are killed around their acknowledgement.
            let longest = (world.lengths[command] ?? 0.1) * (command == .log ? 1.3 : 1)
            let delay = Double.random(in: 0...longest, using: &random)
            let process = world.start(path, command.arguments(note))
            try process.run()
            usleep(UInt32(delay * 1_000_000))
            _ = signal(process.processIdentifier)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal {
                killed += 1
                tally.killed += 1
                tally.byCommand[command.rawValue, default: 0] += 1
            } else {
                tally.tooLate += 1
                if command != .log { commands.removeAll { $0 == command } }
            }
            if command == .log, world.output.contains("Noted at") {
                acknowledged.append(note)
                tally.acknowledged += 1
            }
            // At other times the next command is the first to open what a killed one left.
            // A ledger that nothing has begun yet has no doctor.
            if Int.random(in: 0..<4, using: &random) == 0, FileManager.default.fileExists(atPath: path) {
                _ = try world.run(path, ["doctor"])
            }
        }
    }

    private func signal(_ pid: Int32) -> Int32 { sendSignal(pid, SIGKILL) }

    /// What is not as if nothing had happened, once both imports have been run again.
    func problems(comparedTo reference: LedgerContent? = nil) throws -> [String] {
        for command in [KillCommand.git, .calendar] { _ = try world.run(path, command.arguments("")) }
        _ = try world.run(path, ["doctor"])
        let content = try world.content(path)
        var problems: [String] = []
        let notes = Dictionary(content.notes.map { ($0, 1) }, uniquingKeysWith: +)
        for note in acknowledged where notes[note] == nil { problems.append("an acknowledged note is gone: \(note)") }
        for (note, count) in notes where count > 1 { problems.append("\(count) times: \(note)") }
        return problems + content.differences(from: reference ?? world.reference)
    }

    func erase() {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
}

private func sendSignal(_ pid: Int32, _ number: Int32) -> Int32 { kill(pid, number) }
