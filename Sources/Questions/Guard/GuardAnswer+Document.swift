import LedgerModel
import Timeline

extension GuardAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Time for me"
        guard input.total.high > 0 || !blocks.isEmpty else {
            return Empty.nothingSeen(
                title, input,
                "The hours you set aside for yourself: what became of them, what ran into them, and which hours hold.",
                ways: [.calendar, .setUp])
        }
        return Document(
            title: title, period: input.period.text, headline: headline(input),
            sections: [
                nextSection(input), blockSection(input), insteadSection(), survivalSection(input), dayShape(input),
            ].compactMap { $0 })
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        var spans: [Document.Span] = []
        if promised > 0 {
            // Plans are not work, so `is:work` would leave them out.
            let query = SearchQuery(
                filters: [
                    .init(.since, input.period.since.iso), .init(.until, input.period.until.iso), .init(.isA, "block"),
                ])
            let ref = EvidenceRef(count: blocks.count, ids: blocks.map(\.id), query: query.text)
            var parts: [[Document.Span]] = []
            if forMe > 0 {
                parts.append([
                    .figure(SpokenDuration.text(forMe), Self.ref(forMeBy, "for-me", input)), .text(" was for you"),
                ])
            }
            if taken > 0 {
                parts.append([
                    .figure(SpokenDuration.text(taken), Self.ref(takenBy, "taken", input)), .text(" was taken"),
                ])
            }
            if noTrace > 0 {
                parts.append([.figure(SpokenDuration.text(noTrace), ref), .text(" is not known")])
            }
            spans += [.text("Of the "), .figure(SpokenDuration.text(promised), ref), .text(" you set aside, ")]
            for (index, part) in parts.enumerated() {
                if index > 0 { spans.append(.text(index == parts.count - 1 ? " and " : ", ")) }
                spans += part
            }
            spans.append(.text(". "))
        } else {
            spans.append(.text("No time was set aside for you in this period. "))
        }
        if days.base > 0 {
            spans.append(
                .text(
                    "\(days.with == 0 ? "None" : Words.count(days.with).sentence) of \(Words.count(days.base, "day")) had something for you."
                ))
        }
        if afterHours > 0 {
            spans += [
                .text(" "), .figure(Hours.text(afterHours), afterHoursRef),
                .text(" of work fell outside working hours."),
            ]
        }
        if let (best, worst) = survival?.extremes {
            spans += [
                .text(" "), .figure(best.label, ref(best, input)), .text(" holds \(best.often), "),
                .figure(worst.label, ref(worst, input)), .text(" \(worst.often)."),
            ]
        }
        return spans
    }

    private func blockSection(_ input: AnswerBase) -> Document.Section {
        guard !blocks.isEmpty else {
            return Document.Section(
                "Blocks", id: .blocks, onlyForYou: true,
                [
                    .empty(
                        "Events you plan for yourself, such as “Learning: …”, will appear here with what became of them. Name their pattern under `blocks` in My job.",
                        .editJob)
                ])
        }
        let shown = blocks.suffix(12).reversed()
        var parts: [Document.Span] = [
            .text("\(Words.digits(blocks.count, "block")): \(SpokenDuration.text(forMe)) for me, "),
            .figure(SpokenDuration.text(taken), Self.ref(takenBy, "taken", input)), .taken(" taken"),
            .text(", \(SpokenDuration.text(noTrace)) not known"),
        ]
        if moved > 0 { parts.append(.text(", \(SpokenDuration.text(moved)) moved")) }
        if cancelled > 0 { parts.append(.text(", \(SpokenDuration.text(cancelled)) cancelled")) }
        parts.append(.text("."))
        if blocks.count > shown.count { parts.append(.soft(" The latest \(Words.count(shown.count)) are listed.")) }
        let table = Document.Table(
            columns: [
                "When", "Block", .number("Minutes set aside"), .number("For me"), .number("Taken"),
                .number("Not known"),
            ],
            rows: shown.map { block in
                let civil = input.zones.civil(block.promise.start)
                let ref = EvidenceRef(pieces: [block.id])
                return [
                    [.text("\(civil.day.weekday.short) \(civil.day.iso) \(civil.clock)")],
                    [.figure(block.title, ref)], [.text(Self.minutes(block.promise.seconds))],
                    [.text(Self.minutes(block.forMe))],
                    [block.taken > 0 ? .taken(Self.minutes(block.taken)) : .soft("0")],
                    [.soft(Self.minutes(block.noTrace))],
                ]
            })
        return Document.Section(
            "What happened to the blocks", id: .blocks, onlyForYou: true,
            (week.map { [.chart(.week($0))] } ?? []) + [.paragraph(parts), .table(table)])
    }

    private func insteadSection() -> Document.Section? {
        guard !instead.isEmpty else { return nil }
        return Document.Section(
            "What ran into them", id: .displaced, onlyForYou: true,
            [
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
                        "Percent of the days with a record on which the job took less than half of the hour, over 26 weeks; "
                            + "recent ones weigh more. A dash: fewer than four such days.")
                ]),
            ])
    }

    /// The pieces of the job that fell into a slot.
    private func ref(_ slot: Survival.Slot, _ input: AnswerBase) -> EvidenceRef {
        let today = input.zones.day(of: input.now)
        let query = SearchQuery(
            filters: [
                .init(.hours, slot.hours), .init(.since, (today - Survival.days).iso), .init(.until, (today + 1).iso),
            ])
        return EvidenceRef(count: slot.takenBy.count, ids: slot.takenBy, query: query.text)
    }

    private func dayShape(_ input: AnswerBase) -> Document.Section {
        var spans: [Document.Span] = [
            .text(
                "A day counts if a block was for you, or if 15 minutes went to growth or a side project: \(days.with) of \(days.base) days."
            )
        ]
        if afterHours > 0 {
            spans.append(
                .text(" After hours: \(Hours.text(afterHours)) of work outside the hours agreed."))
        }
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
                    .text("Put one exact step for yourself on "), .strong(hours),
                    .text(": of all your possible hours the job leaves this one alone most often."),
                ])
            ])
    }
}
