import LedgerModel

extension GuardAnswer {
    /// The sentences that hold; where there is nothing to say yet, what could be time for the person, or how to name it.
    func headline(_ input: AnswerBase) -> [Document.Span] {
        let said = sentences(input)
        guard promised == 0 else { return said }
        return said + (said.isEmpty ? [] : [.text(" ")]) + (candidates.isEmpty ? Self.invitation(input) : possibilities)
    }

    /// What is known of the period, what holds first; empty if nothing is.
    package func sentences(_ input: AnswerBase) -> [Document.Span] {
        var sentences: [[Document.Span]] = []
        if let (best, worst) = survival?.extremes {
            sentences.append([
                .figure(best.label, ref(best, input)), .text(" holds \(best.often), "),
                .figure(worst.label, ref(worst, input)), .text(" \(worst.often)."),
            ])
        }
        if promised > 0 { sentences.append(becameOfIt(input)) }
        if let series { sentences.append(series.sentence) }
        if let shape = daySentence { sentences.append([.text(shape)]) }
        return Array(sentences.joined(separator: [.text(" ")]))
    }

    /// What became of the time that was set aside.
    package func becameOfIt(_ input: AnswerBase) -> [Document.Span] {
        // Plans are not work, so `is:work` would leave them out.
        let query = SearchQuery(
            filters: [
                .init(.since, input.period.since.iso), .init(.until, input.period.until.iso), .init(.isA, "block"),
            ])
        let ref = EvidenceRef(count: blocks.count, ids: blocks.map(\.id), query: query.text)
        let all = Document.Span.figure(SpokenDuration.text(promised), ref)
        let unknown = Document.Span.figure(SpokenDuration.text(noTrace), ref)
        let byWhat = Document.Span.figure(SpokenDuration.text(taken), Self.ref(takenBy, "taken", input))
        guard forMe > 0 || given > 0 || void > 0 else {
            let rest: [Document.Span] =
                noTrace > 0
                ? [.text(" you set aside; of "), unknown, .text(" nothing is known.")] : [.text(" you set aside.")]
            if taken == 0 { return [.text("What became of the "), all, .text(" you set aside is not known yet.")] }
            return isAllMeetings
                ? [.text("Meetings took "), byWhat, .text(" of the "), all] + rest
                : [byWhat, .text(" was taken of the "), all] + rest
        }
        var parts: [[Document.Span]] = []
        if forMe > 0 {
            parts.append([
                .figure(SpokenDuration.text(forMe), Self.ref(forMeBy, "for-me", input)), .text(" was for you"),
            ])
        }
        if given > 0 { parts.append([.text("you gave "), .figure(SpokenDuration.text(given), ref)]) }
        if taken > 0 { parts.append([byWhat, .text(" was taken")]) }
        if noTrace > 0 { parts.append([unknown, .text(" is not known")]) }
        if void > 0 { parts.append([.figure(SpokenDuration.text(void), ref), .text(" was personal or a day off")]) }
        var spans: [Document.Span] = [.text("Of the "), all, .text(" you set aside, ")]
        for (index, part) in parts.enumerated() {
            if index > 0 { spans.append(.text(index == parts.count - 1 ? " and " : ", ")) }
            spans += part
        }
        return spans + [.text(".")]
    }

    private var isAllMeetings: Bool { instead.allSatisfy { $0.cause == .overran || $0.cause == .onTop } }

    /// `On eight of 32 days there was time for you.`
    private var daySentence: String? {
        // Of days without anything nobody knows what was not on record, and it would only scold.
        guard days.with > 0 else { return nil }
        // Of the days that are left out nobody knows.
        return days.with == days.base
            ? "On \(Words.count(days.with, "day")) there was time for you."
            : "On \(Words.count(days.with)) of \(Words.count(days.base, "day")) there was time for you."
    }

    /// `“Study: cloud course”, Fridays 14:00, and two more could be time for you.`
    private var possibilities: [Document.Span] {
        guard let first = candidates.first else { return [] }
        let more = candidates.count - 1
        return [
            first.figure, .text(", \(first.when),"),
            .text(more > 0 ? " and \(Words.count(more)) more could be time for you." : " could be time for you."),
        ]
    }

    /// What will appear here, and the one way to it.
    private static func invitation(_ input: AnswerBase) -> [Document.Span] {
        if !input.myJob.blocks.isEmpty { return [.text("None of the time that you set aside lies in this period.")] }
        return input.sourceKinds.contains(.calendar)
            ? [
                .text("Time that you set aside for yourself in a calendar appears here; name it under “blocks” in "),
                .offer(.editJob), .text("."),
            ]
            : [
                .text("Time that you set aside for yourself in a calendar appears here with what became of it: "),
                .offer(.calendar), .text("."),
            ]
    }

    /// What only the person knows: what became of a week, and what could be time for them.
    func questions(_ input: AnswerBase) -> [Document.Section] {
        let week = BlockWeek.remembered(blocks, zones: input.zones, now: input.now).first
        let asked = candidates.prefix(BlockCandidate.mostShown)
        var sections = week.map { [$0.section(input.zones)] } ?? []
        for (index, candidate) in asked.enumerated() {
            sections.append(candidate.section(isFirst: index == 0, hasKeys: week == nil && index == 0))
        }
        if candidates.count > asked.count {
            let more = Words.count(candidates.count - asked.count, "more question").sentence
            sections[sections.count - 1].blocks.append(
                .paragraph([.text("\(more). Ask one by one: "), .offer(.askOfBlocks(each: nil))]))
        }
        return sections
    }
}

extension RunningSeries {
    /// `“Release: go or no go” ran into 14 of the blocks.`
    var sentence: [Document.Span] {
        [.figure("“\(title)”", ref), .text(" ran into \(Words.count(blocks, "block")).")]
    }

    /// The one remedy for it.
    func advice(_ best: String?) -> [Document.Span] {
        let place = best.map { " Would those blocks hold better elsewhere, for example on \($0)?" } ?? ""
        return [
            .figure("“\(title)”", ref),
            .text(" took \(SpokenDuration.text(seconds)) of \(Words.count(blocks, "block")).\(place)"),
        ]
    }
}
