package import LedgerModel
package import Questions

/// What kind of work the pieces of a title were, and a key for each answer. It looks like Sort and has its keys.
package struct KindView: Sendable {
    /// The heading if nothing is asked.
    package var closing: String
    package var asked: Asked?
    /// The action that undo takes back; empty if the last one was no answer given here.
    package var canUndo: String
    /// The path that takes back *later*; empty if an answer came after it.
    package var unstep: String
    /// `41 more titles`
    package var more: String

    package init(closing: String, asked: Asked?, canUndo: String, unstep: String, more: String) {
        (self.closing, self.asked, self.canUndo) = (closing, asked, canUndo)
        (self.unstep, self.more) = (unstep, more)
    }

    package struct Asked: Sendable {
        package var id: PublicID
        package var question: [Document.Span]
        /// `commit in press, 3 March 2026`
        package var about: String
        package var learned: LearnedKind?
        package var choices: [(key: String, worth: Worth)]
        package var later: String

        package init(
            id: PublicID, question: [Document.Span], about: String, learned: LearnedKind?,
            choices: [(key: String, worth: Worth)], later: String
        ) {
            (self.id, self.question, self.about, self.learned) = (id, question, about, learned)
            (self.choices, self.later) = (choices, later)
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        var values = Self.values(layout)
        values["asked"] = asked.map(Self.values) as Any? ?? false
        values["closing"] = closing
        values["more"] = filled(more)
        values["unstep"] = unstep.isEmpty ? false : PageLink.local(unstep)
        values["undo"] = filled(unstep.isEmpty ? canUndo : nil)
        values["learn"] = PageLink.local(PagePath.kinds + "?learn=yes")
        return Templates.render(.kinds, values)
    }

    /// Below what would be learned: a button, if there is something.
    package static func learning(_ plan: KindLearning, in layout: PageLayout) -> Fragment {
        var values = Self.values(layout)
        values["step"] = filled(plan.canLearn ? "\(plan.number)" : nil)
        values["back"] = PagePath.kinds
        return Templates.render(.learnKinds, values)
    }

    private static func values(_ layout: PageLayout) -> [String: Any] {
        [
            "csrf": filled(layout.csrf), "here": PageLink.local(layout.here), "answer": PagePath.sayKind,
            "undoing": PagePath.undoKind, "learning": PagePath.learnKinds,
        ]
    }

    private static func values(_ asked: Asked) -> [String: Any] {
        [
            "question": SpanValues.all(asked.question) { PagePath.evidence($0.query) }, "about": asked.about,
            "href": PageLink.local(PagePath.show(asked.id)), "id": asked.id.description,
            "learned": filled(asked.learned.map { "\($0.sentence.sentence)." }),
            "confirms": filled(asked.learned?.worth.rawValue),
            "label": asked.learned?.worth.label ?? "",
            "buttons": asked.choices.map { ["key": $0.key, "label": $0.worth.label, "value": $0.worth.rawValue] },
            "later": PageLink.local(asked.later),
        ]
    }
}
