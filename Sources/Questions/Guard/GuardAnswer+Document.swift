import LedgerModel
import Timeline

extension GuardAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Time for me"
        guard input.total.high > 0 || !blocks.isEmpty || !candidates.isEmpty else {
            return Empty.nothingSeen(
                title, input,
                "The hours you set aside for yourself: what became of them, what ran into them, and which hours hold.",
                ways: [.calendar, .setUp])
        }
        return Document(
            title: title, period: input.period.text, headline: headline(input),
            sections: questions(input)
                + [
                    nextSection(input), blockSection(input), insteadSection(), survivalSection(input),
                    dayShape(input),
                ].compactMap { $0 })
    }

    /// The blocks of the period, newest first, one line each.
    private func blockSection(_ input: AnswerBase) -> Document.Section? {
        guard !blocks.isEmpty else { return nil }
        let shown = blocks.suffix(Self.mostShown).reversed()
        var sums: [Document.Span] = [.text("\(Words.digits(blocks.count, "block")): ")]
        var parts: [[Document.Span]] = []
        func add(_ seconds: Int64, _ words: String) {
            if seconds > 0 { parts.append([.text("\(SpokenDuration.text(seconds)) \(words)")]) }
        }
        add(forMe, "for me")
        add(given, "given")
        if taken > 0 {
            parts.append([
                .figure(SpokenDuration.text(taken), Self.ref(takenBy, "taken", input)), .taken(" taken"),
            ])
        }
        add(noTrace, "not known")
        add(void, "personal or days off")
        add(moved, "moved")
        add(cancelled, "cancelled")
        for (index, part) in parts.enumerated() { sums += (index > 0 ? [.text(", ")] : []) + part }
        sums.append(.text("."))
        if blocks.count > shown.count { sums.append(.soft(" The latest \(Words.count(shown.count)) are listed.")) }
        return Document.Section(
            "What happened to the blocks", id: .blocks, onlyForYou: true,
            (week.map { [.chart(.week($0))] } ?? []) + [.paragraph(sums), .list(shown.map { line($0, input) })])
    }

    /// The most blocks that are listed.
    private static let mostShown = 12

    /// `Fri 13 March, 8:00, Learn: tides: 45 of 60 min for me, 15 taken`
    private func line(_ block: Block, _ input: AnswerBase) -> [Document.Span] {
        let whole = Self.minutes(block.promise.seconds)
        var became: [Document.Span] = []
        func add(_ seconds: Int64, _ words: String, _ span: (String) -> Document.Span = { .text($0) }) {
            guard seconds > 0 else { return }
            let amount = seconds == block.promise.seconds ? "all \(whole) min" : Self.minutes(seconds)
            let unit = became.isEmpty && seconds != block.promise.seconds ? " of \(whole) min" : ""
            if !became.isEmpty { became.append(.text(", ")) }
            became.append(span("\(amount)\(unit) \(words)"))
        }
        add(block.forMe, "for me")
        add(block.given, "given")
        add(block.taken, "taken") { .taken($0) }
        add(block.noTrace, "not known") { .soft($0) }
        add(block.void, "personal or a day off") { .soft($0) }
        return [
            .text("\(Moments.moment(block.promise.start, input.zones)), "),
            .figure(block.title.isEmpty ? "A private block" : block.title, EvidenceRef(pieces: [block.id])),
            .text(": "),
        ] + became
    }

    private func insteadSection() -> Document.Section? {
        guard !instead.isEmpty else { return nil }
        return Document.Section(
            "What ran into them", id: .displaced, onlyForYou: true,
            (series.map { [.paragraph($0.advice(survival?.extremes?.best.label))] } ?? []) + [
                .table(
                    Document.Table(
                        columns: ["Kind", "What would help", .number("Minutes")],
                        rows: instead.map { item in
                            [
                                [.text(item.cause.rawValue.sentence)], [.text(item.cause.remedy)],
                                [.figure(Self.minutes(item.seconds), item.ref)],
                            ]
                        }))
            ])
    }

    private func survivalSection(_ input: AnswerBase) -> Document.Section {
        let title = "Which hours hold"
        guard let picture = survival?.picture({ ref($0, input) }) else {
            return Document.Section(
                title, id: .survival, onlyForYou: true,
                [
                    .empty(
                        survival == nil
                            ? "Name the hours that could be yours, and you will see how often the job leaves each alone."
                            : "This needs four days with a record.",
                        survival == nil ? .setUp : nil)
                ])
        }
        return Document.Section(
            title, id: .survival, onlyForYou: true,
            [
                .chart(.slots(picture)),
                .paragraph([
                    .soft(
                        "Percent of the days with a record on which the job took less than half of the hour, of the last 26 weeks; "
                            + "recent ones weigh more. A dash: fewer than four such days.")
                ]),
            ])
    }

    /// The pieces of the job that fell into a slot.
    func ref(_ slot: Survival.Slot, _ input: AnswerBase) -> EvidenceRef {
        let today = input.zones.day(of: input.now)
        let query = SearchQuery(
            filters: [
                .init(.hours, slot.hours), .init(.since, (today - Survival.days).iso), .init(.until, (today + 1).iso),
            ])
        return EvidenceRef(count: slot.takenBy.count, ids: slot.takenBy, query: query.text)
    }

    private func dayShape(_ input: AnswerBase) -> Document.Section? {
        var spans: [Document.Span] = []
        if days.with > 0 {
            let base = days.base > days.with ? " of \(days.base)" : ""
            spans += [
                .text(
                    "A day counts if a block was for you, or if 15 minutes went to growth or a side project: \(days.with)\(base)."
                ),
                .soft(
                    " Days with less than half of their working hours on record, or with 15 minutes of a block not known, are left out."
                ),
            ]
        }
        if afterHours > 0 {
            spans.append(
                .text(" After hours: \(Hours.text(afterHours)) of work outside working hours."))
        }
        guard !spans.isEmpty else { return nil }
        if input.working.isAssumed {
            spans.append(.soft(" Working hours are assumed: Monday to Friday, 9:00 to 17:00."))
        }
        return Document.Section("Days", id: .days, onlyForYou: true, [.paragraph(spans)])
    }

    private static func minutes(_ seconds: Int64) -> String { String((seconds + 30) / 60) }
}

extension GuardAnswer {
    /// The hours with the best chance for a block; `nil` if they are not known yet.
    func nextSection(_ input: AnswerBase) -> Document.Section? {
        guard let best = survival?.extremes?.best else { return nil }
        let hours = Words.list(
            best.minutes.count == 30 ? [best.label] : ["\(best.label) to \(ClockRange.clock(best.minutes.upperBound))"])
        return Document.Section(
            "Next", id: .next, onlyForYou: true,
            [
                .paragraph([
                    .text("Of all your possible hours the job leaves this one alone most often: "), .strong(hours),
                    .text("."),
                ])
            ])
    }
}
