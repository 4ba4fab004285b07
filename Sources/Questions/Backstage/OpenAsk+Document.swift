package import LedgerModel

extension [OpenAsk] {
    /// All that stands open, with whom.
    package func document(_ now: Instant, _ zones: ZoneHistory) -> Document {
        guard !isEmpty else {
            return Document(
                title: "What stands open", headline: ["Nothing that was asked or promised stands open."], sections: [])
        }
        let lines = Words.count(count, "line").sentence
        return Document(
            title: "What stands open", headline: [.text("\(lines) \(count == 1 ? "stands" : "stand") open.")],
            sections: [
                .init(
                    "", id: .meeting, onlyForYou: true,
                    [.list(map { [.strong($0.whom), .text(": ")] + $0.spans(now, zones) }), .ticks(self)])
            ])
    }
}
