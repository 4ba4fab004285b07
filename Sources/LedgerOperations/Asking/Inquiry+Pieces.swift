package import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

/// Questions about single pieces and days.
extension Inquiry {
    package func search(
        _ query: SearchQuery, limit: Int = 50, offset: Int = 0, isCounted: Bool = true
    ) throws -> SearchResult {
        let range = try range(of: query)
        var result = try snapshot.search(
            query, among: pieces(of: query), range: range, limit: limit, offset: offset, isCounted: isCounted,
            readings: readings(for: query, range))
        show(&result)
        return result
    }

    /// The pieces that name a person, at most `past` earlier and `ahead` future ones.
    package func pieces(
        naming person: PublicID, past: Int, ahead: Int
    ) throws -> NamingPieces {
        var pieces = try snapshot.pieces(naming: person, before: now + 1, past: past, ahead: ahead)
        show(&pieces.past)
        show(&pieces.ahead)
        return pieces
    }

    private func show(_ result: inout SearchResult) {
        for index in result.hits.indices {
            result.hits[index].at = shown(result.hits[index].at, result.hits[index].flags)
        }
    }

    /// The time to show. No surface shows the time of day at which somebody else worked, and a note of a day is of that
    /// day whatever zone it is looked at from.
    func shown(_ at: Instant, _ flags: EvidenceFlags) -> Instant {
        if flags.contains(.byOther) { return zones.start(of: zones.day(of: at)) }
        return flags.isSuperset(of: [.allDay, .floating]) && zones != ownZones
            ? zones.start(of: ownZones.day(of: at)) : at
    }

    /// A piece with its reading, and why it was read so.
    package struct Piece: Sendable {
        package var shown: ShownEvidence
        package var reading: Reading
        /// The piece from which it inherits its responsibility.
        package var inheritedFrom: InheritedFrom?
        /// The kind of work that it probably is, where nobody has said it.
        package var learned: LearnedKind?
        package var ruleNames: RuleNames
        /// What the person said about it.
        package var correction: Correction?
        package var civil: CivilTime
        package var project: String?
    }

    package func show(_ text: String) throws -> Piece {
        let id = try snapshot.resolve(text)
        var shown = try snapshot.show(id)
        shown.draft.at = self.shown(shown.draft.at, shown.draft.flags)
        let trace = try snapshot.trace(of: id)
        let counted = try trace.map { try InheritedFinder(self).read($0) }
        let reading = counted?.reading ?? Reading()
        if let trace { shown.spent = try spent(on: trace.trace, myJob) }
        return Piece(
            shown: shown, reading: reading, inheritedFrom: counted?.from,
            learned: try trace.flatMap { try learnedKind($0, reading) },
            ruleNames: try ruleNames(), correction: trace?.correction,
            civil: zones.civil(shown.draft.at),
            project: shown.draft.project)
    }

    /// The time that a piece won on the timeline, both at its own time and where the person moved it.
    private func spent(on piece: TraceEvidence, _ myJob: MyJob) throws -> Spent {
        let reach = myJob.settings.reach
        var places = [Interval(piece.at - reach, piece.at + reach)]
        for span in [piece.span, piece.until.map({ Interval(piece.at, $0) })] {
            if let span, !span.isEmpty, !places.contains(where: { $0.start <= span.start && span.end <= $0.end }) {
                places.append(span)
            }
        }
        var spent = Spent.zero
        var seen: Set<Int64> = []
        for shards in places.compactMap(Shard.covering) {
            let overlay = try overlay(shards)
            for shard in shards where seen.insert(shard).inserted {
                let laid = overlay.shards[shard]?.time(of: piece.row)
                let time = if let laid { laid } else { try snapshot.time(of: piece.row, in: Shard(shard)) }
                for (grade, seconds) in time { spent += Spent(grade, seconds) }
            }
        }
        return spent
    }

    /// A stretch of one piece of evidence, with all grades joined.
    package struct Stretch: Sendable, Hashable {
        package var interval: Interval
        package var spent: Spent
        package var layer: Layer
        package var evidence: PublicID
        package var title: String
        package var project: String
        package var kind: EvidenceKind
        package var meaning: Meaning
        /// The piece from which it inherits its responsibility; only for ranges of at most two weeks.
        package var inheritedFrom: InheritedFrom?
        /// The pieces that it covers.
        package var covered: [PublicID]
    }

    package struct TimelineView: Sendable {
        package var base: AnswerBase
        package var stretches: [Stretch]
        package var plans: [Plan]
        /// Somebody else's events, which no list of a day shows.
        package var others: Set<PublicID>
        /// Leave, travel, and events so long that they need confirmation. Only for ranges of at most two weeks.
        package var context: [Context]
        package var days: [DayBounds]

        package struct Context: Sendable, Hashable {
            package var interval: Interval
            package var title: String
            /// A timed event that counts only once the person says that it took place; `nil` for all-day ones.
            package var awaitsWord: PublicID?
        }

        package struct Plan: Sendable, Hashable {
            package var interval: Interval
            package var id: PublicID
            package var title: String
        }
    }

    /// The segments of a range of days. Adjacent segments of the same evidence are joined.
    package func timeline(_ period: Period) throws -> TimelineView {
        let inputs = try inputs(period)
        let whole = period.interval(inputs.base.zones)
        var stretches: [Stretch] = []
        for item in try inputs.cells.segments(inputs.base.range) {
            let isPossible = item.segment.grade == .possible
            if let last = stretches.last, last.evidence == item.id, last.interval.end == item.segment.interval.start,
                (last.spent.seconds == 0) == isPossible
            {
                stretches[stretches.count - 1].interval = Interval(last.interval.start, item.segment.interval.end)
                stretches[stretches.count - 1].spent += Spent(item.segment.grade, item.segment.interval.seconds)
            } else {
                stretches.append(
                    Stretch(
                        interval: item.segment.interval,
                        spent: Spent(item.segment.grade, item.segment.interval.seconds),
                        layer: item.segment.layer, evidence: item.id, title: item.title, project: item.project,
                        kind: item.kind, meaning: item.meaning, covered: []))
            }
        }
        var traces =
            period.days <= 14
            ? try snapshot.traces(in: whole, needs: inputs.compiledJob.dropNeeds) : []
        inputs.compiledJob.takeOff(&traces)
        if period.days <= 14 { try nameInherited(&stretches) }
        let claimed = traces.filter { inputs.compiledJob.sweep.rules.isWork($0.trace) }
        for index in stretches.indices {
            let stretch = stretches[index]
            stretches[index].covered = claimed.filter { item in
                guard item.trace.id != stretch.evidence, let span = item.trace.span else { return false }
                return span.overlaps(stretch.interval)
            }.map(\.trace.id).sorted()
        }
        let rules = inputs.compiledJob.sweep.rules
        let plans = traces.filter { item in
            // A meeting to come is planned, however the calendar has it.
            rules.isPlan(item.trace)
                || (item.trace.kind == .event && item.trace.at >= now && rules.isWork(item.trace))
        }.compactMap { item in
            item.trace.span.map {
                TimelineView.Plan(interval: $0, id: item.trace.id, title: item.facts.title)
            }
        }.sorted { $0.interval.start < $1.interval.start }
        var context =
            try period.days > 14
            ? []
            : snapshot.allDayEvents(in: whole).filter { $0.standing != .others }.map {
                TimelineView.Context(interval: $0.interval, title: $0.title, awaitsWord: nil)
            }
        context += traces.compactMap { item in
            guard let span = item.trace.span, inputs.compiledJob.sweep.rules.isTooLong(item.trace) else { return nil }
            return TimelineView.Context(interval: span, title: item.facts.title, awaitsWord: item.trace.id)
        }
        return TimelineView(
            base: inputs.base, stretches: stretches, plans: plans,
            others: Set(traces.filter { $0.trace.standing == .others }.map(\.trace.id)), context: context,
            days: inputs.compiledJob.days(meeting: whole, inputs.base.working))
    }

    private func nameInherited(_ stretches: inout [Stretch]) throws {
        let finder = try InheritedFinder(self)
        for (index, item) in stretches.enumerated() where item.meaning.isInherited {
            stretches[index].inheritedFrom = try finder.from(item.project, at: item.interval.start)?.piece
        }
    }

    package func people(only text: String? = nil) throws -> [PersonSummary] {
        guard let text else { return try snapshot.people() }
        return try PersonFinder(snapshot).all(text)
    }

    /// Everything held about a person. Throws `.notFound` if nobody has this name, `.ambiguousID` if several have.
    package func held(about name: String) throws -> HeldAbout {
        let person = try PersonFinder(snapshot).person(name)
        var held = HeldAbout(person, myJob: myJob, who: try who(), claims: try snapshot.claims(), zones: zones)
        held.open = try openAsks().filter { $0.people[person.id] != nil }
        return held
    }

    static func nobody(called name: String) -> LedgerError {
        LedgerError(.notFound, "nobody here is called “\(name)”", hint: "List everyone with \(offer: .people).")
    }
}

extension SearchQuery {
    /// A query as a person typed it. Throws `.usage` if it has a filter, or a value of one, that does not exist.
    init(checked text: String) throws(LedgerError) {
        self.init(text)
        if let unknown = Self.unknownFilter(in: text) {
            let names = Key.allCases.map(\.rawValue)
            let meant = nearest(to: unknown, among: names).map { "; did you mean \($0):?" } ?? ""
            throw LedgerError(
                .usage, "there is no filter \(unknown.prefix(40)):\(meant)",
                hint: "Known: \(names.map { $0 + ":" }.joined(separator: " ")). In quotation marks it is a word.")
        }
        try check(.isA, Self.kindsOfWork)
        try check(.kind, EvidenceKind.allCases.map(\.rawValue))
        try check(.arena, Arena.allCases.map(\.rawValue) + ["unknown"])
        try check(.worth, Worth.allCases.map(\.rawValue) + ["unknown"])
    }

    private func check(_ key: Key, _ known: [String]) throws(LedgerError) {
        guard let unknown = values(key).first(where: { !known.contains($0) }) else { return }
        throw LedgerError(
            .usage, "there is no filter \(key.rawValue):\(unknown.prefix(40))",
            hint: "Known: \(known.map { "\(key.rawValue):\($0)" }.joined(separator: ", ")).")
    }
}

extension Inquiry {
    /// One line for each of these pieces, to show beside others. Missing pieces are left out.
    package func glimpses(_ ids: some Sequence<PublicID>) throws -> [PublicID: SearchHit] {
        let sources = try Dictionary(uniqueKeysWithValues: snapshot.sources().map { ($0.rowID, $0.name) })
        var result: [PublicID: SearchHit] = [:]
        for id in ids where result[id] == nil {
            guard let found = try snapshot.trace(of: id) else { continue }
            let trace = found.trace
            result[id] = SearchHit(
                id: id, at: shown(trace.span?.start ?? trace.at, trace.flags), until: trace.span?.end,
                source: sources[found.sourceRow] ?? "", kind: trace.kind,
                title: trace.flags.contains(.isPrivate) ? "" : found.facts.title, snippet: "", flags: trace.flags)
        }
        return result
    }
}
