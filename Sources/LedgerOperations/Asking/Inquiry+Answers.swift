import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

/// The answers. All of them come from the same base, so that a question has the same answer everywhere.
extension Inquiry {
    package func base(_ period: Period) throws -> AnswerBase { try inputs(period).base }

    /// This quarter, which is the default period.
    package func currentQuarter() throws -> Period { try Period("quarter", today: today) }

    package func totals(_ period: Period, by: TotalsAnswer.By) throws -> Answered<TotalsAnswer> {
        let inputs = try inputs(period, by: by.grain)
        switch by {
        case .skill:
            let labels = MyJobLabels(inputs.base.myJob)
            let rows = try Dictionary(grouping: skillRows(inputs), by: \.skill).map { key, rows in
                TotalsAnswer.Row(
                    key: key, name: labels.skill(key), spent: Spent(sure: rows.reduce(0) { $0 + $1.seconds }),
                    ref: EvidenceRef(
                        count: rows.reduce(0) { $0 + $1.pieces }, query: inputs.base.query([.init(.skill, key)])))
            }
            return Answered(TotalsAnswer(inputs.base, by: by, touched: rows), inputs.base)
        case .person:
            return Answered(TotalsAnswer(inputs.base, by: by, touched: try personRows(inputs)), inputs.base)
        default:
            return Answered(TotalsAnswer(inputs.base, by: by), inputs.base)
        }
    }

    private func skillRows(_ inputs: AnswerInputs) throws -> [PictureAnswer.SkillRow] {
        try snapshot.skills(in: inputs.base.range, laid: inputs.cells.laid).map {
            PictureAnswer.SkillRow(skill: $0.skill, seconds: $0.seconds, pieces: $0.pieces)
        }
    }

    private func personRows(_ inputs: AnswerInputs) throws -> [TotalsAnswer.Row] {
        let people = try snapshot.peopleOfSegments(
            in: inputs.base.range, laid: inputs.cells.laid, timer: snapshot.openTimer()?.people ?? [])
        return people.map { row in
            TotalsAnswer.Row(
                key: row.person.description, name: row.name, spent: row.spent,
                ref: EvidenceRef(count: row.pieces, query: inputs.base.query([.init(.person, row.person.description)])))
        }
    }

    package func scope(_ period: Period) throws -> Answered<ScopeAnswer> {
        let asked = try scopeFigures(period)
        var answer = asked.answer
        answer.alone = try alone(in: asked.base.range)
        return Answered(answer, asked.base)
    }

    /// The same without the events that name nobody else, which only its own page tells and every plan is read for.
    func scopeFigures(_ period: Period) throws -> Answered<ScopeAnswer> {
        let inputs = try inputs(period, by: ScopeAnswer.grain, previous: true)
        var answer = ScopeAnswer(inputs.base)
        if !answer.unagreed.isEmpty { answer.people = try knownPeople() }
        return Answered(answer, inputs.base)
    }

    package func guardAnswer(_ period: Period) throws -> Answered<GuardAnswer> {
        let inputs = try inputs(period, by: GuardAnswer.grain)
        let blocks = try blocks(inputs, period)
        var answer = GuardAnswer(inputs.base, blocks: blocks, afterHours: try afterHours(inputs))
        answer.survival = try survival(inputs)
        answer.week = try week(inputs, blocks)
        answer.series = RunningSeries(answer.takenParts, titles: try titles(of: answer.takenParts))
        answer.candidates = try blockCandidates()
        return Answered(answer, inputs.base)
    }

    /// The same without its charts, for the filters of figures.
    func guardFigures(_ period: Period) throws -> GuardAnswer {
        let inputs = try inputs(period, by: GuardAnswer.grain)
        return GuardAnswer(inputs.base, blocks: try blocks(inputs, period), afterHours: try afterHours(inputs))
    }

    /// The plans of the whole period, future ones included, that the patterns of My job call blocks.
    private func blocks(_ inputs: AnswerInputs, _ period: Period) throws -> [BlockInput] {
        let myJob = inputs.base.myJob
        var patterns: [(BlockPattern, CompiledCondition)] = []
        for pattern in myJob.blocks {
            patterns.append(
                (
                    pattern,
                    try CompiledCondition(pattern.when, name: pattern.key, kind: "block", zones: inputs.base.zones)
                )
            )
        }
        guard !patterns.isEmpty else { return [] }
        var result: [BlockInput] = []
        for plan in try snapshot.plans(in: period.interval(inputs.base.zones)) {
            let facts = EvidenceFacts(
                kind: .event, at: plan.birth.start, title: plan.title, tags: plan.tags, sources: plan.sources,
                calendars: plan.calendars)
            let day = inputs.base.zones.day(of: plan.birth.start)
            guard let (pattern, _) = patterns.first(where: { $0.0.holds(on: day) && $0.1.matches(facts) }) else {
                continue
            }
            let isCancelled =
                plan.standing == .cancelled || plan.standing == .declined || !plan.flags.isDisjoint(with: .gone)
            // Nobody knows what happened in it.
            if plan.isForetold, !isCancelled, plan.current.start <= now { continue }
            result.append(
                BlockInput(
                    id: plan.id, title: plan.title, birth: plan.birth, current: plan.current, isCancelled: isCancelled,
                    word: plan.word, area: pattern.area, segments: []))
        }
        try fill(&result, inputs)
        return result
    }

    /// Gives past blocks the segments in their time. Reads the segments of all blocks at once.
    private func fill(_ blocks: inout [BlockInput], _ inputs: AnswerInputs) throws {
        // Begin before the block, to tell what ran over into it from what was put on top of it.
        func around(_ block: BlockInput) -> Interval { Interval(block.promise.start - 43_200, block.promise.end) }
        let past = blocks.indices.filter { blocks[$0].promise.end <= now }
        guard let start = past.map({ around(blocks[$0]).start }).min(),
            let end = past.map({ blocks[$0].promise.end }).max()
        else { return }
        let segments = try inputs.cells.plainSegments(Interval(start, end))
        for index in past {
            let around = around(blocks[index])
            let first = segments.firstIndex(inOrder: { $0.interval.end > around.start })
            let last = segments.firstIndex(inOrder: { $0.interval.start >= around.end })
            if first < last { blocks[index].segments = segments[first..<last] }
        }
    }

    package func picture(_ period: Period) throws -> Answered<PictureAnswer> {
        let inputs = try inputs(period, by: PictureAnswer.grain)
        return Answered(PictureAnswer(inputs.base, skills: try skillRows(inputs)), inputs.base)
    }

    package func backstage(_ period: Period) throws -> Answered<BackstageAnswer> {
        let inputs = try inputs(period, by: BackstageAnswer.grain, previous: true)
        let people = try acquaintances()
        let base = try naming(inputs.base)
        // 1:1s from a year before to ninety days ahead.
        let wide = Interval(inputs.base.range.start - 366 * 86_400, now + 90 * 86_400)
        let working = try inputs.compiledJob.workingHours(in: wide, snapshot)
        let pairs = try snapshot.pairMeetings(in: wide).filter { row in
            // Leave out past meetings that are unconfirmed, because the calendar has not been read since.
            !(row.isForetold && row.at <= now)
        }.map { row in
            BackstageAnswer.PairOccurrence(
                person: row.person, name: row.name, at: row.at, evidence: row.evidence,
                state: row.isRefused
                    ? .cancelled
                    // Left standing on a day off, it may have been cancelled by word of mouth.
                    : row.at <= now && row.standing.counts && working.isDayOff(row.at) ? .perhaps : .init(row.standing),
                movedBy: row.movedBy)
        }
        return Answered(BackstageAnswer(base, people: people, pairs: pairs), base)
    }

    /// The same base with whom the person's own word names, and about whom no advice is wanted.
    func naming(_ base: AnswerBase) throws -> AnswerBase {
        var base = base
        let who = try who()
        base.who = who
        let job =
            myJob.objectives.map(\.owner) + myJob.responsibilities.map(\.agreedWith) + myJob.notMine.map(\.owner)
        let names = try job.compactMap { $0 } + snapshot.toldNames()
        base.named = Set(names.compactMap(who.person)).union(try openAsks().flatMap(\.people.keys))
        base.resting = Set(
            try snapshot.saidOfPeople().filter { $0.answer == .rest && $0.holds(on: today) }
                .compactMap { who.person($0.other) })
        return base
    }

    package func value(_ period: Period) throws -> Answered<ValueAnswer> {
        let asked = try reportedValue(period)
        var answer = asked.answer
        answer.candidates = try candidates(beside: period, most: Self.mostBesideValue)
        answer.candidatesApart = answer.candidates == nil ? period : nil
        answer.outsider = try outsider(asked.base, answer.claims)
        return Answered(answer, asked.base)
    }

    /// From how many pieces a year on *What I changed* leaves candidates to their own page: they take longer than it.
    private static let mostBesideValue = 5_000

    /// The same without candidates and without who else could run something, which no report tells.
    func reportedValue(_ period: Period) throws -> Answered<ValueAnswer> { try value(period, showsIncidents: true) }

    /// The same without what sources show of incidents, which takes a look at a year before and after the period.
    func results(_ period: Period) throws -> Answered<ValueAnswer> { try value(period, showsIncidents: false) }

    private func value(_ period: Period, showsIncidents: Bool) throws -> Answered<ValueAnswer> {
        let inputs = try inputs(period, by: ValueAnswer.grain)
        var base = inputs.base
        base.who = try who()
        let occasions = try occasions(in: Interval(now, now + 90 * 86_400))
        let claims = try snapshot.claims()
        var answer = ValueAnswer(
            base, claims: claims, occasions: occasions,
            history: showsIncidents
                ? try incidents(around: period, citedBy: claims.filter { base.range.contains($0.at) }) : .none)
        if !answer.notTold.isEmpty { answer.people = try knownPeople() }
        answer.notesWait = try notesWait(base)
        return Answered(answer, base)
    }

    /// Whether one of the newest notes of a period of which no line was answered says something that could be a result.
    private func notesWait(_ base: AnswerBase) throws -> Bool {
        let range = base.period.interval(zones)
        guard range.start <= now else { return false }
        let notes = try snapshot.unansweredNotes(in: Interval(range.start, min(range.end, now + 1)), most: 50)
        return notes.contains { !NoteLines($0.text, tags: $0.tags).lines.isEmpty }
    }

    /// Meetings with each of their people, under the name that My job has for them if it knows them.
    func occasions(in range: Interval, held: Bool = false) throws -> [ValueAnswer.Occasion] {
        let who = try who()
        return try snapshot.meetings(in: range, held: held).map { row in
            ValueAnswer.Occasion(
                person: who.person(row.identity).flatMap(who.label) ?? row.name, title: row.title, at: row.at,
                evidence: row.evidence)
        }
    }

    /// The first ids behind a figure.
    package func ids(_ ref: EvidenceRef) throws -> [PublicID] {
        guard ref.ids.isEmpty else { return ref.ids }
        let query = SearchQuery(ref.query)
        let range = try range(of: query)
        return try snapshot.ids(query, among: pieces(of: query), range: range, readings: readings(for: query, range))
    }

    /// What a query about readings needs besides those that are stored: the shards that could not be stored, and what
    /// open work inherits.
    func readings(for query: SearchQuery, _ range: Interval?) throws -> ReadingsBeside {
        guard query.needsReadings else { return .none }
        let shards = range.flatMap(Shard.covering)
        guard range == nil || shards != nil else { return .none }
        return ReadingsBeside(
            laid: Array(try overlay(shards).shards.values),
            inherited: query.values(.responsibility).isEmpty ? .none : try inherited(range))
    }

    /// The meaning of `since:` and `until:` of a query in the person's zone. Throws `.badPeriod`.
    func range(of query: SearchQuery) throws -> Interval? {
        func start(_ key: SearchQuery.Key) throws -> Instant? {
            try query.values(key).last.map { text in zones.start(of: try day(text)) }
        }
        let since = try start(.since)
        let until = try start(.until)
        // No figure counts what is in the future.
        let isWork = query.values(.isA).contains { $0 == "work" || WorkSign(key: $0) != nil }
        guard since != nil || until != nil || isWork else { return nil }
        let end = until ?? .last
        return Interval(since ?? .first, isWork ? min(end, now) : end)
    }
}

extension Array {
    /// The first index from which `holds` is true up to the end, by binary search.
    fileprivate func firstIndex(inOrder holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Inquiry {
    /// What stands open between the person and others, oldest first.
    func openAsks() throws -> [OpenAsk] {
        let notes = try snapshot.notesWithOpenLines()
        return notes.isEmpty ? [] : OpenAsk.all(in: notes, try who(), try knownPeople())
    }

    /// Recurring meetings of two people, with what to bring to the next one.
    package func oneOnOnes(_ period: Period) throws -> Answered<OneOnOnes> {
        let backstage = try backstage(period)
        var notes: [PublicID: [PersonNote]] = [:]
        for pair in backstage.answer.pairs {
            notes[pair.person] = try snapshot.notes(with: pair.person, until: now, most: OneOnOnes.mostNotes)
        }
        var answer = OneOnOnes(
            backstage.answer, try results(period).answer, try scopeFigures(period).answer, backstage.base,
            open: try openAsks(), notes: notes)
        answer.knowsMe = try !snapshot.me().isEmpty
        return Answered(answer, backstage.base)
    }
}
