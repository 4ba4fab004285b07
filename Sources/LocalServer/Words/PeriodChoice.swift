import LedgerModel
import LedgerOperations
import Renderings

/// The period that a page shows, and links to others.
struct PeriodChoice: Sendable {
    let period: Period
    let links: PeriodLinks

    /// Reads `?in=`, or `?since=&until=`. Throws `.badPeriod`.
    ///
    /// - Parameters:
    ///   - fallback: the period if none is asked for.
    ///   - lengths: the lengths to switch between.
    init(
        _ visit: Visit, fallback: String = "quarter", lengths: [Length] = ofAnswers
    ) throws(LedgerError) {
        let today = try visit.ledger.asking.today()
        let query = visit.query
        let period = try Period(
            in: query["in"], since: query["since"], until: query["until"], today: today, fallback: fallback)
        self.init(path: visit.path, period: period, today: today, lengths: lengths)
    }

    init(path: String, period: Period, today: CivilDay, lengths: [Length] = ofTimeline) {
        func link(_ label: String, _ period: Period, isCurrent: Bool = false) -> PageLink {
            PageLink(label, "\(path)?\(Self.query(period, today))", isCurrent: isCurrent)
        }
        let length = Length.allCases.first { $0.period(around: period.since) == period }
        let before = length?.period(around: period.since - 1) ?? period.previous
        let after =
            length?.period(around: period.until) ?? Period(since: period.until, until: period.until + period.days)
        // A switch to another length keeps today in sight if it is.
        let middle = period.since <= today && today < period.until ? today : period.since
        self.period = period
        links = PeriodLinks(
            previous: link(before.text, before), next: after.since <= today ? link(after.text, after) : nil,
            lengths: lengths.map { link($0.rawValue, $0.period(around: middle), isCurrent: $0 == length) })
    }

    static let ofAnswers: [Length] = [.week, .month, .quarter, .year]
    static let ofTimeline: [Length] = [.day, .week, .month]

    enum Length: String, CaseIterable, Sendable {
        case day, week, month, quarter, year

        func period(around day: CivilDay) -> Period {
            switch self {
            case .day: Period(since: day, until: day + 1)
            case .week: Period(since: day.monday, until: day.monday + 7)
            case .month: Period(since: day.firstOfMonth, until: day.firstOfMonth.adding(months: 1))
            case .quarter: Period(since: day.firstOfQuarter, until: day.firstOfQuarter.adding(months: 3))
            case .year: Period(since: day.firstOfYear, until: day.firstOfYear.adding(months: 12))
            }
        }
    }

    /// By name if the name means the same days, otherwise by its first and last day.
    private static func query(_ period: Period, _ today: CivilDay) -> String {
        for length in Length.allCases where length != .day && length.period(around: today) == period {
            return "in=\(length.rawValue)"
        }
        return "since=\(period.since.iso)&until=\(period.until.iso)"
    }
}
