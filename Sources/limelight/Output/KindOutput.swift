import LedgerModel
import Questions
import Renderings

/// What `correct --next` shows.
enum KindOutput {
    /// One piece, what it probably was, and the keys.
    static func document(_ piece: OpenKind, _ sheet: KindSheet, withKeys: Bool) -> Document {
        var about: [Document.Block] = [.paragraph([.soft("\(sheet.about(piece)).")])]
        if let learned = piece.learned { about.append(.paragraph([.text("\(learned.sentence.sentence).")])) }
        if withKeys {
            about.append(.keys(SortKind.all.map { ($0.key.lowercased(), $0.worth.label) }))
            let yes = piece.learned == nil ? [] : [("y", "yes, as it says")]
            about.append(.keys(yes + [("l", "later"), ("u", "undo"), ("q", "quit")]))
        }
        return Document(title: "Kinds of work", headline: sheet.question(piece), sections: [.init("", about)])
    }

    static func empty(_ sheet: KindSheet) -> Document {
        let headline: Document.Span =
            sheet.traced == 0
            ? "Nothing is on record in the last twelve months, so there is nothing to ask about."
            : "Nothing is left to ask: series of meetings are asked about in Sort, and the rest has its kind of work."
        return Document(title: "Kinds of work", headline: [headline])
    }

    static func json(_ sheet: KindSheet) -> JSON {
        let pieces = sheet.pieces.map { piece -> JSON in
            [
                "id": .string(piece.id.description), "kind": .string(piece.kind.rawValue),
                "at": .string(sheet.base.zones.civil(piece.at).rfc3339), "title": .string(piece.title),
                "project": piece.project.isEmpty ? nil : .string(piece.project), "count": JSON(piece.all.count),
                "seconds": .integer(piece.seconds),
                "learned": ShowOutput.learned(piece.learned),
            ]
        }
        return AnswerJSON(sheet.base) { $0.ids }.head("kinds") + [
            "traced_seconds": .integer(sheet.traced), "open_seconds": .integer(sheet.open),
            "open_count": JSON(sheet.openPieces), "open_titles": JSON(sheet.openTitles), "pieces": .array(pieces),
        ]
    }
}
