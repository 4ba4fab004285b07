package import LedgerModel
import Questions

/// *Notes I already have*: a box to paste them into, and a question about entries without a date.
package struct NotesView: Sendable {
    package var csrf: String
    package var action: String
    /// Receives a file.
    package var file: String
    package var text: String
    package var arenas: [CorrectionForm.Choice]
    /// Why they could not be read, and what to do about it.
    package var problem: (message: String, hint: Advice)?
    package var warnings: [String] = []
    /// The first of the entries with a date, the date that each gets as its day.
    package var dated: [Entry] = []
    /// How many entries have a date.
    package var datedTotal = 0
    /// Entries without a date; `nil` if there is none or nothing was read.
    package var undated: Undated?

    package struct Undated: Sendable {
        /// `When were these two?`
        package var question: String
        /// What happens to the other entries, and to those without a day.
        package var explanation: String
        /// The first of the entries without a date.
        package var entries: [Entry]
        package var total: Int
        /// The day for all the others, as it was typed.
        package var others: String

        package init(question: String, explanation: String, entries: [Entry], total: Int, others: String) {
            self.question = question
            self.explanation = explanation
            self.entries = entries
            self.total = total
            self.others = others
        }
    }

    package struct Entry: Sendable {
        package var id: String
        package var place: String
        package var text: String
        /// As it was typed; empty for none.
        package var day: String

        package init(id: String, place: String, text: String, day: String) {
            self.id = id
            self.place = place
            self.text = text
            self.day = day
        }
    }

    package init(csrf: String, action: String, file: String, text: String, arenas: [CorrectionForm.Choice]) {
        self.csrf = csrf
        self.action = action
        self.file = file
        self.text = text
        self.arenas = arenas
    }

    package var fragment: Fragment {
        Templates.render(
            .notes,
            [
                "csrf": csrf, "action": PageLink.local(action), "file": PageLink.local(file),
                "text": Markup.area(text).html, "arenas": arenas.map(\.values), "sources": PageEntry.sources.path,
                "problem": problem.map { ["message": $0.message, "hint": filled($0.hint)] as Any } ?? false,
                "warnings": warnings.isEmpty ? false : ["lines": warnings] as Any,
                "undated": undated.map { values($0) as Any } ?? false,
                "dated": dated.isEmpty
                    ? false
                    : [
                        "entries": dated.map { ["place": $0.place, "day": $0.day, "text": Self.short($0.text)] },
                        "more": datedTotal > dated.count ? "and \(datedTotal - dated.count) more" as Any : false,
                    ] as Any, "isRead": undated != nil || !dated.isEmpty,
            ])
    }

    private static func short(_ text: String) -> String { text.count > 160 ? text.prefix(159) + "…" : text }

    private func values(_ undated: Undated) -> [String: Any] {
        let rest = undated.total - undated.entries.count
        return [
            "title": undated.question, "explanation": undated.explanation, "others": undated.others,
            "entries": undated.entries.map { entry in
                [
                    "id": entry.id, "place": entry.place, "day": entry.day,
                    "text": Self.short(entry.text),
                ]
            },
            "more": rest > 0
                ? "and \(rest) more: give them one day above, or write their dates into the text." as Any : false,
        ]
    }
}
