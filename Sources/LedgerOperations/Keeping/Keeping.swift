package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// Export, restore, backups and checks of the file itself.
package struct Keeping: LedgerArea {
    let store: LedgerStore
    let world: World

    package func export(_ sink: (String) throws -> Void) throws(LedgerError) { try store.read { try $0.export(sink) } }

    package func restore(file: String) throws(LedgerError) {
        let bytes = try LedgerFiles.read(Folders.absolute(file), limit: 4 << 30)
        try write {
            try $0.restore(bytes.split(separator: 10, omittingEmptySubsequences: false), fileName: PathName.last(file))
        }
        try settleTimeline()
    }

    /// The files of a ledger, which must never be overwritten: its own, and those that SQLite makes beside it.
    package static func files(of path: String) -> [String] { LedgerStore.files(of: path) }

    package func backups() -> [String] { store.backups() }
    /// The backups beside a ledger, newest first. The ledger itself need not open.
    package static func backups(of path: String) -> [String] { LedgerStore.backups(of: path) }
    package func deleteBackups() { store.deleteBackups() }

    package func checks() async throws(LedgerError) -> [Check] {
        var checks = try store.checks()
        let hasGit = await GitRepository.isGitInstalled()
        checks.append(
            Check("git", .required, ok: hasGit, hasGit ? "found" : "not found; install it to read repositories"))
        for summary in try store.read({ try $0.sourceSummaries() })
        where summary.source.canBeReadAgain && !summary.source.isAddress {
            if !fileExists(summary.source.locator) {
                checks.append(
                    Check(
                        "source \(summary.source.name)", .optional, ok: false,
                        "is not where it was; what was read from it stays"))
            }
        }
        return checks
    }
}

/// Undo.
extension Keeping {
    /// Takes back the last action that was not undone yet, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone {
        let before = try myJob()
        let rules = before.rules
        let editing = JobEditing(self)
        let me = try store.read { try $0.me() }
        var undone = try write { transaction in
            let undone = try transaction.undo(action: ulid())
            // A private rule that comes back would take words away again, which is never done unasked.
            let reach = try editing.applyPrivateRules(transaction.myJob(), besides: before, transaction)
            guard reach.isEmpty else {
                throw LedgerError(
                    .usage, "this would bring back a private rule, which takes words away for good",
                    hint: "Nothing was undone. Write the rule again with \(offer: .editJob), which says what goes.")
            }
            return undone
        }
        try editing.follow(
            from: before.settings.leavesOut, to: myJob().settings.leavesOut, isErased: false)
        undone.changedMe = try store.read { try $0.me() } != me
        if undone.changedMe || undone.verb == "answer" { try settleEvents() }
        if undone.changedMe { try Importing(self).readAllAgain() }
        if try myJob().settings.machines != before.settings.machines { try Importing(self).readAllAgain() }
        try settleDays()
        let isAnswer = [JobEditing.sortVerb, JobEditing.blockVerb].contains(undone.verb)
        undone.title = isAnswer ? try answered(rules) : try title(undone.subject)
        return undone
    }

    /// Takes back an answer of Sort if it was the last action. Throws `.nothingToUndo`.
    ///
    /// - Parameter action: The answer to take back; `nil` means the last one.
    package func undoSort(_ action: String? = nil) throws(LedgerError) -> Undone {
        guard let last = try store.read({ try $0.lastAction() }), last.verb == JobEditing.sortVerb,
            action.map({ $0 == last.id }) ?? true
        else {
            throw LedgerError(
                .nothingToUndo, "the last thing you did was not an answer given here",
                hint: "Take it back with \(offer: .undo).")
        }
        return try undo()
    }

    /// Whether the last action was an answer of Sort.
    package func canUndoSort() throws(LedgerError) -> Bool {
        try store.read { try $0.lastAction() }?.verb == JobEditing.sortVerb
    }

    /// What the rule that was just taken back was about.
    private func answered(_ before: [Rule]) throws(LedgerError) -> String? {
        let kept = Set(try myJob().rules.map(\.key))
        let sources = try Asking(self).sourceNames()
        return before.last { !kept.contains($0.key) }.flatMap { $0.sortedTitle(sources) }.map(Self.short)
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

    /// The title of a piece; empty if the piece is gone.
    private func shownTitle(_ id: PublicID) throws(LedgerError) -> String {
        do { return try store.read { try $0.show(id) }.draft.title } catch {
            guard error.code == .notFound else { throw error }
            return ""
        }
    }

    /// The text of a note or result, short enough for one line.
    private func title(_ subject: String) throws(LedgerError) -> String? {
        guard let id = PublicID(subject) else { return nil }
        let text =
            if id.kind == .source { try store.read({ try $0.source(id) })?.name ?? "" } else if id.kind == .claim {
                try store.read({ try $0.claims() }).first { $0.id == id }?.text ?? ""
            } else {
                try shownTitle(id)
            }
        guard !text.isEmpty else { return nil }
        return Self.short(text)
    }
}

/// What is read and where it is stored, in five lines. The first thing that a person is told.
package struct PrivacyFacts: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package var title: String
        package var text: Advice
        /// What does it; `nil` if there is nothing to do.
        package var offer: Offer?
    }

    package let lines: [Fact]

    init(path: String) {
        lines = [
            Fact(
                title: "What is read",
                text: "Only what you name: calendars, repositories and files, one by one, and what you write here."),
            Fact(
                title: "Where it is",
                text: "In one file; files dropped on a page are in a folder beside it: \(path)"),
            Fact(
                title: "Who could read it",
                text: "You, the administrators of this machine, and anyone who has its backups."),
            Fact(
                title: "What leaves",
                text: "Nothing. An address that you give is fetched from its server, and that is all."),
            Fact(
                title: "How to erase it", text: "One piece or one person with \(offer: .forget(nil)); everything with:",
                offer: .eraseLedger(path)),
        ]
    }

    /// What to know if the machine is not one's own.
    package static let employersMachine = """
        If it is, its administrators can read the file, and its backups contain it. Put in it only what you would \
        not mind them reading, leave out what follows, or put the ledger elsewhere: every command takes --ledger PATH, and \
        LIMELIGHT_LEDGER names the place for all of them.
        """
}

extension Keeping {
    package func privacyFacts() -> PrivacyFacts { PrivacyFacts(path: Folders.absolute(store.path)) }
}
