package import LedgerModel

/// Lines of notes that could be results, with a box to tick for each.
package struct NoteLinesView: Sendable {
    package struct Line: Sendable {
        package var id: String
        package var note: PublicID
        package var text: String
        package var date: String
        package var becomes: String
        package var isKept: Bool

        package init(id: String, note: PublicID, text: String, date: String, becomes: String, isKept: Bool) {
            (self.id, self.note, self.text) = (id, note, text)
            (self.date, self.becomes, self.isKept) = (date, becomes, isKept)
        }
    }

    package var csrf: String
    package var here: String
    package var lines: [Line]
    /// How many there are; the first of them are shown.
    package var total: Int
    package var problem: (message: String, hint: Advice)?

    package init(csrf: String, here: String, lines: [Line], total: Int) {
        (self.csrf, self.here, self.lines, self.total) = (csrf, here, lines, total)
    }

    package var fragment: Fragment {
        Templates.render(
            .noteLines,
            [
                "csrf": csrf, "here": PageLink.local(here), "action": PagePath.noteLines, "some": !lines.isEmpty,
                "ids": lines.map(\.id).joined(separator: " "),
                "problem": problem.map { ["message": $0.message, "hint": filled($0.hint)] as Any } ?? false,
                "more": filled(total > lines.count ? "\(total - lines.count) more come after these." : nil),
                "lines": lines.enumerated().map { index, line in
                    [
                        "number": "\(index + 1)", "text": Markup.area(line.text).html, "date": line.date,
                        "becomes": line.becomes == "result" ? "a result" : "what I want next",
                        "href": PageLink.local(PagePath.show(line.note)), "kept": line.isKept,
                    ] as [String: Any]
                },
            ])
    }
}
