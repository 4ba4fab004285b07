import LedgerModel
import Questions

enum PeopleOutput {
    static func json(_ person: PersonSummary, _ zones: ZoneHistory) -> JSON {
        [
            "id": .string(person.id.description), "name": .string(person.name),
            "identities": .array(person.identities.map { .string($0) }), "evidence_count": JSON(person.evidence),
            "evidence_query": .string("person:\(person.id)"), "commit_rows": JSON(person.others),
            "commit_rows_from": JSON(person.firstQuarter.map(HeldAbout.quarter)),
            "commit_rows_to": JSON(person.lastQuarter.map(HeldAbout.quarter)), "mark": .string(person.mark),
        ]
    }

    static func json(_ question: PersonQuestion) -> JSON {
        switch question {
        case .same(let one, let other, _):
            ["kind": "same", "people": .array([one, other].map { .string($0.id.description) })]
        case .program(let person): ["kind": "program", "people": .array([.string(person.id.description)])]
        }
    }

    static func document(
        _ known: [PersonSummary], _ questions: PersonQuestions, _ who: WhoIsWho, isLeftOut: Bool
    ) -> Document {
        func works(_ person: PersonSummary) -> Bool { !person.isOnlyAuthor || who.item(of: person.id) != nil }
        let people = known.filter { !$0.isNamedElsewhere && works($0) }
            .sorted { ($0.listed.folded, $0.id) < ($1.listed.folded, $1.id) }
        let authors = known.count { !works($0) }
        let elsewhere = known.filter(\.isNamedElsewhere).map(\.listed)
        let named: [Document.Section] =
            elsewhere.isEmpty
            ? []
            : [
                .init(
                    "Named only in events that do not name you",
                    [.paragraph([.soft(Words.list(Array(elsewhere.prefix(100))) + ".")])])
            ]
        guard !people.isEmpty else {
            guard !isLeftOut else {
                return Document(
                    title: "People", headline: ["Other people are left out of this ledger."],
                    sections: [.init("", [Empty.leftOut("Only people whom your own notes name are listed here.")])])
            }
            return Document(
                title: "People", headline: ["No people are known yet."],
                sections: [
                    .init(
                        Empty.title,
                        [.empty("The people in your calendars and notes.", .calendar)])
                ] + named)
        }
        return Document(
            title: "People",
            headline: [.text("\(Words.count(people.count, "person", "people").sentence) you work with.")],
            sections: [
                .init(
                    "People",
                    [
                        .table(
                            .init(
                                columns: ["Name", "Id"],
                                rows: people.prefix(100).map { person in
                                    [
                                        [.text(person.listed)],
                                        [.soft(String(person.id.description.prefix(8)))],
                                    ]
                                }))
                    ])
            ] + named
                + (authors == 0
                    ? []
                    : [
                        .init(
                            "",
                            [
                                .paragraph([
                                    .soft(
                                        "\(Words.count(authors, "person is", "people are").sentence) known only as authors in repositories that you read, and not listed."
                                    )
                                ])
                            ])
                    ]) + questions.sections)
    }

    /// Everything held about someone, as JSON.
    static func json(_ held: HeldAbout, _ pieces: NamingPieces, _ texts: HeldTexts?, _ zones: ZoneHistory) -> JSON {
        let whole: JSON =
            texts.map { texts in
                [
                    "only_in_text": list(texts.onlyTexts.map(\.hit), zones),
                    "names_others": .array(texts.alsoOthers.map(\.description).sorted().map { .string($0) }),
                    "texts": .array(
                        texts.texts.map {
                            [
                                "place": .string($0.place.rawValue), "text": .string($0.text),
                                "names_others": .bool($0.namesOthers),
                            ]
                        }),
                    "words": .array(
                        texts.words.map {
                            [
                                "word": .string($0.word), "titles": JSON($0.titles), "texts": JSON($0.texts),
                                "results": JSON($0.claims), "my_job": JSON($0.items),
                            ]
                        }), "series": JSON(texts.series), "paths": JSON(texts.paths), "actions": JSON(texts.actions),
                ]
            } ?? nil
        return [
            "schema": "limelight.person/1", "person": json(held.person, zones), "role": .string(held.role),
            "named": .array(held.named.map { .string($0) }),
            "tellings": .array(
                held.tellings.map {
                    ["day": .string($0.day.iso), "result": .string($0.claim), "heard": JSON($0.heard)]
                }),
            "open": json(held.open, zones),
            "pieces": list(pieces.past.hits, zones), "ahead": list(pieces.ahead.hits, zones),
            "held": JSON(pieces.total), "all": whole,
        ]
    }

    /// What stands open, oldest first.
    static func json(_ open: [OpenAsk], _ zones: ZoneHistory) -> JSON {
        .array(
            open.map { ask in
                [
                    "note": .string(ask.note.description), "line": JSON(ask.line.place),
                    "kind": .string(ask.line.kind.rawValue), "words": .string(ask.line.words),
                    "day": .string(zones.day(of: ask.at).iso),
                    "people": .array(ask.people.keys.sorted().map { .string($0.description) }),
                ]
            })
    }

    private static func list(_ hits: [SearchHit], _ zones: ZoneHistory) -> JSON {
        .array(
            hits.map {
                [
                    "id": .string($0.id.description), "day": .string(zones.day(of: $0.at).iso),
                    "kind": .string($0.kind.rawValue), "title": .string($0.title),
                ]
            })
    }
}

enum ClaimOutput {
    static func document(_ claims: [Claim], _ base: AnswerBase) -> Document {
        guard !claims.isEmpty else {
            return Document(
                title: "Results", headline: ["No results are written down yet."],
                sections: [
                    .init(
                        Empty.title,
                        [
                            .empty(
                                "Each result: one sentence on what changed, with its evidence.",
                                .addResult)
                        ])
                ])
        }
        let labels = MyJobLabels(base.myJob)
        let servesAny = claims.contains { $0.objective != nil } || !base.myJob.objectives.isEmpty
        return Document(
            title: "Results", headline: [.text("\(Words.count(claims.count, "result").sentence) written down.")],
            sections: [
                .init(
                    "Results",
                    [
                        .table(
                            .init(
                                columns: ["When", "What changed"] + (servesAny ? ["Serves"] : []) + ["Evidence", "Id"],
                                rows: claims.map { claim in
                                    [[.text(claim.span(base.zones).text)], [.text(claim.text)]]
                                        + (servesAny
                                            ? [
                                                [
                                                    claim.objective.map { .text(labels.objective($0)) }
                                                        ?? .soft("no objective")
                                                ]
                                            ] : []) + [
                                            claim.evidenceCell, [.soft(String(claim.id.description.prefix(8)))],
                                        ]
                                }))
                    ] + claims.citeOffer)
            ])
    }
}
