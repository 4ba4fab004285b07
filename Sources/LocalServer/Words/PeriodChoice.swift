import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The period that a page shows, and links to others.
struct PeriodChoice: Sendable {
    let period: Period
    /// Behind the dates in the heading, if it looks back unasked.
    let aside: String
    let links: PeriodLinks

    /// `1 July to 30 September 2026, the quarter before this one`
    var heading: String { period.text + aside }

    /// Reads `?in=`, or `?since=&until=`. Throws `.badPeriod`.
    ///
    /// - Parameters:
    ///   - present: the period if none is asked for, or the one before it.
    ///   - lengths: the lengths to switch between.
    init(
        _ visit: Visit, otherwise present: ChosenPeriod.Name = .quarter, lengths: [ChosenPeriod.Name] = ofAnswers
    ) throws(LedgerError) {
        let (now, zones) = (visit.ledger.asking.now, try visit.ledger.asking.zones())
        let query = visit.query
        let chosen = try ChosenPeriod(
            in: query["in"], since: query["since"], until: query["until"], now: now, zones: zones, otherwise: present)
        self.init(path: visit.path, chosen: chosen, today: zones.day(of: now), lengths: lengths)
    }

    init(path: String, chosen: ChosenPeriod, today: CivilDay, lengths: [ChosenPeriod.Name] = ofTimeline) {
        let period = chosen.period
        func link(_ label: String, _ period: Period, isCurrent: Bool = false) -> PageLink {
            PageLink(label, "\(path)?\(Self.query(period, today))", isCurrent: isCurrent)
        }
        let length = ChosenPeriod.Name.allCases.first { $0.period(around: period.since) == period }
        let before = length?.period(around: period.since - 1) ?? period.previous
        let after =
            length?.period(around: period.until) ?? Period(since: period.until, until: period.until + period.days)
        // A switch to another length keeps today in sight if it is.
        let middle = period.since <= today && today < period.until ? today : period.since
        self.period = period
        aside = chosen.aside
        links = PeriodLinks(
            previous: link(before.text, before), next: after.since <= today ? link(after.text, after) : nil,
            lengths: lengths.map { link($0.rawValue, $0.period(around: middle), isCurrent: $0 == length) })
    }

    static let ofAnswers: [ChosenPeriod.Name] = [.week, .month, .quarter, .year]
    static let ofTimeline: [ChosenPeriod.Name] = [.day, .week, .month]

    /// By name if the name means the same days, otherwise by its first and last day.
    private static func query(_ period: Period, _ today: CivilDay) -> String {
        for length in ChosenPeriod.Name.allCases where length != .day && length.period(around: today) == period {
            return "in=\(length.rawValue)"
        }
        return "since=\(period.since.iso)&until=\(period.until.iso)"
    }
}

extension Visit {
    /// The page of an answer about a period.
    func page(_ document: Document, _ entry: PageEntry, _ choice: PeriodChoice) -> String {
        page(document.headed(choice.aside), entry, period: choice.links)
    }
}
