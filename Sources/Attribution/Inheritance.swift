package import LedgerModel

/// Places work that neither hand nor rule placed beside the nearest work of the same project that they did.
///
/// The problem: a third of the work carries no ticket and matches no rule. To split such hours over all tickets of the
/// day would spread a guess over everything; to leave them out would hide work that plainly belongs to what was done an
/// hour before.
///
/// So open work of a project takes the responsibility of the nearest decided day: its own, else the days one before and
/// after, else two, else three. If the decided work of the nearest day (or of two equally near days) has more than one
/// responsibility, or is someone else's, it stays unknown. And where at least 80 % of a project's decided hours of the
/// quarter agree, nothing is inherited, because a rule would say the same and be the person's own word.
///
/// It looks at days and not at hours, so it needs only the sums of days: one sweep over the decided days of each project,
/// seven steps a day at most. Nothing of it is stored, so a correction changes its neighbours by being made.
///
/// Example: in *apollo*, Tuesday has two commits for *uptime* and one open; Wednesday has one for *billing* and none
/// open; Thursday has one open. Tuesday's inherits *uptime*. Thursday's nearest decided day is Wednesday: *billing*. If
/// Friday had one for *uptime*, Wednesday and Friday would be equally near and disagree: unknown.
package struct Inheritance: Sendable {
    /// How many days away decided work may be.
    package static let reach: Int64 = 3
    /// The share of a project's decided hours, in percent, from which they agree.
    package static let agreeing: Int64 = 80

    /// The decided work of a day in a project.
    fileprivate enum Decided { case one(String), several }

    private var days: [String: [CivilDay: Decided]] = [:]
    private var quarters: [String: [CivilDay: DecidedHours]] = [:]

    /// - Parameter cells: Cells by day, project, arena and responsibility, with what hand and rule say and no more.
    package init(_ cells: some Sequence<DayCell>) {
        var quarter: (of: CivilDay, first: CivilDay)?
        for cell in cells where !cell.project.isEmpty && cell.meaning.isJobOrUnknown {
            let key = cell.meaning.responsibility
            guard !key.isEmpty, !cell.meaning.isInherited, cell.pieces > 0 || cell.spent.high > 0 else { continue }
            if quarter?.of != cell.day { quarter = (cell.day, cell.day.firstOfQuarter) }
            let known = days[cell.project]?[cell.day]
            days[cell.project, default: [:]][cell.day] = known?.and(.one(key)) ?? .one(key)
            quarters[cell.project, default: [:]][quarter?.first ?? cell.day, default: DecidedHours()]
                .add(key, cell.spent.seconds)
        }
    }

    /// What open work inherits, by project and day.
    package func inherited(zones: ZoneHistory) -> Inherited {
        var result: [String: [CivilDay: Inherited.Entry]] = [:]
        for (project, decided) in days {
            let agreed = Set((quarters[project] ?? [:]).filter { $0.value.agreement != nil }.keys)
            var found: [CivilDay: Inherited.Entry] = [:]
            for day in Set(decided.keys.flatMap { day in (-Self.reach...Self.reach).map { day + $0 } }) {
                guard !agreed.contains(day.firstOfQuarter) else { continue }
                found[day] = Self.nearest(day, decided)
            }
            result[project] = found
        }
        return Inherited(result, zones: zones)
    }

    private static func nearest(_ day: CivilDay, _ decided: [CivilDay: Decided]) -> Inherited.Entry? {
        for distance in 0...reach {
            let (before, after) = (decided[day - distance], distance > 0 ? decided[day + distance] : nil)
            guard let all = before.map({ day in after.map(day.and) ?? day }) ?? after else { continue }
            guard case .one(let key) = all, !Meaning(responsibility: key).isNotMine else { return nil }
            return Inherited.Entry(responsibility: key, distance: distance)
        }
        return nil
    }
}

extension Inheritance.Decided {
    fileprivate func and(_ other: Self) -> Self {
        guard case .one(let a) = self, case .one(let b) = other, a == b else { return .several }
        return self
    }
}

/// The hours of a project that hand and rule decided, by responsibility.
package struct DecidedHours: Sendable, Hashable {
    private var seconds: [String: Int64] = [:]

    package init() {}

    package mutating func add(_ responsibility: String, _ seconds: Int64) {
        self.seconds[responsibility, default: 0] += seconds
    }

    package static func += (a: inout DecidedHours, b: DecidedHours) {
        a.seconds.merge(b.seconds, uniquingKeysWith: +)
    }

    package var total: Int64 { seconds.values.reduce(0, +) }

    /// The responsibility of at least 80 % of the hours, and how many seconds it has; `nil` if there is none.
    package var agreement: (responsibility: String, seconds: Int64)? {
        guard let most = seconds.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 0,
            most.value * 100 >= total * Inheritance.agreeing
        else { return nil }
        return (most.key, most.value)
    }
}
