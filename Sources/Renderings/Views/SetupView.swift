package import LedgerModel

/// *Your job in five questions*: what is read, where it is stored, and a box for each answer.
package struct SetupView: Sendable {
    package var csrf: String
    package var action: String
    /// Identifies the answers that the boxes were made from.
    package var stamp: String
    /// What is read and where it is stored, line by line.
    package var facts: [(title: String, text: Advice, offer: Offer?)]
    /// What to consider on an employer's machine.
    package var machine: String
    package var isEmployers: Bool
    package var leavesOut: Set<LeftOut>
    package var boxes: [TextBox]
    /// Why it could not be saved, and what to do about it.
    package var problem: (message: String, hint: Advice)?
    /// What saving removes for good: asked about before it is done.
    package var takes: [String] = []
    /// Sources that are no longer read but still here.
    package var leftOutSources: [PageLink] = []
    /// Whether to show the next step.
    package var isDone = false

    package init(
        csrf: String, action: String, stamp: String, facts: [(title: String, text: Advice, offer: Offer?)],
        machine: String, isEmployers: Bool, leavesOut: Set<LeftOut>, boxes: [TextBox]
    ) {
        self.csrf = csrf
        self.action = action
        self.stamp = stamp
        self.facts = facts
        self.machine = machine
        self.isEmployers = isEmployers
        self.leavesOut = leavesOut
        self.boxes = boxes
    }

    package var fragment: Fragment {
        Templates.render(
            .setup,
            [
                "csrf": csrf, "action": PageLink.local(action), "stamp": stamp, "machine": machine,
                "facts": facts.map {
                    ["title": $0.title, "text": $0.text.values, "command": filled($0.offer?.command)] as [String: Any]
                },
                "takes": takes, "asks": !takes.isEmpty,
                "still": leftOutSources.map(\.values), "hasStill": !leftOutSources.isEmpty,
                "employers": isEmployers, "done": isDone, "sources": PageEntry.sources.path,
                "fiveLines": PageEntry.fiveLines.path,
                "problem": problem.map { ["message": $0.message, "hint": filled($0.hint)] as Any } ?? false,
                "leftOut": LeftOut.allCases.map {
                    [
                        "value": $0.rawValue, "label": $0.label, "effect": $0.effect, "checked": leavesOut.contains($0),
                    ] as [String: Any]
                }, "questions": questions,
            ])
    }

    private var questions: [[String: Any]] {
        (1...5).map { number in
            let own = boxes.filter { $0.box.number == number }
            return [
                "number": "\(number)", "question": own.first?.box.question ?? "",
                "boxes": own.map { $0.values(isSingle: own.count == 1) },
            ]
        }
    }

    /// One box with its text.
    package struct TextBox: Sendable {
        package var box: JobBox
        package var text: String
        /// The current version, if it is not the one that the box was made from.
        package var stands: String?

        package init(_ box: JobBox, text: String, stands: String? = nil) {
            self.box = box
            self.text = text
            self.stands = stands
        }

        /// - Parameter isSingle: the label adds nothing to the question.
        func values(isSingle: Bool) -> [String: Any] {
            let lines = JobAnswers.lines(of: text)
            let now = stands.map { JobAnswers.lines(of: $0).filter { !$0.isEmpty } }
            return [
                "name": box.rawValue, "single": isSingle, "label": box.label, "hint": box.hint,
                "example": box.examples[0],
                "rows": "\(min(12, max(box == .measured ? 4 : 3, lines.count + 1)))", "text": Markup.area(text).html,
                "stands": now.map { ["some": !$0.isEmpty, "lines": $0] as Any } ?? false,
            ]
        }
    }
}

extension Markup {
    /// Text for a `textarea`: each line inert, line ends unchanged.
    static func area(_ text: String) -> Fragment {
        Fragment(safe: JobAnswers.lines(of: text).map(escape).joined(separator: "\n"))
    }
}
