package import LedgerModel

/// Words that may be said or shown to somebody. Everything that is made for another's ears or eyes is of this type.
///
/// It can be made of three things only: of what `Addressee` permits, of dates and counts, and of literals of this
/// program. No `String` of the ledger becomes one by itself; the compiler holds that:
///
///     let said: Sayable = "It builds \(skill): the nearest earlier work is “\(title)”."
///
/// needs a `skill` and a `title` that are sayable.
package struct Sayable: Sendable, Hashable, ExpressibleByStringInterpolation {
    package let text: String

    fileprivate init(permitted text: String) { self.text = text }

    package init(stringLiteral value: StaticString) { text = "\(value)" }

    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// `21 November 2026`
    package init(_ day: CivilDay) { text = Period.date(day) }

    package init(_ period: Period) { text = period.text }

    /// `three results`, or with digits `3 pieces`.
    package init(_ count: Int, _ noun: StaticString, inDigits: Bool = false) {
        text = inDigits ? Words.digits(count, "\(noun)") : Words.count(count, "\(noun)")
    }

    package init(_ number: Int) { text = String(number) }

    /// `a, b and c`
    package static func list(_ parts: [Sayable]) -> Sayable { Sayable(permitted: Words.list(parts.map(\.text))) }

    /// With a capital first letter.
    package var sentence: Sayable { Sayable(permitted: text.sentence) }
    package var lowercasedFirst: Sayable { Sayable(permitted: text.lowercasedFirst) }
    /// With a full stop, unless it ends a sentence already.
    package var stopped: Sayable { Sayable(permitted: text + Words.stop(text)) }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

        package mutating func appendInterpolation(_ part: Sayable) { text += part.text }
    }
}

/// Someone for whose ears or eyes a text is made. What may be said to them is decided here and nowhere else.
///
/// Notes are never sayable, but for what the addressee said of themself. Neither is anything that is private, or that
/// names a third person. What is not sure is left out.
package struct Addressee: Sendable {
    /// `nil` for the person, and for a reader who is not named.
    package let name: Sayable?
    package let isMyself: Bool
    private let person: KnownPerson?
    private let people: KnownPeople
    private let naming: Naming
    /// The sources of repositories in which they appear.
    private let repositories: Set<Int64>

    /// The person: to oneself everything may be said.
    package static let myself = Addressee(nil, among: KnownPeople(), repositories: [], isMyself: true)

    /// - Parameters:
    ///   - person: one of `people`, or somebody whom a ledger without people does not know; `nil` for a reader of whom
    ///     nothing is known.
    ///   - repositories: the sources of repositories in which they appear.
    package init(_ person: KnownPerson?, among people: KnownPeople, repositories: Set<Int64> = []) {
        self.init(person, among: people, repositories: repositories, isMyself: false)
    }

    private init(_ person: KnownPerson?, among people: KnownPeople, repositories: Set<Int64>, isMyself: Bool) {
        self.person = person
        self.people = people
        self.repositories = repositories
        self.isMyself = isMyself
        name = person.map { Sayable(permitted: $0.name) }
        naming = Naming(among: people, allowing: person)
    }

    /// Whether they are called so, and nobody else is.
    private func isCalled(_ text: String) -> Bool { person != nil && people.only(called: text) == person }

    private func unlessNaming(_ text: String, isBetweenUs: Bool = false) -> Sayable? {
        isMyself || !naming.namesSomebody(text, isBetweenUs: isBetweenUs) ? Sayable(permitted: text) : nil
    }
}

extension Addressee {
    /// What the person calls something in My job, or wrote for this one moment: a label, a measure, a task.
    package func label(_ text: String) -> Sayable? { unlessNaming(text) }

    /// The name of the person, who is the author of what is said.
    package func author(_ myJob: MyJob) -> Sayable { Sayable(permitted: myJob.name) }

    /// The title of a piece: of an event that they attend, or the subject of an own commit in a repository in which
    /// they appear or that is open to them.
    package func title(of piece: ShownEvidence) -> Sayable? {
        guard !isMyself else { return Sayable(permitted: piece.draft.title) }
        guard isOpen(piece) else { return nil }
        switch piece.draft.kind {
        case .event:
            return attends(piece.draft)
                ? unlessNaming(piece.draft.title, isBetweenUs: isBetweenUs(piece.draft)) : nil
        case .commit: return isIn(piece.sources) ? publicTitle(of: piece) : nil
        case .note, .timer: return nil
        }
    }

    /// The title of a piece that a result cites, in a report: the person chose it, so the repository does not matter.
    package func citedTitle(of piece: ShownEvidence) -> Sayable? {
        title(of: piece) ?? (isOpen(piece) && piece.draft.kind == .commit ? publicTitle(of: piece) : nil)
    }

    /// The name of the repository of a piece, if it is one that they know.
    package func source(of piece: ShownEvidence) -> Sayable? {
        guard isMyself || isOpen(piece) && isIn(piece.sources) else { return nil }
        return piece.sources.first.flatMap { unlessNaming($0.name) }
    }

    /// What they said of themself to the person: a note kept with `--said-by`, or its lines `said by NAME: …`.
    package func ownWords(in piece: ShownEvidence) -> [Sayable] {
        guard person != nil, isOpen(piece), piece.draft.kind == .note else { return [] }
        let text = piece.draft.body.isEmpty ? piece.draft.title : piece.draft.body
        let isTheirs = piece.draft.people.contains { $0.role == .saidBy && isCalled($0.identity) }
        return (isTheirs ? [text] : SaidLine.all(in: text).filter { isCalled($0.name) }.map(\.words))
            .compactMap { unlessNaming($0) }
    }

    /// A result that they were told, or that was told openly.
    package func told(_ claim: Claim) -> Sayable? {
        guard !isMyself else { return Sayable(permitted: claim.text) }
        return claim.tellings.contains(where: hears) ? unlessNaming(claim.text) : nil
    }

    /// Whether they were told, alone or with everybody.
    package func hears(_ telling: Telling) -> Bool { telling.isOpen || isCalled(telling.person) }

    /// A result, in a draft to tell it. Telling is what makes it theirs.
    package func draft(_ claim: Claim) -> Sayable? {
        guard let text = unlessNaming(claim.text) else { return nil }
        guard let whom = claim.forWhom else { return text.sentence.stopped }
        return unlessNaming(whom).map { "\(text.sentence.stopped) For \($0.stopped)" }
    }

    /// Words of a result in a report: the person wrote them for its reader.
    package func reported(_ text: String) -> Sayable { Sayable(permitted: text) }

    /// What they themselves answered when they were told.
    package func answer(_ telling: Telling) -> Sayable? {
        guard isMyself || isCalled(telling.person) else { return nil }
        return telling.heard.flatMap { unlessNaming($0) }
    }

    /// An address of theirs, or a name by which they are known.
    package var identities: [Sayable] { (person?.identities ?? []).map { Sayable(permitted: $0) } }
}

extension Addressee {
    private func isOpen(_ piece: ShownEvidence) -> Bool {
        piece.draft.flags.isDisjoint(with: [.isPrivate, .withdrawn, .sourceRemoved, .byOther])
            && !piece.sources.contains(where: \.isPrivate)
    }

    /// The subject of an own commit that names nobody else, in its trailers either.
    private func publicTitle(of piece: ShownEvidence) -> Sayable? {
        let isOnlyTheirs = piece.draft.people.allSatisfy { isCalled($0.identity) }
        return isOnlyTheirs ? unlessNaming(piece.draft.title) : nil
    }

    private func attends(_ event: EvidenceDraft) -> Bool {
        event.standing.counts
            && event.people.contains { isCalled($0.identity) && $0.participation != "declined" }
    }

    /// Whether it was with nobody else.
    private func isBetweenUs(_ event: EvidenceDraft) -> Bool {
        event.headCount == 1
            && event.people.allSatisfy { one in
                isCalled(one.identity) || people.me.contains { $0.isCalled(one.identity) }
            }
    }

    private func isIn(_ sources: [Source]) -> Bool {
        sources.contains { source in
            repositories.contains(source.rowID) || source.openTo.contains { isCalled($0) }
        }
    }
}

/// A line of a 1:1 that says whose words it holds: `said by Jonas: I would like to do front-end work`.
struct SaidLine {
    let name: String
    let words: String

    static func all(in text: String) -> [SaidLine] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let start = line.drop { !$0.isLetter }
            guard start.lowercased().hasPrefix("said by "), let colon = start.firstIndex(of: ":") else { return nil }
            let words = start[start.index(after: colon)...].trimmed
            return words.isEmpty ? nil : SaidLine(name: start.dropFirst(8).prefix { $0 != ":" }.trimmed, words: words)
        }
    }
}
