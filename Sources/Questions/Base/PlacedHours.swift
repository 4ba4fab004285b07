package import LedgerModel

/// The hours of a period by what they were for, rounded once and top down: the whole, then the job’s time and each other
/// arena, then the parts of the job’s time, then each responsibility.
///
/// `scope`, `totals` and the three ledgers take their figures from here, so that a quantity is the same in each of them
/// and rows sum to what stands above them.
package struct PlacedHours: Sendable {
    /// A part of the job’s time, which is all that is not known to be for anything else.
    package enum Part: Sendable, Hashable, CaseIterable {
        case judgedOn, other, someoneElses, notPlaced

        fileprivate init(_ responsibility: String, _ judgedOn: Set<String>) {
            self =
                responsibility.isEmpty
                ? .notPlaced
                : judgedOn.contains(responsibility)
                    ? .judgedOn : Meaning(responsibility: responsibility).isNotMine ? .someoneElses : .other
        }
    }

    /// Tenths of an hour and whole percent. The percentages of parts and responsibilities are of the job’s time, those
    /// of anything else of all time.
    package struct Shown: Sendable, Hashable {
        package var tenths: Int64 = 0
        package var percent: Int64 = 0
    }

    /// The job’s time.
    package private(set) var job = Shown()
    /// By arena; `nil` for time of the job’s that has none.
    package private(set) var arenas: [Arena?: Shown] = [:]
    package private(set) var parts: [Part: Shown] = [:]
    /// Of the job’s time, by responsibility.
    package private(set) var responsibilities: [String: Shown] = [:]
    /// Of all time, by responsibility: the job’s and what other arenas have of it, in tenths of an hour.
    package private(set) var everywhere: [String: Int64] = [:]

    /// - Parameters:
    ///   - cells: Told apart by arena, and by responsibility if those are asked for.
    ///   - judgedOn: The keys of the responsibilities of My job.
    package init(_ cells: [DayCell], judgedOn: Set<String>) {
        let all = cells.seconds
        let whole = Apportionment.tenths(all)
        let ofJob = cells.filter(\.meaning.isJobOrUnknown)
        let others = Dictionary(grouping: cells.filter { !$0.meaning.isJobOrUnknown }, by: \.meaning.arena)
        let sides = Self.ordered(others) { $0?.rawValue ?? "" }
        let seconds = [ofJob.seconds] + sides.map(\.cells.seconds)
        let shown = Self.shown(seconds, tenths: whole, percent: 100, of: all)
        job = Shown(tenths: shown[0].tenths, percent: shown[0].percent)
        for (side, shown) in zip(sides, shown.dropFirst()) {
            arenas[side.key] = shown
            let rows = Self.ordered(Dictionary(grouping: side.cells, by: \.meaning.responsibility)) { $0 }
            for (row, tenths) in zip(rows, Apportionment.tenths(rows.map(\.cells.seconds), of: shown.tenths)) {
                everywhere[row.key, default: 0] += tenths
            }
        }
        let halves = Self.ordered(Dictionary(grouping: ofJob, by: \.meaning.arena)) { $0?.rawValue ?? "" }
        for (half, shown) in zip(
            halves, Self.shown(halves.map(\.cells.seconds), tenths: job.tenths, percent: job.percent, of: all))
        {
            arenas[half.key] = shown
        }
        let byPart = Dictionary(grouping: ofJob) { Part($0.meaning.responsibility, judgedOn) }
        let present = Part.allCases.compactMap { part in byPart[part].map { (part: part, cells: $0) } }
        let base = ofJob.seconds
        for (item, shown) in zip(
            present, Self.shown(present.map(\.cells.seconds), tenths: job.tenths, percent: 100, of: base))
        {
            parts[item.part] = shown
            let rows = Self.ordered(Dictionary(grouping: item.cells, by: \.meaning.responsibility)) { $0 }
            for (row, shown) in zip(
                rows, Self.shown(rows.map(\.cells.seconds), tenths: shown.tenths, percent: shown.percent, of: base))
            {
                responsibilities[row.key] = shown
                everywhere[row.key, default: 0] += shown.tenths
            }
        }
    }

    private static func shown(_ seconds: [Int64], tenths: Int64, percent: Int64, of all: Int64) -> [Shown] {
        let percents = Apportionment.percents(seconds, of: percent, ofAll: all)
        return zip(Apportionment.tenths(seconds, of: tenths), percents).map { Shown(tenths: $0, percent: $1) }
    }

    /// In an order that does not change from one run to the next.
    private static func ordered<Key: Hashable>(
        _ groups: [Key: [DayCell]], _ name: (Key) -> String
    ) -> [(key: Key, cells: [DayCell])] {
        groups.sorted { name($0.key) < name($1.key) }.map { (key: $0.key, cells: $0.value) }
    }
}
