package import LedgerModel

extension ScopeAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Where my time goes"
        guard input.total.high > 0 || !responsibilities.isEmpty else {
            return Empty.nothingSeen(
                title, input,
                "Your hours beside what you are judged on: what went there, what went to your other work, "
                    + "what was someone else’s, and what to ask whom.",
                ways: [.setUp, .calendar, .repository])
        }
        return Document(
            title: title, period: input.period.text, headline: headline(input),
            base: input.onRecord,
            sections: [
                lineOfSight(input), base.high > 0 ? instead(input) : nil, deskSection(input), agreement(input),
                openFronts(input), input.whatWouldShowMore,
            ].compactMap { $0 })
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        var spans = opening(input).sentence
        if input.myJob.responsibilities.isEmpty { return spans }
        if !unagreed.isEmpty {
            let decider = Self.decider(input)?.label ?? "the person who decides"
            let measures = input.myJob.responsibilities.count { $0.meets(input.period) && $0.isMeasured }
            let all = Words.count(measures, "measure")
            let sentence =
                measures == 1
                ? "Your measure is not yet agreed with \(decider)."
                : unagreed.count == measures
                    ? "\(measures == 2 ? "Neither" : "None") of your \(all) is agreed with \(decider) yet."
                    : "\(Words.count(unagreed.count).sentence) of \(all) \(unagreed.count == 1 ? "is" : "are") not yet agreed with \(decider)."
            spans.append(.text((spans.isEmpty ? "" : " ") + sentence))
        } else if fronts.hasRisen, let before = fronts.previousPerWeek {
            spans.append(
                .text(
                    (spans.isEmpty ? "" : " ")
                        + "Open fronts rose from \(Self.decimal(before)) to \(Self.decimal(fronts.perWeek)) a week."))
        }
        return spans
    }

    /// What went to what the person is judged on, of the hours on record. It has sense without the other sentences.
    package func opening(_ input: AnswerBase) -> [Document.Span] {
        guard base.seconds > 0 else {
            let all = input.total
            if all.seconds > 0 {
                return [
                    .figure(Hours.text(all), input.ref(input.cells)), .text(" on record, none of it for the job."),
                ]
            }
            return all.high > 0
                ? [.text("nothing on record counts yet; up to \(Hours.text(all.high)) may.")]
                : ["nothing is on record yet."]
        }
        let cells = input.cells.filter(\.meaning.isJobOrUnknown)
        let whole: [Document.Span] = [
            .figure(Hours.text(base.seconds, tenths: placed.job.tenths), input.ref(cells, Self.ofJob)),
            .text(otherArenas.isEmpty ? " on record" : " on record for the job"),
        ]
        if input.myJob.responsibilities.isEmpty {
            return whole + [.text(". What you are judged on is not written down yet.")]
        }
        if unknown.spent.seconds == base.seconds { return whole + [.text(", not placed yet.")] }
        if measured.spent.seconds == 0 {
            return whole + [.text(", none of it placed with what you are judged on.")]
        }
        var spans: [Document.Span] = [
            .figure(percent(measured), measured.ref), .text(" of the "),
        ]
        spans += whole + [.text(" went to what you are judged on")]
        if unknown.spent.seconds > 0 {
            spans += [
                .text(", "), .figure(percent(unknown), unknown.ref), .text(" is not placed yet"),
            ]
        }
        return spans + [.text(".")]
    }

    /// Every figure of this answer is about time for the job, or time not yet known to be for anything else.
    static let ofJob: [SearchQuery.Filter] = [.init(.arena, Arena.job.rawValue), .init(.arena, "unknown")]

    private func lineOfSight(_ input: AnswerBase) -> Document.Section {
        guard !responsibilities.isEmpty else {
            return Document.Section(
                "Line of sight", id: .lineOfSight,
                [
                    .empty(
                        "Your hours will appear here beside what you are judged on, each with the objective it serves.",
                        .setUp)
                ])
        }
        let labels = MyJobLabels(input.myJob)
        let hasObjectives = !input.myJob.objectives.isEmpty
        let rows = responsibilities.map { line -> [[Document.Span]] in
            let item = line.responsibility
            return [[.text(item.label)], [item.measure.map { .text($0) } ?? .soft("no measure")]]
                + (hasObjectives ? [[item.objective.map { .text(labels.objective($0)) } ?? .soft("no objective")]] : [])
                + [
                    [.figure(Hours.column(tenths: line.shown.tenths), line.ref)],
                    [.text(share(line))],
                    [item.share.map { .text("\(($0 * 100).wholeNumber) %") } ?? .soft("–")],
                    [.text(Self.trend(line.trend))],
                ]
        }
        var blocks: [Document.Block] = [
            .table(
                Document.Table(
                    columns: ["Responsibility", "Measure"] + (hasObjectives ? ["Objective"] : []) + [
                        .number("Hours"), .number("Share"),
                        .number("Meant"), .number("Trend"),
                    ], rows: rows)),
            .chart(
                .bars(
                    BarChart(
                        bars: responsibilities.map {
                            .init(
                                label: $0.responsibility.label, value: $0.share, mark: $0.responsibility.share,
                                text: share($0), tone: .job)
                        }, whole: 1))),
        ]
        if !unreached.isEmpty {
            blocks.append(
                .paragraph([.text("No hours reached \(Words.list(unreached.map { "“\($0.label)”" })).")]))
        }
        if hasObjectives, withoutObjective.spent.seconds > 0 {
            blocks.append(
                .paragraph([
                    .figure(Hours.text(withoutObjective.spent), withoutObjective.ref), .text(" reached no objective."),
                ]))
        }
        return Document.Section("Line of sight", id: .lineOfSight, blocks)
    }

    private func share(_ row: ResponsibilityRow) -> String {
        base.seconds > 0 ? Hours.percent(row.share, shown: row.shown.percent) : "–"
    }

    func percent(_ part: Part) -> String {
        Hours.percent(Double(part.spent.seconds) / Double(max(1, base.seconds)), shown: part.shown.percent)
    }

    private func instead(_ input: AnswerBase) -> Document.Section {
        func row(_ name: String, _ part: Part) -> [[Document.Span]] {
            [
                [.text(name)], [.figure(Hours.column(tenths: part.shown.tenths), part.ref)],
                [.soft(Hours.range(part.spent))], [.text(percent(part))],
            ]
        }
        var blocks: [Document.Block] = [
            .table(
                Document.Table(
                    columns: [.init("The job’s time"), .number("Hours"), .number("Range"), .number("Share")],
                    rows: [
                        ("What I am judged on", measured), ("My other work", unmeasured), ("Someone else’s", notMine),
                        ("Not placed", unknown),
                    ].filter { $0.1.spent.high > 0 }.map(row))),
            .paragraph(
                [
                    .soft(
                        "Shares of the \(Hours.text(base.seconds, tenths: placed.job.tenths)) on record that are for the job or not placed yet."
                    )
                ]
                    + (otherArenas.isEmpty
                        ? []
                        : [
                            .soft(
                                " Also on record: "
                                    + Words.list(
                                        otherArenas.map { "\(hours($0.arena, $0.spent)) \($0.arena.label)" }) + ".")
                        ])),
        ]
        if let alone, alone.seconds >= Alone.least { blocks.append(.paragraph(alone.spans)) }
        if !drains.isEmpty {
            blocks.append(
                .table(
                    Document.Table(
                        columns: ["What took most of the rest", .number("Hours")],
                        rows: drains.map { [[.text($0.name)], [.figure(Hours.column($0.spent.seconds), $0.ref)]] })))
        }
        return Document.Section("Where the time goes instead", id: .instead, blocks)
    }

    /// The hours of an arena beside the job, as the table of arenas has them.
    package func hours(_ arena: Arena, _ spent: Spent) -> String {
        Hours.text(spent.seconds, tenths: placed.arenas[arena]?.tenths ?? 0)
    }

    private func deskSection(_ input: AnswerBase) -> Document.Section? {
        guard !desk.isEmpty else { return nil }
        return Document.Section(
            "Someone else’s, on my desk", id: .notMyJob,
            [
                .table(
                    Document.Table(
                        columns: ["What", "Owner", .number("Hours it took")],
                        rows: desk.map { item in
                            [
                                [.text(item.item.label)],
                                [item.item.owner.map { .text($0) } ?? .soft("no owner yet")],
                                [.figure(Hours.column(tenths: item.shown.tenths), item.ref)],
                            ]
                        }))
            ])
    }

    /// Each measure that was never agreed, as a question to ask.
    private func agreement(_ input: AnswerBase) -> Document.Section? {
        guard !unagreed.isEmpty else { return nil }
        let decider = Self.decider(input)
        let addressee = people.addressee(decider?.label)
        let drafts = unagreed.map { item -> Document.Block in
            guard let question = Self.question(item, to: addressee) else {
                return .paragraph([.text(item.label), .soft(": it names somebody else, so ask in words of your own.")])
            }
            return .draft([.init(question)])
        }
        let next: Document.Block =
            if let decider {
                .offers(.init(unagreed.map { .agree(.init($0, with: decider.label)) }, lead: "Once it is agreed"))
            } else {
                .paragraph([.soft("Who decides about you is not written down yet: "), .offer(.setUp)])
            }
        return Document.Section(
            "To ask in the next 1:1", id: .agreement,
            drafts + [next, .offers(.init(unagreed.map { .fine(.init($0)) }, lead: "Or leave it so"))])
    }

    /// Whether somebody sees the measure of a responsibility in the same way; `nil` if its words may not be said to them.
    private static func question(_ item: Responsibility, to addressee: Addressee) -> Sayable? {
        guard let label = addressee.label(item.label), let measure = addressee.label(item.measure ?? ""),
            let target = addressee.label(item.target ?? ""), let unit = addressee.label(item.unit ?? "")
        else { return nil }
        let judged: Sayable = item.measure == nil ? "its result" : "‘\(measure)’"
        let inUnit: Sayable = item.unit == nil ? target : "\(target) \(unit)"
        let aim: Sayable = item.target == nil ? "" : ", and that \(inUnit) is the target"
        return "“I take it that ‘\(label)’ is judged by \(judged)\(aim). Do you see it the same way?”"
    }

    /// The person to agree measures with; `nil` if none is named.
    package static func decider(_ input: AnswerBase) -> MyJobPerson? {
        input.myJob.deciders(on: input.zones.day(of: input.now)).first
    }

    /// The fewest days of a period in which a project is called new: what rested for a week is not.
    private static let leastForNew = 28

    private func openFronts(_ input: AnswerBase) -> Document.Section? {
        guard fronts.perWeek > 0 else { return nil }
        var spans: [Document.Span] = [
            .text("Projects and responsibilities in an average week: \(Self.decimal(fronts.perWeek))")
        ]
        if let before = fronts.previousPerWeek { spans.append(.soft(", \(Self.decimal(before)) in the period before")) }
        spans.append(.text("."))
        if !fronts.new.isEmpty, input.period.days >= Self.leastForNew {
            let shown = fronts.new.prefix(5).joined(separator: ", ")
            spans.append(.text(" New: \(shown)\(fronts.new.count > 5 ? " and \(fronts.new.count - 5) more" : "")."))
        }
        return Document.Section("Open fronts", id: .openFronts, [.paragraph(spans)])
    }

    private static func decimal(_ value: Double) -> String {
        let tenths = (value * 10).wholeNumber
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// `+4 pts`, `−2 pts`: percentage points of share; empty without a change to compare.
    private static func trend(_ change: Double?) -> String {
        guard let change else { return "" }
        let points = (change * 100).wholeNumber
        return points == 0 ? "±0 pts" : points > 0 ? "+\(points) pts" : "−\(-points) pts"
    }
}

extension String {
    package var lowercasedFirst: String {
        // An acronym keeps its capitals.
        guard count > 1, self[index(after: startIndex)].isLowercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
