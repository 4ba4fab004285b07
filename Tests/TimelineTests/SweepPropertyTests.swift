import LedgerModel
import TestSupport
import Testing
import Timeline

@Suite("Sweep: what is always true")
struct SweepPropertyTests {
    static let span = Interval(FixedWorld.now - 86_400, FixedWorld.now + 2 * 86_400)
    static let shards = Shard.covering(Interval(span.start - 86_400, span.end + 86_400))!

    static func derive(_ evidence: [TraceEvidence], working: [Interval]) -> [Segment] {
        let sweep = Sweep(MyJobSettings())
        return shards.flatMap { sweep.segments(of: Shard($0), evidence: evidence, working: working) }
    }

    static let working = WorkingHours(MyJobSettings(), zones: ZoneHistory(FixedWorld.berlin)).intervals(in: span)

    @Test(
        "Segments are disjoint and in order, order of input and far evidence change nothing",
        arguments: 1...60 as ClosedRange<UInt64>)
    func sweepProperties(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let evidence = Piece.random(count: Int.random(in: 1...60, using: &random), around: Self.span, using: &random)
        let segments = Self.derive(evidence, working: Self.working)
        for (a, b) in zip(segments, segments.dropFirst()) {
            #expect(a.interval.end <= b.interval.start, "seed \(seed)")
        }
        #expect(segments.allSatisfy { !$0.interval.isEmpty }, "seed \(seed)")

        #expect(Self.derive(evidence.shuffled(using: &random), working: Self.working) == segments, "seed \(seed)")

        // Only what lies in a shard's window can change it.
        let sweep = Sweep(MyJobSettings())
        for number in Self.shards {
            let shard = Shard(number)
            let window = sweep.window(of: shard)
            let near = evidence.filter { piece in
                window.contains(piece.at) || (piece.span.map { $0.overlaps(shard.interval) } ?? false)
            }
            #expect(
                sweep.segments(of: shard, evidence: near, working: Self.working)
                    == sweep.segments(of: shard, evidence: evidence, working: Self.working), "seed \(seed)")
        }
    }

    @Test(
        "Totals are ordered, additive over disjoint ranges, monotone, and below the wall clock",
        arguments: 61...100 as ClosedRange<UInt64>)
    func totals(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let evidence = Piece.random(count: 40, around: Self.span, using: &random)
        let segments = Self.derive(evidence, working: Self.working)
        let cut = Instant(Int64.random(in: Self.span.start.seconds..<Self.span.end.seconds, using: &random))
        let whole = segments.spent(in: Self.span)
        let left = segments.spent(in: Interval(Self.span.start, cut))
        let right = segments.spent(in: Interval(cut, Self.span.end))
        #expect(left + right == whole, "seed \(seed)")
        #expect(whole.low <= whole.seconds && whole.seconds <= whole.high, "seed \(seed)")
        #expect(left.low <= whole.low && left.seconds <= whole.seconds && left.high <= whole.high, "seed \(seed)")
        #expect(whole.high <= Self.span.seconds, "seed \(seed)")
    }

    @Test("A piece changes only the shards it says it touches", arguments: 101...140 as ClosedRange<UInt64>)
    func touchedShards(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var evidence = Piece.random(count: 30, around: Self.span, using: &random)
        let before = evidence
        let changed = evidence.removeLast()
        let sweep = Sweep(MyJobSettings())
        let touched = sweep.shards(touchedBy: changed)
        for number in Self.shards where !touched.contains(where: { $0.contains(number) }) {
            #expect(
                sweep.segments(of: Shard(number), evidence: before, working: Self.working)
                    == sweep.segments(of: Shard(number), evidence: evidence, working: Self.working), "seed \(seed)")
        }
    }

    @Test("The sweep agrees with a minute-by-minute reading of the rules", arguments: 141...170 as ClosedRange<UInt64>)
    func bruteForce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Meetings, timers and points only: their claims are plain to restate.
        let evidence = Piece.random(count: 40, around: Self.span, using: &random).filter { $0.kind != .commit }
        let segments = Self.derive(evidence, working: [])
        for minute in stride(from: Self.span.start.seconds, to: Self.span.end.seconds, by: 60) {
            let instant = Instant(minute)
            let winner = segments.first { $0.grade != .possible && $0.interval.contains(instant) }?.row
            #expect(winner == Self.expectedWinner(at: instant, evidence), "seed \(seed), at \(minute)")
        }
    }

    static func expectedWinner(at instant: Instant, _ evidence: [TraceEvidence]) -> Int64? {
        func claim(_ piece: TraceEvidence) -> (rank: Int, start: Instant)? {
            let interval: Interval
            let rank: Int
            switch (piece.kind, piece.until, piece.standing) {
            case (.timer, let until?, _):
                (interval, rank) = (Interval(piece.at, until), 1)
            case (.note, nil, _):
                (interval, rank) = (Interval(piece.at - 300, piece.at), 6)
            case (.event, let until?, .accepted), (.event, let until?, .organised), (.event, let until?, .presumed):
                (interval, rank) = (Interval(piece.at, until), 2)
            case (.event, let until?, .tentative):
                (interval, rank) = (Interval(piece.at, until), 4)
            case (.event, let until?, .unanswered) where piece.headCount <= 4:
                (interval, rank) = (Interval(piece.at, until), 4)
            default:
                return nil
            }
            return interval.contains(instant) ? (rank, interval.start) : nil
        }
        return evidence.compactMap { piece in claim(piece).map { (piece, $0) } }.min { a, b in
            if a.1.rank != b.1.rank { return a.1.rank < b.1.rank }
            if a.1.start != b.1.start { return a.1.start > b.1.start }
            if a.0.source != b.0.source { return a.0.source < b.0.source }
            return a.0.id < b.0.id
        }?.0.row
    }
}
