import LedgerModel

extension ValueAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "What I changed"
        let suggested = candidateSection()
        guard input.total.high > 0 || !claims.isEmpty || suggested != nil else {
            return Empty.nothingSeen(
                title, input,
                "Your results, each with its evidence and the objective it serves, and who has not heard of them yet.",
                ways: (notesWait ? [.noteLines(in: nil)] : []) + [.fiveLines, .notes, .repository])
        }
        var results = resultSection(input)
        results.blocks += noteOffer
        return Document(
            title: title, period: input.period.text, headline: headline(input),
            sections: [
                notToldSection(input), claims.isEmpty ? suggested : nil, results, claims.isEmpty ? nil : suggested,
                planSection(input), contributionSection(), stoppedSection(), baselineSection(), outsiderSection(),
            ].compactMap { $0 })
    }

    /// The opening sentence of the terminal and of the page.
    func headline(_ input: AnswerBase) -> [Document.Span] {
        guard !results.isEmpty else {
            let pieces = contributions.reduce(0) { $0 + $1.total }
            guard pieces > 0 else {
                if claims.isEmpty, let waiting = candidates?.list.count, waiting > 0 {
                    return [
                        .text(
                            "No result in this period is kept yet; \(Words.count(waiting, "candidate waits", "candidates wait"))."
                        )
                    ]
                }
                guard input.myJob.objectives.isEmpty else {
                    return [
                        .text(
                            "No result in this period serves an objective yet. Write down what changed, and for whom.")
                    ]
                }
                return [
                    .text(
                        claims.isEmpty
                            ? "No result in this period is written down yet. Write down what changed, and for whom."
                            : "\(Words.count(claims.count, "result").sentence) in this period.")
                ]
            }
            return [
                .figure(
                    Words.digits(pieces, "piece"),
                    contributionRef(input)),
                .text(
                    " of work served \(Words.count(contributions.count, "objective")); no result of it is written down yet."
                ),
            ]
        }
        let ref = EvidenceRef(
            count: Set(results.flatMap(\.evidence)).count, ids: results.flatMap(\.evidence),
            query: SearchQuery(filters: results.map { .init(.claim, $0.id.description) }).text)
        var spans: [Document.Span] = [
            .figure(Words.count(results.count, "result").sentence, ref),
            .text(results.count == 1 ? " serves your objectives" : " serve your objectives"),
        ]
        if let listener = audience.first {
            let heard =
                listener.toldOf == results.count
                ? (results.count == 1 ? "it" : "all") : listener.toldOf == 0 ? "none" : Words.count(listener.toldOf)
            spans.append(.text("; \(listener.name) has heard of \(heard)."))
        } else {
            spans.append(.text("."))
        }
        return spans
    }

    private func contributionRef(_ input: AnswerBase) -> EvidenceRef {
        let filters: [SearchQuery.Filter] =
            [.init(.arena, Arena.job.rawValue), .init(.arena, "unknown")]
            + contributions.map { .init(.objective, $0.objective) } + Self.beyond.map { .init(.worth, $0.rawValue) }
        return EvidenceRef(count: contributions.reduce(0) { $0 + $1.total }, query: input.query(filters))
    }

    private func notToldSection(_ input: AnswerBase) -> Document.Section? {
        guard !notTold.isEmpty else { return nil }
        let labels = MyJobLabels(input.myJob)
        // One row per result: who has not heard of it, and the earliest next occasion.
        let untold = results.compactMap { claim -> (Claim, [String], Occasion?)? in
            let items = notTold.filter { $0.claim.id == claim.id }
            guard !items.isEmpty else { return nil }
            return (claim, items.map(\.person), items.compactMap(\.nextOccasion).min { $0.at < $1.at })
        }
        var blocks: [Document.Block] = [
            .table(
                Document.Table(
                    columns: ["What changed", "Serves", "Who has not heard", "Next occasion"],
                    rows: untold.map { claim, people, occasion in
                        [
                            [.figure(claim.text, Self.ref(claim))],
                            [.text(claim.objective.map(labels.objective) ?? "")],
                            [.text(Words.list(people))],
                            [occasion.map { .text(Self.occasion($0, input)) } ?? .soft("none planned")],
                        ]
                    }))
        ]
        if !notTold.isEmpty {
            if let draft = firstDraft {
                blocks.append(.draft([.init("“\(draft)”")]))
            } else {
                blocks.append(
                    .paragraph([.soft("Each of them names somebody else, so tell them in words of your own.")]))
            }
            blocks.append(
                .offers(.init(notTold.map { .tell($0.telling) }, lead: "Once you have told them", leads: true)))
        }
        return Document.Section("Not told yet", id: .notTold, blocks)
    }

    func resultSection(_ input: AnswerBase) -> Document.Section {
        guard !claims.isEmpty else {
            return Document.Section(
                "Results", id: .results,
                [
                    .empty(
                        "A result says what changed, and for whom. Begin with five lines from memory; cite the evidence later.",
                        .fiveLines)
                ])
        }
        let labels = MyJobLabels(input.myJob)
        let servesAny = claims.contains { $0.objective != nil } || !input.myJob.objectives.isEmpty
        return Document.Section(
            "Results", id: .results,
            [
                .table(
                    Document.Table(
                        columns: ["What changed"] + (servesAny ? ["Serves"] : []) + ["Told", "Evidence"],
                        rows: claims.map { claim in
                            let told = Words.list(
                                claim.tellings.reduce(into: [String]()) { names, telling in
                                    if !names.contains(telling.person) { names.append(telling.person) }
                                })
                            return [[.figure(claim.text, Self.ref(claim))]]
                                + (servesAny
                                    ? [[claim.objective.map { .text(labels.objective($0)) } ?? .soft("no objective")]]
                                    : []) + [
                                    [told.isEmpty ? .soft("nobody yet") : .text(told)], claim.evidenceCell,
                                ]
                        }))
            ] + claims.citeOffer)
    }

    private var noteOffer: [Document.Block] {
        notesWait
            ? [.paragraph([.text("Lines of your notes could be results: "), .offer(.noteLines(in: nil)), .text(".")])]
            : []
    }

    /// The measures of the plan with their readings.
    private func planSection(_ input: AnswerBase) -> Document.Section? {
        let lines = input.myJob.objectives.filter { $0.meets(input.period) }.flatMap(\.keyResults)
            .filter { !$0.readings.isEmpty }.map { result in
                LineChart.Series(
                    label: result.label, readings: result.readings, target: result.target, unit: result.unit ?? "")
            }
        guard !lines.isEmpty else { return nil }
        return Document.Section(
            "Readings of your objectives", id: .plan,
            [
                .chart(.lines(LineChart(lines: lines))),
                .paragraph([.soft("As recorded in My job, each with its source.")]),
            ])
    }

    private func contributionSection() -> Document.Section? {
        guard !contributions.isEmpty else { return nil }
        return Document.Section(
            "Work on your objectives", id: .contributions,
            [
                .table(
                    Document.Table(
                        columns: [
                            "Objective", .number("New"), .number("Made better"), .number("Ideas"),
                            .number("Moved people"),
                            .number("Pieces"),
                        ],
                        rows: contributions.map { row in
                            [
                                [.text(row.name)], [.text(String(row.pieces[.contribution] ?? 0))],
                                [.text(String(row.pieces[.improvement] ?? 0))], [.text(String(row.pieces[.idea] ?? 0))],
                                [.text(String(row.pieces[.interaction] ?? 0))],
                                [.figure(String(row.total), row.ref)],
                            ]
                        }))
            ])
    }

    static func ref(_ claim: Claim) -> EvidenceRef {
        EvidenceRef(
            count: claim.evidence.count, ids: claim.evidence,
            query: SearchQuery(filters: [.init(.claim, claim.id.description)]).text)
    }

    private static func occasion(_ occasion: Occasion, _ input: AnswerBase) -> String {
        let civil = input.zones.civil(occasion.at)
        return "\(civil.day.weekday.short) \(Period.date(civil.day)), \(civil.clock)"
    }

    /// What to say at the next occasion.
    package func drafts() -> Drafts { Drafts(people: people) }
}

extension ValueAnswer {
    /// Two sentences to say to somebody who has not heard of a result; `nil` if they may not be said to them.
    package struct Drafts {
        fileprivate let people: KnownPeople
        private var known: [String: Addressee] = [:]

        fileprivate init(people: KnownPeople) { self.people = people }

        package mutating func draft(_ item: Untold) -> Sayable? {
            let addressee = known[item.person] ?? people.addressee(item.person)
            known[item.person] = addressee
            return addressee.draft(item.claim)
        }
    }

    /// The first draft there is; of very many results only the newest are looked at.
    private var firstDraft: Sayable? {
        var drafts = drafts()
        for item in notTold.prefix(200) {
            if let draft = drafts.draft(item) { return draft }
        }
        return nil
    }
}
