package import LedgerModel

extension PersonQuestions {
    /// The most questions of one list.
    package static let mostShown = 5

    /// The first questions, a section each, and how many there are besides.
    package var sections: [Document.Section] {
        guard !asked.isEmpty || later > 0 else { return [] }
        var sections = asked.prefix(Self.mostShown).map(\.section)
        var rest: [Document.Span] = []
        let more = asked.count - sections.count
        if more > 0 { rest.append(.text("\(Words.count(more, "more question").sentence). ")) }
        if later > 0 { rest.append(.text("\(Words.count(later, "question").sentence) put off. ")) }
        rest.append(.text("Ask one by one: "))
        sections.append(
            Document.Section(
                "", id: .askedOfPeople, [.paragraph(rest + [.offer(.askOfPeople(again: later > 0))])])
        )
        return sections
    }
}

extension PersonQuestion {
    /// The question, why it is asked, and its answers.
    package var section: Document.Section {
        Document.Section(
            title, id: .askedOfPeople, onlyForYou: true,
            [.paragraph([.text(reason)]), .offers(.init(answers, lead: lead))])
    }

    /// `Are Maria Keller and M. Keller one person?`
    package var title: String {
        switch self {
        case .same(let one, let other, _):
            one.name == other.name
                ? "Are the two called \(one.name) one person?" : "Are \(one.name) and \(other.name) one person?"
        case .program(let person): "Is \(person.name) a person or a program?"
        }
    }

    package var reason: String {
        switch self {
        case .same(let one, let other, let reason):
            "\(Self.known(one)) and \(Self.known(other)): \(Self.words(reason))."
        case .program(let person):
            "\(Self.known(person)): assistants and bots have such names. A program is nobody you work with."
        }
    }

    /// The words before the first answer.
    private var lead: String {
        switch self {
        case .same: "If they are one"
        case .program: "If it is a person"
        }
    }

    package var answers: [Offer] {
        switch self {
        case .same(let one, let other, _):
            [
                .sayOfPeople(.one(one.id, other.id)), .sayOfPeople(.two(one.id, other.id)),
                .sayOfPeople(.later(one.id, other.id)),
            ]
        case .program(let person):
            [
                .sayOfPeople(.person(person.id)), .sayOfPeople(.program(person.id)),
                .sayOfPeople(.later(person.id, nil)),
            ]
        }
    }

    private static func words(_ reason: LikelySame.Reason) -> String {
        switch reason {
        case .sameName: "the same name"
        case .likeName: "nearly the same name"
        case .sameLogin: "the same before the @"
        case .loginOfName: "one is called by what could be a login of the other"
        }
    }

    /// Their addresses, or that there are none, and in how many pieces they are.
    private static func known(_ person: PersonSummary) -> String {
        let addresses = person.identities.filter { $0.contains("@") }
        let shown = addresses.prefix(3).joined(separator: ", ") + (addresses.count > 3 ? ", …" : "")
        return
            "\(addresses.isEmpty ? "\(person.name) without an address" : shown) (\(Words.digits(person.evidence, "piece")))"
    }
}
