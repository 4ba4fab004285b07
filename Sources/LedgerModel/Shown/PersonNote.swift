/// A note of the person's, and whom it names.
package struct PersonNote: Sendable, Hashable {
    package var id: PublicID
    package var at: Instant
    /// All of its words.
    package var text: String
    /// Everybody but the person, with the name that the ledger has for them.
    package var people: [PublicID: String]
    package var ticks: [OpenLine.Tick]

    package init(id: PublicID, at: Instant, text: String, people: [PublicID: String], ticks: [OpenLine.Tick] = []) {
        self.id = id
        self.at = at
        self.text = text
        self.people = people
        self.ticks = ticks
    }

    package var firstLine: String { String(text.prefix { !$0.isNewline }) }
    package var lines: [OpenLine] { OpenLine.all(in: text) }

    /// The lines that are neither done nor turned down.
    package var open: [OpenLine] {
        let ticked = Set(ticks.map(\.place))
        return lines.filter { !ticked.contains($0.place) }
    }
}
