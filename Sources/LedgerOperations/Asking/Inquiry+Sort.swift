import Attribution
package import LedgerModel
import LedgerStore
package import Questions

/// Sorting asks about the largest unexplained hours first and makes a rule from each answer.
extension Inquiry {
    /// The explained and the unexplained time of a period, in groups.
    ///
    /// - Parameter split: The ids of groups to show in parts.
    package func sortSheet(_ period: Period, split: Set<String> = []) throws -> SortSheet {
        let inputs = try inputs(period, by: [])
        let time = try unexplained(inputs)
        var sheet = SortSheet(
            base: inputs.base, traced: time.traced, undecided: time.undecided, explainedPieces: time.explained.count,
            undecidedPieces: time.undecidedIDs.count, groups: Self.sorting(time, split).groups())
        sheet.inherited = time.inherited
        sheet.inheritedPieces = time.inheriting.count
        return sheet
    }

    private static func sorting(_ time: SortTime, _ split: Set<String> = []) -> Sorting {
        Sorting(
            time.pieces, traced: time.traced, split: split, explained: time.seconds, decided: time.decided)
    }

    /// The pieces whose hours count for a responsibility that they inherit.
    func inheriting(_ period: Period) throws -> [PublicID] {
        try unexplained(inputs(period, by: [])).inheriting.sorted()
    }

    /// The pieces whose hours are explained, or those whose hours are not.
    func pieces(explained: Bool, _ period: Period) throws -> [PublicID] {
        let time = try unexplained(inputs(period, by: []))
        return explained ? Array(time.explained) : time.undecidedIDs
    }

    /// The pieces of a group that Sort offers in a period, or of a part of one; empty if all of them are explained.
    func pieces(ofGroup id: String, _ period: Period) throws -> [PublicID] {
        let time = try unexplained(inputs(period, by: []))
        return Self.sorting(time).group(id)?.pieces ?? []
    }

    /// The time on record in a period, divided into explained and unexplained.
    struct SortTime {
        var traced: Int64 = 0
        var undecided: Int64 = 0
        /// Private pieces are in neither list, since no search finds them.
        var explained: Set<PublicID> = []
        var undecidedIDs: [PublicID] = []
        var pieces: [SortPiece] = []
        /// The explained seconds of repositories and calendars, by their case-folded names.
        var seconds: [String: Int64] = [:]
        /// What is decided in each project, by its case-folded name.
        var decided: [String: DecidedHours] = [:]
        /// The unexplained seconds that count for what they inherit, and their pieces.
        var inherited: Int64 = 0
        var inheriting: Set<PublicID> = []
    }

    private func unexplained(_ inputs: AnswerInputs) throws -> SortTime {
        var time = SortTime()
        var open: [Int64: (id: PublicID, seconds: Int64, arena: Arena?)] = [:]
        var nameless: [Int64] = []
        let sources = inputs.base.sourceNames
        let inherited = try inherited(inputs.base.range)
        func explain(_ seconds: Int64, _ project: String, _ source: Int64) {
            time.seconds[(project.isEmpty ? sources[source] ?? "" : project).caseFolded, default: 0] += seconds
        }
        for item in try inputs.cells.segments(inputs.base.range) where item.segment.grade != .possible {
            let seconds = item.segment.interval.seconds
            time.traced += seconds
            guard !item.meaning.responsibility.isEmpty else {
                open[item.segment.row, default: (item.id, 0, item.meaning.arena)].seconds += seconds
                let start = item.segment.interval.start
                if inherited.meaning(item.meaning, of: item.project, at: start).isInherited {
                    time.inherited += seconds
                    time.inheriting.insert(item.id)
                }
                continue
            }
            explain(seconds, item.project, item.source)
            if !item.project.isEmpty, item.meaning.isJobOrUnknown {
                time.decided[item.project.caseFolded, default: .init()].add(item.meaning.responsibility, seconds)
            }
            if time.explained.insert(item.id).inserted, item.title.isEmpty { nameless.append(item.segment.row) }
        }
        // The store does not say whether the person or only the default of a source decided the arena.
        let beside = open.filter { $0.value.arena.map { $0 != .job } ?? false }.keys.sorted()
        for item in try snapshot.traces(of: beside, needs: inputs.compiledJob.needs)
        where inputs.compiledJob.engine.read(item.facts, correction: item.correction).isExplained {
            explain(open[item.trace.row]?.seconds ?? 0, item.facts.project, item.sourceRow)
            open[item.trace.row] = nil
            time.explained.insert(item.trace.id)
            if item.facts.title.isEmpty { nameless.append(item.trace.row) }
        }
        for item in try snapshot.traces(of: nameless, needs: Self.light) where item.trace.flags.contains(.isPrivate) {
            time.explained.remove(item.trace.id)
        }
        try fill(&time, open)
        return time
    }

    /// Fills in the open pieces. A running timer has no row; it is asked about once it has ended.
    private func fill(
        _ time: inout SortTime, _ open: [Int64: (id: PublicID, seconds: Int64, arena: Arena?)]
    ) throws {
        for item in try snapshot.traces(of: open.keys.sorted(), needs: Self.light) {
            let isPrivate = item.trace.flags.contains(.isPrivate)
            time.pieces.append(
                SortPiece(
                    row: item.trace.row, id: item.trace.id, facts: item.facts,
                    seconds: open[item.trace.row]?.seconds ?? 0, headCount: isPrivate ? 0 : item.trace.headCount,
                    isPrivate: isPrivate))
        }
        time.undecided = open.values.reduce(0) { $0 + $1.seconds }
        time.undecidedIDs = time.pieces.filter { !$0.isPrivate }.map(\.id).sorted()
    }

    /// The properties that conditions made by sorting look at.
    private static let light = Snapshot.TraceNeeds(bodies: false, paths: true, people: false)
}
