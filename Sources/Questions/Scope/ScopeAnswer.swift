package import LedgerModel

/// Where the job's time goes: what is measured, what is not, what is someone else's, and what is unknown.
package struct ScopeAnswer: PeriodAnswer {
    /// The base of every share: seconds for the job or unknown. The four parts add up to it.
    package var base: Spent
    package var placed: PlacedHours
    package var measured: Part
    package var unmeasured: Part
    package var notMine: Part
    package var unknown: Part
    /// Hours of the other arenas, shown in one line.
    package var otherArenas: [(arena: Arena, spent: Spent)]
    package var responsibilities: [ResponsibilityRow]
    package var desk: [DeskItem]
    /// Objectives that no hours reach.
    package var unreached: [Objective]
    /// Job hours that reach no objective.
    package var withoutObjective: Part
    package var unagreed: [Responsibility]
    package var fronts: Fronts
    package var drains: [Drain]
    /// Events that name nobody else, and so count as plans.
    package var alone: Alone?
    /// Whom the questions to ask may not name.
    package var people: KnownPeople

    package struct Part: Sendable, Hashable {
        package var spent: Spent
        package var ref: EvidenceRef
        /// As it is shown.
        package var shown = PlacedHours.Shown()
    }

    package struct Alone: Sendable, Hashable {
        package var calendar: String
        package var source: PublicID
        package var pieces: [PublicID]
        package var seconds: Int64

        package init(calendar: String, source: PublicID, pieces: [PublicID], seconds: Int64) {
            (self.calendar, self.source, self.pieces, self.seconds) = (calendar, source, pieces, seconds)
        }

        /// The fewest seconds that are worth a sentence: two hours.
        static let least: Int64 = 7_200

        /// `Nine events of “Work” that name nobody else, 11 h in all, count as plans and not as work.`
        var spans: [Document.Span] {
            [
                .figure(Words.count(pieces.count, "event").sentence, EvidenceRef(pieces: pieces)),
                .text(" of “\(calendar)” that \(pieces.count == 1 ? "names" : "name") nobody else, "),
                .text(
                    "\(Hours.text(seconds)) in all, \(pieces.count == 1 ? "counts as a plan" : "count as plans") and not as work. If they were work: "
                ),
                .offer(.plansCount(source)), .text("."),
            ]
        }
    }

    package struct ResponsibilityRow: Sendable, Hashable {
        package var responsibility: Responsibility
        package var spent: Spent
        /// The share of the base, 0 to 1.
        package var share: Double
        package var previousShare: Double?
        package var ref: EvidenceRef
        /// As it is shown.
        package var shown = PlacedHours.Shown()

        /// The change of the share since the previous period of equal length.
        package var trend: Double? { previousShare.map { share - $0 } }
    }

    package struct DeskItem: Sendable, Hashable {
        package var item: NotMine
        package var spent: Spent
        package var ref: EvidenceRef
        /// As it is shown.
        package var shown = PlacedHours.Shown()
    }

    /// Distinct projects and responsibilities touched in a week.
    package struct Fronts: Sendable, Hashable {
        /// The mean over the weeks of the period with anything on record.
        package var perWeek: Double
        package var previousPerWeek: Double?
        /// Projects touched in this period and not in the one before.
        package var new: [String]

        /// Whether the mean rose by a quarter and by at least one; only then a sentence says so.
        package var hasRisen: Bool {
            guard let before = previousPerWeek else { return false }
            return perWeek >= before * 1.25 && perWeek >= before + 1
        }
    }

    /// Where unmeasured and unknown hours go.
    package struct Drain: Sendable, Hashable {
        package var name: String
        package var spent: Spent
        package var ref: EvidenceRef
    }
}

extension ScopeAnswer {
    /// Includes weeks, for the open fronts.
    package static let grain: CellGrain = [.week, .project, .source, .arena, .responsibility, .objective]

    package init(_ input: AnswerBase) {
        let job = input.cells.filter(\.meaning.isJobOrUnknown)
        let before = input.previous.filter(\.meaning.isJobOrUnknown)
        let byKey = Dictionary(grouping: job, by: \.meaning.responsibility)
        let beforeByKey = Dictionary(grouping: before, by: \.meaning.responsibility)
        let judgedOn = Set(input.myJob.responsibilities.map(\.key))
        let total = job.spent
        let ofJob = Self.ofJob
        let placed = PlacedHours(input.cells, judgedOn: judgedOn)
        func part(_ part: PlacedHours.Part, _ cells: [DayCell]) -> Part {
            let keys = Set(cells.map(\.meaning.responsibility)).sorted()
            return Part(
                spent: cells.spent,
                ref: input.ref(cells, ofJob + keys.map { .init(.responsibility, $0.isEmpty ? "unknown" : $0) }),
                shown: placed.parts[part] ?? .init())
        }
        base = total
        self.placed = placed
        people = KnownPeople([], input.myJob)
        measured = part(.judgedOn, job.filter { judgedOn.contains($0.meaning.responsibility) })
        unmeasured = part(
            .other,
            job.filter { cell in
                let key = cell.meaning.responsibility
                return !key.isEmpty && !cell.meaning.isNotMine && !judgedOn.contains(key)
            })
        notMine = part(.someoneElses, job.filter(\.meaning.isNotMine))
        unknown = part(.notPlaced, job.filter(\.meaning.responsibility.isEmpty))
        otherArenas = Arena.allCases.filter { $0 != .job }.compactMap { arena in
            let spent = input.cells.filter { $0.meaning.arena == arena }.spent
            return spent.seconds > 0 ? (arena, spent) : nil
        }
        let beforeTotal = before.seconds
        responsibilities = input.myJob.responsibilities.filter { $0.meets(input.period) }.map { item in
            let cells = byKey[item.key] ?? []
            return ResponsibilityRow(
                responsibility: item, spent: cells.spent, share: Self.share(cells.seconds, total.seconds),
                previousShare: beforeTotal > 0
                    ? Self.share((beforeByKey[item.key] ?? []).seconds, beforeTotal) : nil,
                ref: input.ref(cells, ofJob + [.init(.responsibility, item.key)]),
                shown: placed.responsibilities[item.key] ?? .init())
        }.sorted { a, b in
            a.spent.seconds != b.spent.seconds
                ? a.spent.seconds > b.spent.seconds : a.responsibility.key < b.responsibility.key
        }
        desk = input.myJob.notMine.filter { $0.meets(input.period) }.map { item in
            let key = "\(Meaning.notMine):\(item.key)"
            let cells = byKey[key] ?? []
            return DeskItem(
                item: item, spent: cells.spent, ref: input.ref(cells, ofJob + [.init(.responsibility, key)]),
                shown: placed.responsibilities[key] ?? .init())
        }.sorted {
            $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.item.key < $1.item.key
        }
        let reached = Set(job.filter { $0.spent.seconds > 0 }.map(\.meaning.objective))
        unreached = input.myJob.objectives.filter { $0.meets(input.period) && !reached.contains($0.key) }
        let aimless = job.filter(\.meaning.objective.isEmpty)
        withoutObjective = Part(
            spent: aimless.spent, ref: input.ref(aimless, ofJob + [.init(.objective, "unknown")]))
        unagreed = input.myJob.responsibilities.filter {
            $0.meets(input.period) && $0.isMeasured && !$0.isAgreed && !input.fine.contains(.agreement($0.key))
        }
        fronts = Self.fronts(input)
        drains = Self.drains(
            job.filter { !judgedOn.contains($0.meaning.responsibility) }, ofJob, input)
    }

    private static func share(_ part: Int64, _ whole: Int64) -> Double {
        whole > 0 ? Double(part) / Double(whole) : 0
    }

    private static func fronts(_ input: AnswerBase) -> Fronts {
        func mean(_ cells: [DayCell]) -> Double? {
            let weeks = Dictionary(grouping: cells.filter { $0.spent.seconds > 0 || $0.pieces > 0 }, by: \.day.monday)
            guard !weeks.isEmpty else { return nil }
            let counts = weeks.values.map { week in
                Set(week.map(\.project).filter { !$0.isEmpty }).count
                    + Set(week.map(\.meaning.responsibility).filter { !$0.isEmpty }).count
            }
            return Double(counts.reduce(0, +)) / Double(counts.count)
        }
        let earlier = Set(input.previous.map(\.project))
        let new = Set(input.cells.filter { $0.spent.seconds > 0 }.map(\.project)).subtracting(earlier)
        return Fronts(
            perWeek: mean(input.cells) ?? 0, previousPerWeek: mean(input.previous),
            new: input.previous.isEmpty ? [] : new.filter { !$0.isEmpty }.sorted())
    }

    private static func drains(
        _ cells: [DayCell], _ ofJob: [SearchQuery.Filter], _ input: AnswerBase
    ) -> [Drain] {
        Dictionary(grouping: cells) { cell in
            cell.project.isEmpty ? input.calendarNames[cell.source].map { "\($0)\u{0}" } ?? "" : cell.project
        }.compactMap { key, cells -> Drain? in
            guard cells.seconds > 0 else { return nil }
            let isSource = key.hasSuffix("\u{0}")
            let name = isSource ? String(key.dropLast()) : key
            let place: [SearchQuery.Filter] =
                key.isEmpty
                ? Set(cells.map { input.sourceNames[$0.source] ?? "hand" }).sorted().map { .init(.source, $0) }
                    + [.init(.project, "unknown")]
                : isSource ? [.init(.source, name), .init(.project, "unknown")] : [.init(.project, name)]
            let keys = Set(cells.map(\.meaning.responsibility)).sorted()
            let meanings = keys.map { SearchQuery.Filter(.responsibility, $0.isEmpty ? "unknown" : $0) }
            let shown =
                isSource
                ? (input.calendarNames.count == 1 ? "Meetings" : "Meetings in “\(name)”") : key.isEmpty ? "Notes" : key
            return Drain(name: shown, spent: cells.spent, ref: input.ref(cells, ofJob + place + meanings))
        }.sorted { $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.name < $1.name }
            .prefix(5).map { $0 }
    }
}

extension MyJobItem {
    /// Whether it holds on any day of the period.
    package func meets(_ period: Period) -> Bool {
        (from.map { $0 < max(period.until, period.since + 1) } ?? true) && (until.map { $0 >= period.since } ?? true)
    }
}
