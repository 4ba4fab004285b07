package import LedgerModel

/// Pieces that may stand behind a result, with a box to tick for each.
package struct LikelyEvidenceView: Sendable {
    package struct Piece: Sendable {
        package var id: PublicID
        package var day: String
        package var title: String
        package var why: String

        package init(id: PublicID, day: String, title: String, why: String) {
            (self.id, self.day, self.title, self.why) = (id, day, title, why)
        }
    }

    package var result: PublicID
    package var text: String
    package var pieces: [Piece]

    package init(result: PublicID, text: String, pieces: [Piece]) {
        (self.result, self.text, self.pieces) = (result, text, pieces)
    }

    /// The name of the box of a piece.
    package static func name(_ result: some CustomStringConvertible, _ piece: some CustomStringConvertible) -> String {
        "cite-\(result)-\(piece)"
    }

    var values: [String: Any] {
        [
            "result": result.description, "text": text,
            "ids": pieces.map(\.id.description).joined(separator: " "),
            "pieces": pieces.map { piece in
                [
                    "name": Self.name(result, piece.id), "day": piece.day, "title": piece.title,
                    "why": "(\(piece.why))",
                ]
            },
        ]
    }
}

/// A page with the evidence that is offered to several results.
package struct CiteEvidenceView: Sendable {
    package var csrf: String
    package var here: String
    package var offered: [LikelyEvidenceView]
    package var reader: String
    /// The period of the page for the reader; empty if there is none to go on to.
    package var period: String

    package init(csrf: String, here: String, offered: [LikelyEvidenceView], reader: String, period: String) {
        (self.csrf, self.here, self.offered, self.reader, self.period) = (csrf, here, offered, reader, period)
    }

    package var fragment: Fragment {
        Templates.render(
            .citeEvidence,
            [
                "csrf": csrf, "here": PageLink.local(here), "action": PagePath.citeForResult, "reader": reader,
                "period": period, "results": offered.map(\.result.description).joined(separator: " "),
                "offered": offered.map(\.values),
                "report": period.isEmpty ? false : PageLink.local(PagePath.report(for: reader, in: period)) as Any,
            ])
    }
}
