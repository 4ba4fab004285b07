package import LedgerModel

/// *My job* as text, to edit on a page.
package struct MyJobTextView: Sendable {
    package var csrf: String
    /// Identifies the version that the text was made from.
    package var stamp: String
    package var text: String
    /// Why it could not be saved, and what to do about it.
    package var problem: (message: String, hint: Advice)?
    /// The person was asked about what cannot be undone: sending the form again confirms it.
    package var isSure = false

    package init(csrf: String, stamp: String, text: String) {
        self.csrf = csrf
        self.stamp = stamp
        self.text = text
    }

    package var fragment: Fragment {
        Templates.render(
            .jobText,
            [
                "csrf": csrf, "action": PagePath.jobText, "back": PageEntry.myJob.path, "setup": PageEntry.setup.path,
                "stamp": stamp, "text": Markup.area(text).html, "sure": isSure,
                "problem": problem.map { ["message": $0.message, "hint": filled($0.hint)] as Any } ?? false,
                "examples": Self.examples.map { ["title": $0.title, "text": Markup.area($0.text).html] },
            ])
    }

    /// Frequent entries that have no box elsewhere.
    private static let examples: [(title: String, text: String)] = [
        (
            "Time that you plan for yourself",
            """
            blocks:
              - label: Learning
                when: {kind: event, title~: "^Learning"}
            """
        ),
        (
            "Work that builds a skill",
            """
            skills:
              - label: Incident command
            rules:
              - label: Drills build incident command
                when: {title~: "drill"}
                set: {skills: [incident-command]}
            """
        ),
    ]
}
