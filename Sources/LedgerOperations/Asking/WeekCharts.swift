import LedgerModel
package import Questions

/// Makes charts of the days of a timeline.
package enum WeekCharts {
    package static func make(_ view: Inquiry.TimelineView) -> WeekChart {
        let zones = view.base.zones
        return chart(view.days, zones, planned: view.plans.map(\.interval)) { day in
            view.stretches.compactMap { item in
                minutes(item.interval, day, zones).map {
                    WeekChart.Span(
                        minutes: $0, tone: Tone(item.meaning.arena),
                        grade: item.spent.sure > 0 ? .sure : item.spent.likely > 0 ? .likely : .possible,
                        title: named(item.title), evidence: item.evidence)
                }
            }
        }
    }

    /// A week with its promised blocks. Segments that took their time are marked.
    static func make(
        _ segments: [ReadSegment], days: [DayBounds], blocks: [BlockInput], zones: ZoneHistory
    ) -> WeekChart {
        chart(days, zones, planned: blocks.map(\.promise)) { day in
            segments.flatMap { item in
                parts(item, blocks).compactMap { part in
                    minutes(part.interval, day, zones).map {
                        WeekChart.Span(
                            minutes: $0, tone: part.isTaken ? .taken : Tone(item.meaning.arena),
                            grade: item.segment.grade, title: named(item.title), evidence: item.id)
                    }
                }
            }
        }
    }

    /// Cuts a segment where a block begins or ends, and says of each part whether it took the block's time.
    private static func parts(
        _ item: ReadSegment, _ blocks: [BlockInput]
    ) -> [(interval: Interval, isTaken: Bool)] {
        var rest = item.segment.interval
        guard item.segment.grade != .possible else { return [(rest, false)] }
        var result: [(interval: Interval, isTaken: Bool)] = []
        for block in blocks where block.word != .gave && GuardAnswer.takes(PlainSegment(item), block.id) {
            guard let taken = rest.clipped(to: block.promise) else { continue }
            if rest.start < taken.start { result.append((Interval(rest.start, taken.start), false)) }
            result.append((taken, true))
            rest = Interval(taken.end, rest.end)
        }
        return rest.isEmpty ? result : result + [(rest, false)]
    }

    private static func chart(
        _ bounds: [DayBounds], _ zones: ZoneHistory, planned: [Interval], _ spans: (DayBounds) -> [WeekChart.Span]
    ) -> WeekChart {
        let days = bounds.map { day in
            WeekChart.Day(
                label: "\(day.day.weekday.short) \(day.day.components.day)", day: day.day, spans: spans(day),
                working: day.working.compactMap { minutes($0, day, zones) },
                planned: planned.compactMap { minutes($0, day, zones) })
        }
        let all = days.flatMap { $0.spans.map(\.minutes) + $0.working + $0.planned }
        let first = (all.map(\.lowerBound).min() ?? 480) / 60 * 60
        let last = ((all.map(\.upperBound).max() ?? 1080) + 59) / 60 * 60
        return WeekChart(days: days, startMinute: min(first, 480), endMinute: max(last, 1080))
    }

    private static func minutes(_ interval: Interval, _ day: DayBounds, _ zones: ZoneHistory) -> Range<Int>? {
        guard let part = interval.clipped(to: day.interval) else { return nil }
        let start = zones.civil(part.start).secondOfDay / 60
        let end = start + max(1, Int(part.seconds + 59) / 60)
        return start..<min(1440, end)
    }

    private static func named(_ title: String) -> String { title.isEmpty ? "private" : title }
}
