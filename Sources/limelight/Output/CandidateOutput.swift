import LedgerModel
import Questions

/// What `result suggest` asks.
enum CandidateOutput {
    /// One candidate, and the keys.
    static func document(_ candidate: Candidate, _ place: Int, of count: Int, withKeys: Bool, upTo last: Int)
        -> Document
    {
        var section = candidate.section(place)
        if withKeys {
            let keys = [
                ("k", "keep"), ("s", "strike"), ("l", "later"), ("m", "merge with the one above"), ("x", "split"),
                ("Enter", "next"), ("1 … \(last)", "that one"), ("u", "undo"), ("q", "quit"),
            ]
            section.blocks.append(.keys(keys))
        }
        return Document(
            title: "Candidates for results", headline: [.text("Is this a result? \(place + 1) of \(count)")],
            sections: [section])
    }
}

extension Document.Block {
    /// Keys and what each does, which stay together at the end of a line.
    static func keys(_ list: [(key: String, words: String)]) -> Document.Block {
        .paragraph(
            list.enumerated().flatMap { index, item -> [Document.Span] in
                [
                    .text(index == 0 ? "" : "\u{A0}\u{A0} "), .strong(item.key),
                    .text("\u{A0}" + item.words.replacing(" ", with: "\u{A0}")),
                ]
            })
    }
}
