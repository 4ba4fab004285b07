import LedgerModel
import TestSupport
import Testing

@testable import LocalServer

@Suite("Sources: the last reading does not hide as of when a calendar is true")
struct SourceAgeTests {
    private let times = TimeLabels(zones: ZoneHistory(FixedWorld.berlin))

    private func shown(_ kind: SourceKind, asOf: String?, read: String?) -> String {
        var state = CalendarState()
        state.asOf = asOf.map { FixedWorld.at($0, "23:30") }
        return Source(
            rowID: 1, id: PublicID(.source, "a"), kind: kind, locator: "dropped:Work", name: "Work", arena: nil,
            isPrivate: false, plansCount: false, state: state.text, lastImport: read.map { FixedWorld.at($0, "8:05") }
        ).lastRead(times)
    }

    @Test("The day is said beside the reading where it is another")
    func day() {
        #expect(
            shown(.calendar, asOf: "2026-11-21", read: "2027-01-20") == "20 January 2027, true as of 21 November 2026")
        #expect(shown(.calendar, asOf: "2026-11-21", read: "2026-11-21") == "21 November 2026")
        #expect(shown(.calendar, asOf: nil, read: "2026-11-21") == "21 November 2026")
        #expect(shown(.git, asOf: "2026-11-21", read: "2027-01-20") == "20 January 2027")
        #expect(shown(.calendar, asOf: nil, read: nil) == "–")
    }
}
