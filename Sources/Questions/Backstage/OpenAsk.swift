package import LedgerModel

/// A line of a note that stands open with somebody: who asked or promised what, and since when.
package struct OpenAsk: Sendable, Hashable {
    package var note: PublicID
    package var line: OpenLine
    /// Whether its note has other such lines.
    package var isOneOfSeveral: Bool
    package var at: Instant
    /// With whom, under the name that a list shows.
    package var people: [PublicID: String]

    /// The open lines of some notes, oldest first.
    ///
    /// - Parameter known: finds those whom a line itself names.
    package static func all(in notes: [PersonNote], _ who: WhoIsWho, _ known: KnownPeople) -> [OpenAsk] {
        notes.flatMap { note in
            let isOneOfSeveral = note.lines.count > 1
            return note.open.map { line in
                var people = note.people
                for name in line.names {
                    if let person = try? known.person(named: name), let id = person.id { people[id] = person.name }
                }
                return OpenAsk(
                    note: note.id, line: line, isOneOfSeveral: isOneOfSeveral, at: note.at,
                    people: people.reduce(into: [:]) { $0[$1.key] = who.label(of: $1.key) ?? $1.value })
            }
        }
    }

    package var tick: Offer { .tick(ticked) }
    package var decline: Offer {
        var declined = ticked
        declined.isDeclined = true
        return .tick(declined)
    }

    private var ticked: Offer.OpenTick {
        .init(note: note, place: isOneOfSeveral ? line.place : nil, words: line.words)
    }

    /// Whom it is with, in words.
    var whom: String {
        people.isEmpty
            ? line.names.isEmpty ? "With nobody named (a line can end in @Name)" : Words.list(line.names)
            : Words.list(people.values.sorted())
    }

    /// `They asked: a second reviewer, since 3 March 2026, 2 weeks ago`
    func spans(_ now: Instant, _ zones: ZoneHistory) -> [Document.Span] {
        [
            .text("\(line.kind.said): "), .figure(line.words, EvidenceRef(pieces: [note])),
            .soft(", since \(Period.date(zones.day(of: at))), \(BackstageAnswer.ago(at, now, zones))"),
        ]
    }
}

extension OpenLine.Kind {
    /// As the person reads it.
    package var said: String {
        switch self {
        case .asked: "They asked"
        case .promised: "You promised"
        case .theyPromised: "They promised"
        case .iAsked: "You asked"
        }
    }
}
