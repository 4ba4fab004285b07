package import LedgerModel
import LedgerStore
import Questions
import TraceFormats

/// *Your job in five questions*: My job as boxes of plain lines instead of YAML.
extension JobEditing {
    /// The present answers, ready to be changed.
    package struct SetupSheet: Sendable, Hashable {
        package var answers: JobAnswers
        package var leavesOut: Set<LeftOut>

        /// A hash of the answers when the sheet was made. It tells whether another tab has changed them since.
        package let stamp: String

        init(answers: JobAnswers, leavesOut: Set<LeftOut>) {
            self.answers = answers
            self.leavesOut = leavesOut
            let out = LeftOut.allCases.filter(leavesOut.contains).map(\.rawValue).joined(separator: " ")
            stamp = String(contentHash("\(answers.stamp)\u{0}\(out)").prefix(16))
        }

        /// Whether nothing has been answered yet.
        package var isBlank: Bool { JobBox.allCases.allSatisfy { answers[$0].isEmpty } }
    }

    package func setup() throws(LedgerError) -> SetupSheet { Self.sheet(try myJob(), try today()) }

    private static func sheet(_ myJob: MyJob, _ day: CivilDay) -> SetupSheet {
        SetupSheet(answers: JobText.write(myJob, on: day), leavesOut: myJob.settings.leavesOut)
    }

    /// Parsed answers, and what they would change. Nothing is saved yet.
    package struct SetupChange: Sendable {
        let change: MyJobChange
        /// By box, in the order of the questions: `+ Printers: Facilities`.
        package var lines: [(box: JobBox, text: String)]
        /// What will be left out from now on, or no longer, one sentence each.
        package var leftOut: [String]
        /// Remarks on what may have been read differently than it was meant.
        package var remarks: [String]
        var counts: (added: Int, changed: Int, ended: Int)

        /// What saving it removes for good, one sentence each; empty if all of it can be undone.
        package var takes: [String] { change.takes }
        package var isEmpty: Bool { lines.isEmpty && leftOut.isEmpty }

        /// `two new, one changed`
        package var summary: String {
            Words.list(
                [(counts.added, "new"), (counts.changed, "changed"), (counts.ended, "ended")].filter { $0.0 > 0 }.map {
                    "\(Words.count($0.0)) \($0.1)"
                } + leftOut)
        }
    }

    /// What the answers would change.
    ///
    /// - Parameter stamp: The stamp of the sheet from which the answers were made; `nil` if no other change is
    ///   possible.
    ///
    /// Throws `.changedMeanwhile` if My job was changed since; `.tooLarge` and `.badTime` if an answer cannot be read.
    package func setupChange(
        _ answers: JobAnswers, leavesOut: Set<LeftOut>, madeFrom stamp: String? = nil
    ) throws(LedgerError) -> SetupChange {
        let day = try today()
        let old = try myJob()
        if let stamp, stamp != Self.sheet(old, day).stamp {
            throw LedgerError(
                .changedMeanwhile, "My job was changed meanwhile; nothing was saved",
                hint: "Your text is in the boxes; the current version is beside it. Send it again to keep yours.")
        }
        var reading = try JobText.read(answers, into: old, on: day)
        reading.myJob.settings.leavesOut = leavesOut
        let changes = JobText.changes(from: old, to: reading.myJob, on: day)
        let before = old.settings.leavesOut
        return SetupChange(
            change: try change(of: old, to: reading.myJob), lines: changes.map { ($0.box, $0.text) },
            leftOut: LeftOut.allCases.filter { before.contains($0) != leavesOut.contains($0) }.map {
                "\($0.label) \(leavesOut.contains($0) ? "left out" : "no longer left out")"
            }, remarks: reading.remarks,
            counts: (
                changes.count { $0.kind == .added }, changes.count { $0.kind == .changed },
                changes.count { $0.kind == .ended }
            ))
    }

    /// Saves a change as one action that `undo` takes back. Throws `.changedMeanwhile`.
    package func keep(_ change: SetupChange) throws(LedgerError) { try keep(change.change) }
}

/// Leaving something out also removes what was read before.
extension JobEditing {
    var importing: Importing { Importing(self) }

    /// What leaving people out removes from what was read before, one sentence each; empty if there is nothing.
    func takenBy(leavingOutMore begins: Set<LeftOut>) throws(LedgerError) -> [String] {
        guard begins.contains(.people) else { return [] }
        var sentences: [String] = []
        let held = try store.read { try $0.peopleRead() }
        let parts = [
            held.pieces > 0 ? Words.digits(held.pieces, "piece") : nil,
            held.commits > 0 ? Words.digits(held.commits, "commit of theirs", "commits of theirs") : nil,
        ].compactMap { $0 }
        if !parts.isEmpty {
            sentences.append(
                "This removes other people for good from what was read before: from \(Words.list(parts)).")
        }
        let dropped = try store.read { try $0.sources() }.filter { !importing.keptFiles(of: $0).isEmpty }
        if !dropped.isEmpty {
            sentences.append(
                "What was dropped for \(Words.list(dropped.map(\.name))) names them and is deleted; what was read from it stays."
            )
        }
        guard !sentences.isEmpty else { return [] }
        sentences.append("The setting can be undone; the people come back only by reading the sources again.")
        let backups = store.backups()
        if !backups.isEmpty {
            sentences.append("Backups beside the ledger still name them: \(backups.joined(separator: ", "))")
        }
        return sentences
    }

    /// Carries out the effects of a change of what is left out, whether by an edit or by `undo`.
    func follow(from before: Set<LeftOut>, to now: Set<LeftOut>, isErased: Bool) throws(LedgerError) {
        guard before.contains(.people) != now.contains(.people) else { return }
        if now.contains(.people) {
            if !isErased { try write { try $0.erasePeopleRead() } }
            importing.deleteKeptFiles(of: try store.read { try $0.sources() })
        }
        try importing.readAllAgain()
    }
}
