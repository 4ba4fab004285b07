import LedgerModel
import Questions

enum PeopleOutput {
    static func json(_ person: PersonSummary, _ zones: ZoneHistory) -> JSON {
        [
            "id": .string(person.id.description), "name": .string(person.name),
            "identities": .array(person.identities.map { .string($0) }), "evidence_count": JSON(person.evidence),
            "evidence_query": .string("person:\(person.id)"), "commit_rows": JSON(person.others),
            "commit_rows_from": JSON(person.firstQuarter.map(quarter)),
            "commit_rows_to": JSON(person.lastQuarter.map(quarter)),
        ]
    }

    private static func quarter(_ number: Int) -> String { "\(number / 4)-Q\(number % 4 + 1)" }

    static func document(_ people: [PersonSummary], _ zones: ZoneHistory) -> Document {
        guard !people.isEmpty else {
            return Document(
                title: "People", headline: ["Nobody is known yet."],
                sections: [
                    .init(
                        "What fills this page",
                        [.empty("Calendars and notes bring people.", command: "limelight import calendar work.ics")])
                ])
        }
        return Document(
            title: "People",
            headline: [.text("\(Words.count(people.count, "person", "people").sentence), most evidence first.")],
            sections: [
                .init(
                    "People",
                    [
                        .table(
                            .init(
                                columns: ["Name", .number("Pieces"), "Id"],
                                rows: people.prefix(100).map { person in
                                    [
                                        [.text(person.name)], [.text(String(person.evidence))],
                                        [.soft(String(person.id.description.prefix(8)))],
                                    ]
                                }))
                    ])
            ])
    }

    /// Everything held about someone: it can be handed to them.
    static func document(
        _ person: PersonSummary, _ held: SearchResult, _ zones: ZoneHistory
    ) -> Document {
        var facts: [[[Document.Span]]] = [
            [[.soft("Known as")], [.text(person.identities.joined(separator: ", "))]],
            [[.soft("Pieces that name them")], [.text(String(person.evidence))]],
        ]
        if person.others > 0, let first = person.firstQuarter, let last = person.lastQuarter {
            facts.append([
                [.soft("Own commits")],
                [
                    .text(
                        "\(person.others) rows from \(quarter(first)) to \(quarter(last)): files only, no message and no time of day"
                    )
                ],
            ])
        }
        var sections = [Document.Section("What is held", [.table(.init(columns: ["", ""], rows: facts))])]
        if !held.hits.isEmpty {
            sections.append(
                .init(
                    "Pieces",
                    [
                        .table(
                            .init(
                                columns: ["Day", "Kind", "What"],
                                rows: held.hits.map { hit in
                                    [
                                        [.text(zones.day(of: hit.at).iso)], [.soft(hit.kind.rawValue)],
                                        [.text(hit.title)],
                                    ]
                                }))
                    ]))
        }
        let more = held.total - held.hits.count
        if more > 0 { sections.append(.init("", [.paragraph([.soft("\(more) more: add --all.")])])) }
        return Document(
            title: person.name, headline: [.text("What this ledger holds about \(person.name).")], sections: sections)
    }
}

enum ClaimOutput {
    static func document(_ claims: [Claim], _ base: AnswerBase) -> Document {
        guard !claims.isEmpty else {
            return Document(
                title: "Claims", headline: ["No result is written down yet."],
                sections: [
                    .init(
                        "What fills this page",
                        [
                            .empty(
                                "One sentence on what changed, resting on evidence.",
                                command: "limelight claim add \"what changed\" --cite ID")
                        ])
                ])
        }
        let labels = FrameLabels(base.frame)
        return Document(
            title: "Claims", headline: [.text("\(Words.count(claims.count, "result").sentence) written down.")],
            sections: [
                .init(
                    "Claims",
                    [
                        .table(
                            .init(
                                columns: ["When", "What changed", "Serves", .number("Evidence"), "Id"],
                                rows: claims.map { claim in
                                    [
                                        [.text(base.zones.day(of: claim.at).iso)], [.text(claim.text)],
                                        [claim.objective.map { .text(labels.objective($0)) } ?? .soft("no objective")],
                                        [.text(String(claim.evidence.count))],
                                        [.soft(String(claim.id.description.prefix(8)))],
                                    ]
                                }))
                    ])
            ])
    }
}
