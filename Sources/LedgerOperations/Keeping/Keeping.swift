package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// The file itself: export, restore, backups, checks.
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

    /// What a ledger consists of, and what must never be written over: its file, and what its database keeps beside it.
    package static func files(of path: String) -> [String] { ["", "-wal", "-shm", "-journal"].map { path + $0 } }

    package func backups() -> [String] { store.backups() }
    /// The backups beside a ledger that may not open, newest first.
    package static func backups(of path: String) -> [String] { LedgerStore.backups(of: path) }
    package func deleteBackups() { store.deleteBackups() }

    package func checks() async throws(LedgerError) -> [Check] {
        var checks = try store.checks()
        let hasGit = await GitRepository.isGitInstalled()
        checks.append(
            Check("git", .required, ok: hasGit, hasGit ? "found" : "not found; install it to read repositories"))
        for summary in try store.read({ try $0.sourceSummaries() })
        where summary.source.kind.descriptor.isRead && !summary.source.isAddress && summary.source.droppedName == nil {
            if !fileExists(summary.source.locator) {
                checks.append(
                    Check(
                        "source \(summary.source.name)", .optional, ok: false, "is not where it was; what it gave stays"
                    ))
            }
        }
        return checks
    }
}

/// What was done by hand, taken back.
extension Keeping {
    /// Takes back the last action by hand that stands, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone {
        let before = try myJob()
        let rules = before.rules
        var undone = try write { try $0.undo(action: ulid()) }
        try JobEditing(self).follow(
            from: before.settings.leavesOut, to: myJob().settings.leavesOut, isErased: false)
        try settleDays()
        undone.title = undone.verb == JobEditing.sortVerb ? try answered(rules) : try title(undone.subject)
        return undone
    }

    /// Takes back an answer, when nothing else was done by hand since. Throws `.nothingToUndo`.
    ///
    /// - Parameter action: the answer to take back; the last one when nil.
    package func undoSort(_ action: String? = nil) throws(LedgerError) -> Undone {
        guard let last = try store.read({ try $0.lastAction() }), last.verb == JobEditing.sortVerb,
            action.map({ $0 == last.id }) ?? true
        else {
            throw LedgerError(
                .nothingToUndo, "the last thing done by hand was no answer given here",
                hint: "Take it back with \(offer: .undo).")
        }
        return try undo()
    }

    /// The last thing done by hand was an answer.
    package func canUndoSort() throws(LedgerError) -> Bool {
        try store.read { try $0.lastAction() }?.verb == JobEditing.sortVerb
    }

    /// What the rule spoke of that an answer wrote and that is gone now.
    private func answered(_ before: [Rule]) throws(LedgerError) -> String? {
        let kept = Set(try myJob().rules.map(\.key))
        return before.last { !kept.contains($0.key) }.flatMap(\.sortedTitle).map(Self.short)
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

    /// Empty for a piece that is gone.
    private func shownTitle(_ id: PublicID) throws(LedgerError) -> String {
        do { return try store.read { try $0.show(id) }.draft.title } catch {
            guard error.code == .notFound else { throw error }
            return ""
        }
    }

    /// The text of a note or a result, short enough for one line.
    private func title(_ subject: String) throws(LedgerError) -> String? {
        guard let id = PublicID(subject) else { return nil }
        let text =
            if id.kind == .claim { try store.read({ try $0.claims() }).first { $0.id == id }?.text ?? "" } else {
                try shownTitle(id)
            }
        guard !text.isEmpty else { return nil }
        return Self.short(text)
    }
}

/// What is read and where it lies, in five lines: the first that anybody is told.
package struct PrivacyFacts: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package var title: String
        package var text: Advice
        /// What does it; nil where nothing is to be done.
        package var offer: Offer?
    }

    package let lines: [Fact]

    init(path: String) {
        lines = [
            Fact(
                title: "What is read",
                text: "Only what you name: calendars, repositories and files, one by one, and what you write here."),
            Fact(
                title: "Where it lies",
                text: "In one file, and what is dropped on a page in a folder beside it: \(path)"),
            Fact(
                title: "Who could read it",
                text: "Your user on this machine, whoever administers it, and whoever holds its backups."),
            Fact(
                title: "What leaves",
                text: "Nothing. An address that you give is fetched from its server, and that is all."),
            Fact(
                title: "How to erase it", text: "One piece or one person with \(offer: .forget(nil)); everything with:",
                offer: .eraseLedger(path)),
        ]
    }

    /// For a machine that is not one's own.
    package static let employersMachine = """
        If it is, whoever administers it can read the file, and the machine’s backups hold it. Keep in it what you would \
        not mind there, leave out what follows, or put the ledger elsewhere: every command takes --ledger PATH, and \
        LIMELIGHT_LEDGER names the place for all of them.
        """
}

extension Keeping {
    package func privacyFacts() -> PrivacyFacts { PrivacyFacts(path: Folders.absolute(store.path)) }
}
