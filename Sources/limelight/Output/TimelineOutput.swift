import LedgerModel
import LedgerOperations
import Questions
import Renderings

enum TimelineOutput {
    static func json(_ view: Inquiry.TimelineView) -> JSON {
        let zones = view.base.zones
        func at(_ instant: Instant) -> JSON { .string(zones.civil(instant).rfc3339) }
        return [
            "schema": "limelight.timeline/1", "since": at(view.base.range.start), "until": at(view.base.range.end),
            "zone": .string(zones.zone(at: view.base.now).name), "now": at(view.base.now),
            "revision": .integer(view.base.revision), "working_seconds": .integer(view.base.workingSeconds),
            "untraced_seconds": .integer(view.base.untracedSeconds),
            "segments": .array(
                view.stretches.map { item in
                    [
                        "start": at(item.interval.start), "end": at(item.interval.end),
                        "seconds": .integer(item.spent.seconds), "low": .integer(item.spent.low),
                        "high": .integer(item.spent.high), "layer": .string(item.layer.name),
                        "evidence": .string(item.evidence.description), "title": .string(item.title),
                        "arena": JSON(item.meaning.arena?.rawValue),
                        "responsibility": known(item.meaning.responsibility),
                        "inherited": .bool(item.meaning.isInherited),
                        "inherited_from": JSON(item.inheritedFrom?.id.description),
                        "objective": known(item.meaning.objective), "worth": JSON(item.meaning.worth?.rawValue),
                        "project": known(item.project),
                        "covered": .array(item.covered.map { .string($0.description) }),
                    ]
                }),
            "plans": .array(
                view.plans.map {
                    [
                        "start": at($0.interval.start), "end": at($0.interval.end),
                        "evidence": .string($0.id.description), "title": .string($0.title),
                    ]
                }),
        ]
    }

    private static func known(_ text: String) -> JSON { text.isEmpty ? nil : .string(text) }

    static func document(_ view: Inquiry.TimelineView) -> Document {
        let base = view.base
        guard !view.stretches.isEmpty || !view.plans.isEmpty || !view.context.isEmpty else {
            return Empty.nothingSeen(
                "Timeline", base, "Your days hour by hour: meetings, commits and notes, each minute counted once.")
        }
        var sections: [Document.Section] = []
        if view.days.count > 1 { sections.append(.init("Hour by hour", [.chart(.week(WeekCharts.make(view)))])) }
        for bounds in view.days {
            let stretches = view.stretches.filter { bounds.interval.contains($0.interval.start) }
            let plans = view.plans.filter { bounds.interval.contains($0.interval.start) }
            let context = view.context.filter { $0.interval.overlaps(bounds.interval) }
            guard !stretches.isEmpty || !plans.isEmpty || !context.isEmpty else { continue }
            sections.append(
                .init(
                    "\(bounds.day.weekday.name) \(Period.date(bounds.day))",
                    context.map(Self.context) + blocks(stretches, plans, base)))
        }
        return Document(
            title: "Timeline", period: base.period.text,
            headline: [.figure(Hours.text(base.total), base.ref(base.cells)), .text(" on record.")],
            base: base.onRecord,
            sections: sections)
    }

    /// Events that describe the day but take no hours of it.
    private static func context(_ item: Inquiry.TimelineView.Context) -> Document.Block {
        let title = item.title.isEmpty ? "private" : item.title
        guard let id = item.awaitsWord else { return .paragraph([.soft("All day: "), .text(title)]) }
        return .paragraph([
            .soft("\(SpokenDuration.text(item.interval.seconds)), not counted until you confirm it: "),
            .text(title + " "),
            .code("limelight correct \(id.description.prefix(8)) --happened yes"),
        ])
    }

    private static func blocks(
        _ stretches: [Inquiry.Stretch], _ plans: [Inquiry.TimelineView.Plan], _ base: AnswerBase
    ) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if !stretches.isEmpty {
            blocks.append(
                .table(
                    .init(
                        columns: ["From", "To", "What", "For", "How", "Id"],
                        rows: stretches.map { item in
                            let title = item.title.isEmpty ? "private" : item.title
                            return [
                                [.text(base.zones.civil(item.interval.start).clock)],
                                [.text(base.zones.civil(item.interval.end).clock)], [.text(title)],
                                [item.meaning.arena.map { .text($0.label) } ?? .soft("unknown")],
                                [.soft(item.spent.seconds == 0 ? "possible" : item.layer.name)],
                                [.soft(String(item.evidence.description.prefix(6)))],
                            ]
                        })))
        }
        let labels = MyJobLabels(base.myJob)
        var named: Set<PublicID> = []
        for item in stretches where named.insert(item.evidence).inserted {
            guard let from = item.inheritedFrom else { continue }
            blocks.append(
                .paragraph([
                    .soft(
                        "“\(item.title)” counts for \(labels.responsibility(item.meaning.responsibility)), "
                            + "inherited from \(from.words) (\(from.id.description.prefix(8))).")
                ]))
        }
        for plan in plans {
            let from = base.zones.civil(plan.interval.start).clock
            let to = base.zones.civil(plan.interval.end).clock
            blocks.append(
                .paragraph([.soft("Planned \(from)–\(to): "), .text(plan.title.isEmpty ? "private" : plan.title)]))
        }
        return blocks
    }
}
