package import LedgerModel
import LedgerStore
import LocalFiles
import Questions

extension Reviewing {
    /// What the routine has to write by now; what an earlier day missed is made up for.
    package struct RoutineDue: Sendable {
        package var week: Period?
        package var quarter: Period?
    }

    /// `isWritten` says whether a file of that name is there. The week from its Friday on, a quarter once
    /// it has ended; neither when it holds nothing.
    package func routineDue(isWritten: (String) -> Bool) throws(LedgerError) -> RoutineDue {
        let today = try today()
        let week = ReviewWeek.due(on: today)
        let quarter = QuarterAnswer.around(today.firstOfQuarter - 1)
        let zones = try self.zones(myJob())
        func holdsSomething(_ period: Period) throws(LedgerError) -> Bool {
            let range = Interval(zones.start(of: period.since), min(now, zones.start(of: period.until)))
            return try !store.read { try $0.ids(SearchQuery(), range: range, limit: 1) }.isEmpty
        }
        var due = RoutineDue()
        if !isWritten(Self.fileName(week: week) + ".html"), try holdsSomething(week) { due.week = week }
        if !isWritten(Self.fileName(quarter: quarter) + ".html"), try holdsSomething(quarter) { due.quarter = quarter }
        return due
    }

    /// `week-of-2026-03-16`
    package static func fileName(week: Period) -> String { "week-of-\(week.since.iso)" }

    /// `quarter-2026-Q1`
    package static func fileName(quarter: Period) -> String { "quarter-\(QuarterAnswer.name(quarter))" }

    /// The folder for reviews, made when it is not there; only the person may look into it.
    package func reviewFolder(_ folder: String) throws(LedgerError) -> String {
        Folders.make(folder)
        guard Folders.isFolder(folder) else {
            throw LedgerError(
                .unwritable, "the folder for reviews cannot be made", location: folder,
                hint: "Check that you may write beside the ledger.")
        }
        return folder
    }
}
