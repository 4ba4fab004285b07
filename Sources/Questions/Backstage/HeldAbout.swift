package import LedgerModel

/// Everything the ledger holds about one person.
package struct HeldAbout: Sendable {
    package var person: PersonSummary
    package var role: String
    /// Results they were told of, and what they said.
    package var tellings: [Told]
    /// What stands open between them and the person, oldest first.
    package var open: [OpenAsk] = []
    /// What My job says about them, a line each.
    package var named: [String]
    /// Every result, for the page to hand over.
    let heardOf: [Claim]

    package struct Told: Sendable, Hashable {
        package var claim: String
        package var day: CivilDay
        package var heard: String?
    }

    package init(_ person: PersonSummary, myJob: MyJob, who: WhoIsWho, claims: [Claim], zones: ZoneHistory) {
        self.person = person
        role = who.item(of: person.id)?.role?.rawValue ?? ""
        heardOf = claims
        func isThem(_ name: String?) -> Bool { name.map { who.people($0).contains(person.id) } ?? false }
        tellings = claims.flatMap { claim in
            claim.tellings.filter { isThem($0.person) }.map {
                Told(claim: claim.text, day: zones.day(of: $0.at), heard: $0.heard)
            }
        }.sorted { ($0.day, $0.claim) > ($1.day, $1.claim) }
        named =
            myJob.objectives.filter { isThem($0.owner) }.map { "owns “\($0.label)”" }
            + myJob.responsibilities.filter { isThem($0.agreedWith) }.map { "agreed on “\($0.label)”" }
            + myJob.notMine.filter { isThem($0.owner) }.map { "“\($0.label)” is theirs" }
    }
}

extension HeldAbout {
    /// The page of the person. It shows no hours and no times of day.
    ///
    /// - Parameters:
    ///   - pieces: the pieces that name them and are shown.
    ///   - texts: everything that forgetting them would touch; `nil` on the short page.
    ///   - rest: the offer that leads to the others.
    package func document(
        _ now: Instant, _ zones: ZoneHistory, pieces: NamingPieces, texts: HeldTexts? = nil, rest: Offer
    ) -> Document {
        guard !person.isForgotten else {
            return Document(
                title: "Forgotten", headline: ["This person was forgotten."],
                sections: [.init("", [.paragraph(["Nothing here says who it was. This cannot be undone."])])])
        }
        var sections = [
            Document.Section("What is held", id: .held, [.table(.init(columns: ["", ""], rows: facts(pieces)))])
        ]
        if !open.isEmpty {
            sections.insert(
                .init(
                    "Open between you", id: .openBetween, onlyForYou: true,
                    [
                        .list(open.map { $0.spans(now, zones) }),
                        .ticks(open),
                        .offers(.init(open.map(\.decline), lead: "If it is turned down")),
                    ]), at: 0)
        }
        if !tellings.isEmpty {
            sections.append(
                .init(
                    "What you told them, and what they said", id: .told,
                    [
                        .table(
                            .init(
                                columns: [.day, "Result", "They said"],
                                rows: tellings.map {
                                    [[.text(Period.date($0.day))], [.text($0.claim)], [.text($0.heard ?? "")]]
                                }))
                    ]))
        }
        let marked = texts?.alsoOthers ?? []
        sections += [
            Self.section("Pieces that name them", .past, pieces.past, marked, "older", zones, rest),
            Self.section("Planned", .ahead, pieces.ahead, marked, "later", zones, rest),
            texts.flatMap { Self.section(texts: $0, besides: pieces, zones) },
        ].compactMap { $0 }
        return Document(
            title: person.name, headline: [.text("What this ledger holds about \(person.name).")], sections: sections)
    }

    /// `nil` if there are no pieces.
    private static func section(
        _ title: String, _ id: SectionID, _ pieces: SearchResult, _ marked: Set<PublicID>, _ which: String,
        _ zones: ZoneHistory, _ rest: Offer
    ) -> Document.Section? {
        guard !pieces.hits.isEmpty else { return nil }
        let rows = pieces.hits.map { hit -> [[Document.Span]] in
            let kind = hit.flags.contains(.byOther) ? "commit by another" : hit.kind.rawValue
            let others = marked.contains(hit.id) ? ", " + alsoOthers : ""
            return [[.text(Period.date(zones.day(of: hit.at)))], [.text(hit.title), .soft(", " + kind + others)]]
        }
        var blocks: [Document.Block] = [.table(.init(columns: [.day, "What"], rows: rows))]
        let more = pieces.total - pieces.hits.count
        if more > 0 { blocks.append(.paragraph([.soft("\(more) \(which): "), .offer(rest)])) }
        var section = Document.Section(title, id: id, blocks)
        section.isWide = true
        return section
    }

    private static let alsoOthers = "names somebody else too"

    /// What forgetting would touch besides the pieces that are listed; `nil` if there is nothing else.
    private static func section(
        texts held: HeldTexts, besides pieces: NamingPieces, _ zones: ZoneHistory
    ) -> Document.Section? {
        let listed = Set((pieces.past.hits + pieces.ahead.hits).map(\.id))
        func row(_ what: String, _ text: String, _ isMarked: Bool) -> [[Document.Span]] {
            [[.text(what)], [.text(text)] + (isMarked ? [.soft(", " + alsoOthers)] : [])]
        }
        var rows = held.pieces.filter { !listed.contains($0.hit.id) }.map { piece in
            row(Period.date(zones.day(of: piece.hit.at)), piece.hit.title, piece.namesOthers)
        }
        rows += held.texts.map { row($0.place.label, $0.text, $0.namesOthers) }
        let counts = [
            held.series > 0 ? Words.digits(held.series, "stored series", "stored series") : nil,
            held.paths > 0 ? Words.digits(held.paths, "path") : nil,
            held.actions > 0
                ? Words.digits(held.actions, "action that can be undone", "actions that can be undone") : nil,
        ].compactMap { $0 }
        guard !rows.isEmpty || !counts.isEmpty || !held.words.isEmpty else { return nil }
        var blocks: [Document.Block] = []
        if !rows.isEmpty { blocks.append(.table(.init(columns: ["Where", "Text"], rows: rows))) }
        if !counts.isEmpty { blocks.append(.paragraph([.soft("The name is also in \(Words.list(counts)).")])) }
        blocks += held.words.map { .paragraph($0.spans) }
        var section = Document.Section("Texts that name them", id: .texts, blocks)
        section.isWide = true
        return section
    }

    private func facts(_ pieces: NamingPieces) -> [[[Document.Span]]] {
        let query = SearchQuery(filters: [.init(.person, person.id.description)]).text
        var rows: [[[Document.Span]]] = [
            [[.soft("Known as")], [.text(Words.list(person.identities))]],
            [
                [.soft("Pieces")],
                [.figure(String(pieces.total), EvidenceRef(count: pieces.total, query: query))],
            ],
        ]
        let gone = person.evidence - pieces.total
        if gone > 0 {
            rows.append([
                [.soft("Removed")],
                [.text("\(Words.digits(gone, "piece")) that you or a source removed, no longer in any list")],
            ])
        }
        if !role.isEmpty { rows.append([[.soft("To you")], [.text(role)]]) }
        if !named.isEmpty { rows.append([[.soft("In My job")], [.text(Words.list(named))]]) }
        if person.others > 0, let first = person.firstQuarter, let last = person.lastQuarter {
            rows.append([
                [.soft("Own commits")],
                [
                    .text(
                        "\(Words.digits(person.others, "row")) from \(Self.quarter(first)) to \(Self.quarter(last)): files only, no message and no time of day"
                    )
                ],
            ])
        }
        return rows
    }

    /// `2026-Q3`, from year × 4 + quarter − 1.
    package static func quarter(_ number: Int) -> String { "\(number / 4)-Q\(number % 4 + 1)" }
}
