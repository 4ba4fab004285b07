import Foundation
import LedgerModel
import LedgerOperations
import Synchronization
import TestSupport
import Testing

@Suite("Import: a capture beside it", .serialized)
struct BesideImportTests {
    /// Weekly events of many years: `count` occurrences in all.
    static func large(_ count: Int) -> String {
        let series = (0..<count / 200).map { number in
            let minute = String(number % 60)
            return
                "UID:s\(number)\nSUMMARY:Series number \(number)\nDTSTART:20230102T09\(minute.count < 2 ? "0" : "")\(minute)00Z"
                + "\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=200\nDESCRIPTION:\(String(repeating: "words ", count: 40))"
        }
        return CutCalendarTests.calendar(series)
    }

    @Test("A note written while twenty thousand events are imported does not wait for them")
    func capture() async throws {
        let here = try OperationsWorld()
        let file = here.folder.write("large.ics", Self.large(20_000))
        let beside = try here.reopened()
        let notes = NoteWriter(beside)
        let began = ContinuousClock.now
        let report = try await here.ledger.importing.importAll(
            .calendar, [file], arena: nil, progress: OperationsWorld.silent)
        let took = ContinuousClock.now - began
        let waits = notes.stop().sorted()
        let longest = try #require(waits.last)
        print(
            "imported \(report.outcomes.map(\.count.added)) in \(took); \(waits.count) notes beside it, half within "
                + "\(waits[waits.count / 2]), all but one in twenty within \(waits[waits.count * 19 / 20]), longest \(longest)"
        )
        #expect(report.outcomes.map(\.count.added) == [20_000])
        #expect(waits.count > 10)
        // A tenth of a second is promised; builds beside the tests take their part.
        #expect(longest < .milliseconds(500))
    }
}

/// Writes a note every few milliseconds, on a thread of its own, and measures how long each took.
final class NoteWriter: Sendable {
    private struct State {
        var isOver = false
        var waits: [Duration] = []
    }

    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    init(_ ledger: Ledger) {
        Thread.detachNewThread { [self] in
            while !state.withLock({ $0.isOver }) {
                let began = ContinuousClock.now
                _ = try? ledger.capture.log(Capture.NoteRequest(text: "beside"))
                let took = ContinuousClock.now - began
                state.withLock { $0.waits.append(took) }
                usleep(15_000)
            }
            ended.signal()
        }
    }

    func stop() -> [Duration] {
        state.withLock { $0.isOver = true }
        ended.wait()
        return state.withLock { $0.waits }
    }
}
