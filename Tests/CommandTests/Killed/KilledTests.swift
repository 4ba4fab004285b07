import Foundation
import LedgerModel
import TestSupport
import Testing

/// Ends the program by SIGKILL at moments drawn from a seed, which is printed.
///
/// `LIMELIGHT_KILLS` says how often (`scripts/kill.sh` ten thousand times), `LIMELIGHT_KILL_SEED` repeats a run.
@Suite("Ended by SIGKILL at any moment of capture and import")
struct KilledTests {
    static let environment = ProcessInfo.processInfo.environment
    static let kills = environment["LIMELIGHT_KILLS"].flatMap { Int($0) } ?? 80
    static let seed =
        environment["LIMELIGHT_KILL_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)

    @Test("Every acknowledged note is there, the ledger opens, the next import completes")
    func killed() throws {
        let binary = try #require(TranscriptTests.binary, "the limelight binary is built with the tests")
        let world = try KillWorld(binary: binary.path)
        var random = SeededGenerator(seed: Self.seed)
        print("SIGKILL: seed \(Self.seed), \(Self.kills) times, \(world)")
        var tally = KillTally()
        while tally.killed < Self.kills {
            let ledger = KilledLedger(world: world, name: "ledger-\(tally.ledgers).sqlite")
            // Also the making of the ledger is interrupted: each begins with none.
            let wanted = min(25, Self.kills - tally.killed)
            try ledger.kill(wanted, &random, &tally)
            let problems = try ledger.problems()
            #expect(problems == [], "seed \(Self.seed), ledger \(tally.ledgers)")
            guard problems.isEmpty else { return }
            ledger.erase()
            tally.ledgers += 1
        }
        print("SIGKILL: seed \(Self.seed), \(tally)")
    }

    @Test("A note that is gone, and an import that lacks a piece, would be noticed")
    func canFail() throws {
        let binary = try #require(TranscriptTests.binary)
        let world = try KillWorld(binary: binary.path, commits: 4, events: 3)
        let ledger = KilledLedger(world: world, name: "whole.sqlite")
        #expect(try ledger.problems() == [])
        ledger.acknowledged.append("was never written")
        #expect(try ledger.problems() == ["an acknowledged note is gone: was never written"])
        let other = try KillWorld(binary: binary.path, commits: 5, events: 3)
        ledger.acknowledged = []
        #expect(try !ledger.problems(comparedTo: other.reference).isEmpty)
    }
}

/// What a run of kills met.
struct KillTally: CustomStringConvertible {
    var killed = 0
    var byCommand: [String: Int] = [:]
    var ledgers = 0
    var acknowledged = 0
    /// Commands that were done before the signal came.
    var tooLate = 0

    var description: String {
        let commands = byCommand.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(killed) killed (\(commands)) on \(ledgers) ledgers; \(tooLate) were done before; "
            + "\(acknowledged) acknowledged notes, all there"
    }
}
