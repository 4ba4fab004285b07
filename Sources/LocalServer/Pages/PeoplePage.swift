import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Who is in the ledger, and everything that is held about one of them.
enum PeoplePage {
    static func list(_ visit: Visit) throws -> String {
        let frame = try visit.ledger.frame()
        let moments = Moments(zones: try visit.ledger.zones(frame))
        let (answer, _) = try visit.ledger.backstage(visit.ledger.currentQuarter())
        let ties = Dictionary(answer.people.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let people = try visit.ledger.people().filter { !$0.isMe }.map { person in
            PeopleView.Person(
                id: person.id, name: person.name, role: role(person, frame),
                tie: ties[person.id]?.strength.rawValue ?? "",
                last: (ties[person.id]?.last ?? past(person.last, visit.ledger)).map(moments.date) ?? "",
                identities: person.identities)
        }
        return visit.page(PeopleView(people: people).fragment, PageEntry.people.label, .people)
    }

    static func one(_ visit: Visit) throws -> String {
        guard let id = PublicID(visit.id.lowercased()), id.kind == .person,
            let person = try visit.ledger.people(only: id.description).first
        else { throw Refusal.noSuchPage }
        let frame = try visit.ledger.frame()
        let moments = Moments(zones: try visit.ledger.zones(frame))
        var known = person
        known.last = past(person.last, visit.ledger)
        return visit.page(document(known, role(person, frame), moments), .people)
    }

    /// What lies ahead is no contact yet.
    private static func past(_ last: Instant?, _ ledger: Ledger) -> Instant? {
        last.flatMap { $0 <= ledger.now ? $0 : nil }
    }

    private static func role(_ person: PersonSummary, _ frame: Frame) -> String {
        let known = frame.people.first { item in
            item.label.lowercased() == person.name.lowercased()
                || item.identities.contains { person.identities.contains($0.lowercased()) }
        }
        return known?.role?.rawValue ?? ""
    }

    /// It can be handed to them: no hours, no times of day.
    private static func document(_ person: PersonSummary, _ role: String, _ moments: Moments) -> Document {
        let query = SearchQuery(filters: [.init(.person, person.id.description)]).text
        var rows: [[[Document.Span]]] = [
            [[.soft("Known as")], [.text(Words.list(person.identities))]],
            [
                [.soft("Pieces that name them")],
                [.figure(String(person.evidence), EvidenceRef(count: person.evidence, query: query))],
            ],
        ]
        if !role.isEmpty { rows.append([[.soft("To you")], [.text(role)]]) }
        if let last = person.last { rows.append([[.soft("Last contact")], [.text(moments.date(last))]]) }
        if person.others > 0, let first = person.firstQuarter, let last = person.lastQuarter {
            rows.append([
                [.soft("Own commits")],
                [
                    .text(
                        "\(person.others) rows from \(quarter(first)) to \(quarter(last)): files only, no message and no time of day"
                    )
                ],
            ])
        }
        return Document(
            title: person.name, headline: [.text("What this ledger holds about \(person.name).")],
            sections: [
                .init("What is held", [.table(.init(columns: ["", ""], rows: rows))]),
                .init(
                    "Hand it over, or forget it",
                    [
                        .list([
                            [.code("limelight people show \(person.id) --all")],
                            [.code("limelight forget \(person.id)")],
                        ])
                    ]),
            ])
    }

    private static func quarter(_ number: Int) -> String { "\(number / 4)-Q\(number % 4 + 1)" }
}
