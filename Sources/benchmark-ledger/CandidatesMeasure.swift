import LedgerModel
import LedgerOperations
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// What is suggested as results of each quarter of one person's history, one JSON line a candidate: the project, the
/// quarter, the rank and the commits. With `ALL` in the environment there is no limit of ten.
enum CandidatesMeasure {
    /// - Parameter arguments: The path of a new ledger, a repository, the name of the project in the lines, and the
    ///   addresses of whoever counts as me.
    static func run(_ arguments: [String], zone: Zone) async throws(LedgerError) {
        // After every history that is measured: a quarter is asked about when it has passed.
        let now = Instant(1_798_761_600)
        let world = World(now: { now }, machineZone: zone, zoneNamed: { ZoneDatabase.zone(named: $0) })
        let ledger = try Ledger(path: arguments[0], world: world)
        for address in arguments[3...] { _ = try ledger.importing.addMe(address) }
        _ = try await ledger.importing.importAll(.git, [arguments[1]], arena: .job) { _, _, _ in }
        let store = try LedgerStore(path: arguments[0])
        let isWithoutLimit = ThisProgram.variable("ALL") != nil
        for quarter in try quarters(of: store) {
            let made = try isWithoutLimit ? ledger.asking.allCandidates(quarter) : ledger.asking.candidates(quarter)
            try printLines(made, arguments[2], store)
        }
    }

    /// The quarters from the first to the last commit.
    private static func quarters(of store: LedgerStore) throws(LedgerError) -> [Period] {
        let all = try store.read {
            try $0.traces(in: Interval(Instant(0), .last), needs: .init(bodies: false, paths: false))
        }
        let days = all.map { CivilDay(number: $0.trace.at.seconds / 86_400) }
        guard var day = days.min()?.firstOfQuarter, let last = days.max() else { return [] }
        var quarters: [Period] = []
        while day <= last {
            quarters.append(Period(since: day, until: day.adding(months: 3)))
            day = day.adding(months: 3)
        }
        return quarters
    }

    private static func printLines(
        _ candidates: Candidates, _ project: String, _ store: LedgerStore
    ) throws(LedgerError) {
        let (year, month, _) = candidates.period.since.components
        for (place, candidate) in candidates.list.enumerated() {
            let commits = try store.read { try $0.traces(of: candidate.pieces) }.map(\.trace.externalID)
            let line: JSON = [
                "project": .string(project), "quarter": .string("\(year)Q\((month + 2) / 3)"),
                "rank": JSON(place + 1), "shas": .array(commits.map { .string($0) }),
            ]
            print(line.text(pretty: false))
        }
    }
}
