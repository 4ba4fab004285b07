import LedgerModel
package import Questions

/// A timeline as the picture of its days.
package enum WeekPictures {
    package static func make(_ view: Ledger.TimelineView) -> WeekPicture {
        let zones = view.base.zones
        func minutes(_ interval: Interval, _ day: DayBounds) -> Range<Int>? {
            guard let part = interval.clipped(to: day.interval) else { return nil }
            let start = zones.civil(part.start).secondOfDay / 60
            let end = start + max(1, Int(part.seconds + 59) / 60)
            return start..<min(1440, end)
        }
        let days = view.days.map { day in
            WeekPicture.Day(
                label: "\(day.day.weekday.short) \(day.day.components.day)", day: day.day,
                spans: view.stretches.compactMap { item in
                    minutes(item.interval, day).map {
                        WeekPicture.Span(
                            minutes: $0, tone: Tone(item.meaning.arena),
                            grade: item.spent.sure > 0 ? .sure : item.spent.likely > 0 ? .likely : .possible,
                            title: item.title.isEmpty ? "private" : item.title, evidence: item.evidence)
                    }
                }, working: day.working.compactMap { minutes($0, day) },
                planned: view.plans.compactMap { minutes($0.interval, day) })
        }
        let all = days.flatMap { $0.spans.map(\.minutes) + $0.working + $0.planned }
        let first = (all.map(\.lowerBound).min() ?? 480) / 60 * 60
        let last = ((all.map(\.upperBound).max() ?? 1080) + 59) / 60 * 60
        return WeekPicture(days: days, startMinute: min(first, 480), endMinute: max(last, 1080))
    }
}
