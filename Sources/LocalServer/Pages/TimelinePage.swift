import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// A day piece by piece, or a chart of several days.
enum TimelinePage {
    /// More days than this are listed without a chart.
    private static let mostDrawn: Int64 = 31

    static func show(_ visit: Visit) throws -> String {
        let today = try visit.ledger.asking.today()
        if let day = visit.query["day"] {
            let named = try Period(day: day, today: today)
            let choice = PeriodChoice(path: visit.path, chosen: ChosenPeriod(named), today: today)
            return try page(visit, choice, visit.ledger.asking.timeline(choice.period))
        }
        let choice = try PeriodChoice(visit, otherwise: .day, lengths: PeriodChoice.ofTimeline)
        let view = try visit.ledger.asking.timeline(choice.period)
        let isAsked = ["in", "since", "until"].contains { visit.query[$0] != nil }
        if !isAsked, view.base.total.high == 0, let day = try latestDay(visit.ledger, before: choice.period.since) {
            let latest = PeriodChoice(
                path: visit.path, chosen: ChosenPeriod(Period(since: day, until: day + 1)), today: today)
            return try page(visit, latest, visit.ledger.asking.timeline(latest.period))
        }
        return try page(visit, choice, view)
    }

    /// The last day in the week before `day` with anything on record: on a Saturday morning, Friday.
    private static func latestDay(_ ledger: Ledger, before day: CivilDay) throws(LedgerError) -> CivilDay? {
        let week = try ledger.asking.timeline(Period(since: day - 6, until: day))
        return week.stretches.map(\.interval.start).max().map(week.base.zones.day)
    }

    private static func page(
        _ visit: Visit, _ choice: PeriodChoice, _ view: Inquiry.TimelineView
    ) throws(LedgerError) -> String {
        guard choice.period.days == 1 else {
            let layout = visit.layout(PageEntry.timeline.label, .timeline, period: choice.links)
            return HTMLPage.render(days(view, choice).fragment(in: layout), in: layout)
        }
        let layout = visit.layout(PageEntry.timeline.label, .timeline, period: choice.links)
        return HTMLPage.render(try day(view, choice.period.since, visit.ledger).fragment(in: layout), in: layout)
    }

    private static func headline(_ view: Inquiry.TimelineView) -> [Document.Span] {
        guard view.base.total.high > 0 else { return ["Nothing is on record."] }
        return [.figure(Hours.text(view.base.total), view.base.ref(view.base.cells)), .text(" on record.")]
    }

    private static func base(_ view: Inquiry.TimelineView) -> [Document.Span] {
        view.base.total.high > 0 ? view.base.onRecord : []
    }

    // MARK: One day

    private static func day(
        _ view: Inquiry.TimelineView, _ day: CivilDay, _ ledger: Ledger
    ) throws(LedgerError) -> TimelineView {
        let times = TimeLabels(zones: view.base.zones)
        let labels = MyJobLabels(view.base.myJob)
        let covered = try ledger.asking.glimpses(view.stretches.flatMap { $0.covered.prefix(mostCovered) })
        return TimelineView(
            day: "\(day.weekday.name) \(Period.date(day))", headline: headline(view), base: base(view),
            chart: view.stretches.isEmpty && view.plans.isEmpty ? nil : WeekCharts.make(view),
            segments: view.stretches.map { item in
                .init(
                    evidence: item.evidence, time: times.clocks(item.interval), title: item.title,
                    tone: Tone(item.meaning.arena),
                    reading: item.meaning.responsibility.isEmpty
                        ? "" : labels.responsibility(item.meaning.responsibility),
                    inherited: item.inheritedFrom.map { .init(text: "inherited from \($0.words)", evidence: $0.id) },
                    length: SpokenDuration.text(item.interval.seconds),
                    grade: item.spent.sure > 0 ? .sure : item.spent.likely > 0 ? .likely : .possible,
                    covered: item.covered.compactMap { covered[$0] }.map { EvidenceItem($0, times) })
            },
            plans: view.plans.map { plan in
                .init(
                    evidence: plan.id, time: times.clocks(plan.interval), title: plan.title, tone: .unknown,
                    length: SpokenDuration.text(plan.interval.seconds), grade: .sure)
            }, besides: try besides(view, day, ledger).map { EvidenceItem($0, times, snippet: false) })
    }

    /// The evidence of a day that takes no time on it.
    private static func besides(
        _ view: Inquiry.TimelineView, _ day: CivilDay, _ ledger: Ledger
    ) throws(LedgerError) -> [SearchHit] {
        var shown = Set(view.stretches.map(\.evidence)).union(view.plans.map(\.id)).union(view.others)
        for item in view.stretches { shown.formUnion(item.covered.prefix(mostCovered)) }
        let query = SearchQuery(filters: [.init(.since, day.iso), .init(.until, (day + 1).iso)])
        let hits = try ledger.asking.search(query.text, limit: 200).hits
        return Array(hits.filter { !shown.contains($0.id) && $0.at <= view.base.now }.reversed().prefix(mostBesides))
    }

    private static let mostBesides = 40

    /// The most pieces that are named below the one that covers them.
    private static let mostCovered = 5

    // MARK: More days

    private static func days(_ view: Inquiry.TimelineView, _ choice: PeriodChoice) -> DaysView {
        let byDay = Dictionary(grouping: view.base.cells, by: \.day)
        let rows = TotalsAnswer(view.base, by: .day).rows
        let totals = Dictionary(rows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let days = view.days.reversed().compactMap { bounds -> DaysView.Day? in
            guard let cells = byDay[bounds.day], let row = totals[bounds.day.iso] else { return nil }
            let query = SearchQuery(filters: [.init(.since, bounds.day.iso), .init(.until, (bounds.day + 1).iso)])
            let spent = Dictionary(grouping: cells, by: { Tone($0.meaning.arena) }).mapValues { $0.seconds }
            let tones = Tone.allCases.filter { spent[$0, default: 0] > 0 }
            let tenths = Apportionment.tenths(tones.map { spent[$0, default: 0] }, of: row.shown.tenths)
            let parts = zip(tones, tenths).map { "\($0.label) \(Hours.column(tenths: $1))" }
            return DaysView.Day(
                day: bounds.day, label: "\(bounds.day.weekday.short) \(Period.date(bounds.day))",
                traced: .figure(
                    Hours.column(tenths: row.shown.tenths), EvidenceRef(count: cells.pieces, query: query.text)),
                use: Words.list(parts))
        }
        return DaysView(
            period: choice.heading, headline: headline(view), base: base(view),
            chart: choice.period.days <= mostDrawn ? WeekCharts.make(view) : nil, days: days)
    }
}
