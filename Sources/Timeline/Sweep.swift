package import LedgerModel

/// Flattens overlapping evidence into disjoint segments, so that every minute is counted once.
///
/// The problem: a meeting, a commit session and a timer may all lay claim to the same minutes, and each alone would
/// count them. The sweep lays their spans on a canvas, the strongest first, and a weaker span only fills what is still
/// free.
///
/// Example: an accepted meeting from 9:00 to 10:00 and a single commit at 10:15, with a lead-in of 30 minutes. The
/// commit claims 9:45 to 10:15 and wins 10:00 to 10:15. The total is 75 minutes, not 90.
///
/// Three invariants hold, and tests check them:
/// - Segments never overlap. No total is above the wall clock.
/// - More evidence never lowers a total: it can take minutes from weaker evidence, but frees none.
/// - The order is total (layer, later start, source, id) and uses no row, so the order of imports changes nothing.
///
/// Possible time (plans inside working hours, meetings that do not name the person, gaps before a session) goes on the canvas last. It only fills what no
/// claim has taken, and widens the upper bound of a total.
package struct Sweep: Sendable {
    package var rules: ActivityRules

    package init(_ settings: MyJobSettings) { rules = ActivityRules(settings) }

    /// Evidence can change `shard` only if its `at` is in this span or its interval overlaps it.
    package func window(of shard: Shard) -> Interval {
        Interval(shard.interval.start - rules.settings.reach, shard.interval.end + rules.settings.reach)
    }

    /// The shards that a piece of evidence can change.
    package func shards(touchedBy evidence: TraceEvidence) -> [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        let near = Interval(evidence.at - rules.settings.reach, evidence.at + rules.settings.reach + 1)
        if let range = Shard.covering(near) { ranges.append(range) }
        if let span = evidence.span, let range = Shard.covering(span) { ranges.append(range) }
        if let until = evidence.until, let range = Shard.covering(Interval(evidence.at, until)) { ranges.append(range) }
        return ranges
    }

    /// The segments of one UTC day, in time order. `working` holds the working hours that overlap the day.
    ///
    /// The result depends neither on the order of `evidence` nor on evidence outside `window(of:)`. This is why a day
    /// can be derived by itself.
    package func segments(of shard: Shard, evidence: [TraceEvidence], working: [Interval]) -> [Segment] {
        segments(in: shard.interval, evidence: evidence, working: working)
    }

    func segments(in bounds: Interval, evidence: [TraceEvidence], working: [Interval]) -> [Segment] {
        let sessions = rules.sessions(evidence)
        let claimed = sessions.work + evidence.compactMap { rules.activity(of: $0) }
        var possible = sessions.possible
        for event in evidence where rules.isPossibleMeeting(event) {
            if let span = event.span { possible.append(Activity(span, .tentative, .possible, event)) }
        }
        for plan in evidence where rules.isPossible(plan) {
            guard let span = plan.span else { continue }
            for hours in working {
                if let part = span.clipped(to: hours) { possible.append(Activity(part, .tentative, .possible, plan)) }
            }
        }

        var canvas = Canvas()
        for activity in strongestFirst(claimed, in: bounds) + strongestFirst(possible, in: bounds) {
            guard let span = activity.interval.clipped(to: bounds) else { continue }
            canvas.paint(activity, over: span)
        }
        return canvas.merged()
    }

    /// The activities that overlap `bounds`. Filtering first saves sorting, since most of a window is outside its
    /// shard.
    private func strongestFirst(_ activities: [Activity], in bounds: Interval) -> [Activity] {
        activities.filter { $0.interval.overlaps(bounds) }.sorted(by: rules.isStronger)
    }
}

/// The time taken so far, in time order. A later paint only fills what is still free.
private struct Canvas {
    private var segments: [Segment] = []

    mutating func paint(_ activity: Activity, over span: Interval) {
        var index = firstIndex(endingAfter: span.start)
        var cursor = span.start
        var added: [(at: Int, segment: Segment)] = []
        while cursor < span.end {
            let next = index < segments.count ? segments[index].interval : nil
            let freeEnd = min(span.end, max(cursor, next?.start ?? span.end))
            if cursor < freeEnd {
                for (part, grade) in activity.parts(of: Interval(cursor, freeEnd)) {
                    added.append(
                        (
                            index,
                            Segment(interval: part, grade: grade, layer: activity.layer, row: activity.evidence.row)
                        ))
                }
            }
            guard let next, next.start < span.end else { break }
            cursor = max(cursor, next.end)
            index += 1
        }
        for (offset, item) in added.enumerated() { segments.insert(item.segment, at: item.at + offset) }
    }

    /// Joins adjacent segments of the same evidence, grade and layer.
    func merged() -> [Segment] {
        var result: [Segment] = []
        for segment in segments {
            if let last = result.last, last.interval.end == segment.interval.start, last.row == segment.row,
                last.grade == segment.grade, last.layer == segment.layer
            {
                result[result.count - 1].interval = Interval(last.interval.start, segment.interval.end)
            } else {
                result.append(segment)
            }
        }
        return result
    }

    private func firstIndex(endingAfter instant: Instant) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].interval.end <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
