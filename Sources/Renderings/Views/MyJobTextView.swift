package import LedgerModel

/// *My job* as text, to be changed on a page.
package struct MyJobTextView: Sendable {
    package var csrf: String
    /// Of what the text was made from.
    package var stamp: String
    package var text: String
    /// What could not be kept, and what to do about it.
    package var problem: (message: String, hint: Advice)?
    /// What cannot be taken back was asked: sent once more, it is meant.
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

    /// What is asked for most and has no box elsewhere.
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
