import LedgerModel

extension BackstageAnswer {
    /// One person, and the occasion to speak with them; nil where nobody has grown silent.
    func nextSection(_ input: AnswerBase) -> Document.Section? {
        guard let silent = longestSilent(input) else { return nil }
        let meeting = pairs.first { $0.person == silent.person }?.next
        let occasion: Document.Span =
            meeting.map {
                .text("You meet on \(Period.date(input.zones.day(of: $0))); bring what you value about them.")
            }
            ?? .text("No meeting of the two of you is planned; a line today is enough.")
        return Document.Section(
            "Next", id: .next, onlyForYou: true,
            [.paragraph([.text("Write to "), .strong(silent.name), .text(". "), occasion])])
    }
}
