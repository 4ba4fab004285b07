package import LedgerModel

/// A week in which nobody knows what became of some blocks. One word answers for all of them.
package struct BlockWeek: Sendable, Hashable {
    package var week: Period
    /// The blocks that are asked about.
    package var blocks: [GuardAnswer.Block]

    /// For how many days somebody remembers a week.
    package static let longest: Int64 = 35

    package var promised: Int64 { blocks.reduce(0) { $0 + $1.promise.seconds } }
    package var noTrace: Int64 { blocks.reduce(0) { $0 + $1.noTrace } }

    /// The weeks of open blocks, the latest first.
    package static func all(_ blocks: [GuardAnswer.Block], zones: ZoneHistory) -> [BlockWeek] {
        let open = Dictionary(grouping: blocks.filter(\.isOpen)) { zones.day(of: $0.promise.start).monday }
        return open.map { monday, blocks in
            BlockWeek(
                week: Period(since: monday, until: monday + 7),
                blocks: blocks.sorted { ($0.promise.start, $0.id) < ($1.promise.start, $1.id) })
        }.sorted { $0.week.since > $1.week.since }
    }

    /// Those that can still be remembered.
    package static func remembered(
        _ blocks: [GuardAnswer.Block], zones: ZoneHistory, now: Instant
    ) -> [BlockWeek] {
        all(blocks, zones: zones).filter { zones.day(of: now) - $0.week.since <= longest }
    }
}

extension BlockWeek {
    /// `The week of 9 to 15 March 2026: what became of 2 h of the 3 h you set aside is not known.`
    package func question(_ zones: ZoneHistory) -> [Document.Span] {
        if blocks.count == 1 { return blocks[0].question(zones) }
        let ref = EvidenceRef(pieces: blocks.map(\.id))
        let part = Document.Span.figure(SpokenDuration.text(noTrace), ref)
        let whole =
            noTrace == promised ? [.text("the "), part] : [part, .text(" of the \(SpokenDuration.text(promised))")]
        return [.text("The week of \(week.text): what became of ")] + whole
            + [.text(" you set aside is not known.")]
    }

    /// The answers, in the order of their keys.
    package static let answers: [BlockWord] = [.forMe, .gave, .taken, .unknown]

    /// The words before the first answer in a terminal.
    static let lead =
        "Answer \(answers.dropLast().map(\.rawValue).joined(separator: ", ")) or \(BlockWord.unknown.rawValue)"

    /// The question with its answers.
    package func section(_ zones: ZoneHistory) -> Document.Section {
        var blocks: [Document.Block] = [
            .paragraph(question(zones)),
            .offers(.init(Self.answers.map { .sayOfBlocks(.week(week.since, $0)) }, lead: Self.lead, hasKeys: true)),
        ]
        if self.blocks.count > 1 {
            blocks.append(.paragraph([.soft("Or say it of each: "), .offer(.askOfBlocks(each: week.since))]))
        }
        return Document.Section("What became of it?", id: .askedOfBlocks, onlyForYou: true, blocks)
    }

    /// The same of each block.
    package func sections(_ zones: ZoneHistory) -> [Document.Section] {
        blocks.enumerated().map { index, block in
            Document.Section(
                index == 0 ? "What became of it?" : "", id: .askedOfBlocks, onlyForYou: true,
                [
                    .paragraph(block.question(zones)),
                    .offers(
                        .init(
                            Self.answers.map { .sayOfBlocks(.block(block.id, $0)) }, lead: Self.lead,
                            hasKeys: index == 0)),
                ])
        }
    }
}

extension GuardAnswer.Block {
    /// `Learn: time series, Thu 19 November, 17:30: 29 of 60 minutes are not known.`
    package func question(_ zones: ZoneHistory) -> [Document.Span] {
        let minutes = (noTrace + 30) / 60
        return [
            .figure(title.isEmpty ? "A private block" : title, EvidenceRef(pieces: [id])),
            .text(
                ", \(Moments.moment(promise.start, zones)): \(minutes) of \((promise.seconds + 30) / 60) minutes are not known."
            ),
        ]
    }
}
