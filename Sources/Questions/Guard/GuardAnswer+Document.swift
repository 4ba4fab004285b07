import LedgerModel
import Timeline

extension GuardAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Time for me"
        guard input.total.high > 0 || !blocks.isEmpty else {
            return Empty.nothingSeen(
                title, input,
                "The hours you set aside for yourself: what was kept of them, what came instead, and at which hours such "
                    + "time survives.",
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
            // Plans are no work, and so `is:work` would leave them out.
            let query = SearchQuery(
                filters: [
                    .init(.since, input.period.since.iso), .init(.until, input.period.until.iso), .init(.isA, "block"),
                ])
            let ref = EvidenceRef(count: blocks.count, ids: blocks.map(\.id), query: query.text)
            spans += [
                .text("You kept "),
                kept > 0 ? .figure(SpokenDuration.text(kept), Self.ref(keptBy, "kept", input)) : .text("nothing"),
                .text(" of the "),
                .figure(SpokenDuration.text(promised), ref), .text(" that were yours. "),
            ]
            if noTrace > 0 {
                spans += [.figure(SpokenDuration.text(noTrace), ref), .soft(" left no trace. ")]
            }
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
                .text(" of the job fell outside working hours."),
            ]
        }
        if let (best, worst) = survival?.extremes {
            spans += [
                .text(" "), .figure(best.label, ref(best, input)), .text(" stays yours \(best.often), "),
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
                        "Events you plan for yourself, such as “Learning: …”, would stand here with what became of them. Name the pattern under blocks.",
                        .editJob)
                ])
        }
        let shown = blocks.suffix(12).reversed()
        var parts: [Document.Span] = [
            .text("\(Words.digits(blocks.count, "block")): \(SpokenDuration.text(kept)) kept, "),
            .figure(SpokenDuration.text(lost), Self.ref(lostTo, "lost", input)), .lost(" lost"),
            .text(", \(SpokenDuration.text(noTrace)) without a trace"),
        ]
        if moved > 0 { parts.append(.text(", \(SpokenDuration.text(moved)) moved")) }
        if cancelled > 0 { parts.append(.text(", \(SpokenDuration.text(cancelled)) cancelled")) }
        parts.append(.text("."))
        if blocks.count > shown.count { parts.append(.soft(" The latest \(Words.count(shown.count)) stand here.")) }
        let table = Document.Table(
            columns: [
                "When", "Block", .number("Minutes promised"), .number("Kept"), .number("Lost"), .number("No trace"),
            ],
            rows: shown.map { block in
                let civil = input.zones.civil(block.promise.start)
                let ref = EvidenceRef(pieces: [block.id])
                return [
                    [.text("\(civil.day.weekday.short) \(civil.day.iso) \(civil.clock)")],
                    [.figure(block.title, ref)], [.text(Self.minutes(block.promise.seconds))],
                    [.text(Self.minutes(block.kept))], [block.lost > 0 ? .lost(Self.minutes(block.lost)) : .soft("0")],
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
            "What came instead", id: .displaced, onlyForYou: true,
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
        let title = "When a half hour stays yours"
        guard let picture = survival?.picture({ ref($0, input) }) else {
            return Document.Section(
                title, id: .survival, onlyForYou: true,
                [
                    .empty(
                        survival == nil
                            ? "Name the hours that could be yours, and it stands here how often the job leaves each alone."
                            : "Four days with a trace have to pass before this says anything.",
                        survival == nil ? .setUp : nil)
                ])
        }
        return Document.Section(
            title, id: .survival, onlyForYou: true,
            [
                .chart(.slots(picture)),
                .paragraph([
                    .soft(
                        "Percent of the days with a trace on which the job took less than half of it, over 26 weeks; "
                            + "recent ones weigh more. A dash: fewer than four such days.")
                ]),
            ])
    }

    /// What of the job fell into a slot.
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
                "A day counts when a block was kept or 15 minutes went to growth or a side project: \(days.with) of \(days.base) days."
            )
        ]
        if afterHours > 0 {
            spans.append(
                .text(" After hours: \(Hours.text(afterHours)) of the job outside the hours agreed."))
        }
        if input.working.isAssumed {
            spans.append(.soft(" Working hours are assumed: Monday to Friday, 9:00 to 17:00."))
        }
        return Document.Section("Days", id: .days, [.paragraph(spans)])
    }

    private static func minutes(_ seconds: Int64) -> String { String((seconds + 30) / 60) }
}

extension GuardAnswer {
    /// Where the next hour for oneself has the best chance; nil while that is not known.
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
