package import LedgerModel
import LedgerStore
import Questions

/// Taking back, and bringing back.
extension Keeping {
    /// What `undo` would take back, before it does.
    package struct UndoPlan: Sendable, Hashable {
        package var undone: Undone
        /// Whether it is from before today, so that the person is asked.
        package var isOld: Bool
        /// `the note “restore drill”, of yesterday, 17:45`
        package var sentence: String
        let action: String
    }

    /// Throws `.nothingToUndo`, also if the last action cannot be undone.
    package func undoPlan() throws(LedgerError) -> UndoPlan {
        guard let (id, last) = try store.read({ try $0.nextUndo() }), last.final == nil else {
            throw LedgerError.nothingToUndo(try store.read { try $0.nextUndo() }?.undone.final)
        }
        let undone = try named(last)
        let zones = try Asking(self).zones()
        return UndoPlan(
            undone: undone, isOld: undone.isOld(now, zones), sentence: "\(undone.sentence), \(undone.age(now, zones))",
            action: id)
    }

    /// Takes back what the plan names. Throws `.changedMeanwhile` if something else was done since, `.nothingToUndo`.
    package func undo(_ plan: UndoPlan) throws(LedgerError) -> Undone { try undo(expected: plan.action) }

    /// Takes back this action. Throws `.changedMeanwhile` if something else was done since, `.nothingToUndo`.
    package func undo(only action: String) throws(LedgerError) -> Undone { try undo(expected: action) }

    /// Takes back the last action that was not undone yet, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone { try undo(expected: nil) }

    private func undo(expected: String?) throws(LedgerError) -> Undone {
        try turn("undone") { try $0.undo(action: ulid(), expected: expected) }
    }

    /// Brings back what was undone last, and names it. Throws `.nothingToRedo`.
    package func redo() throws(LedgerError) -> Undone { try turn("brought back") { try $0.redo(action: ulid()) } }

    /// Whether `redo` would bring something back.
    package func canRedo() throws(LedgerError) -> Bool { try store.read { try $0.nextRedo() } != nil }

    private func turn(
        _ done: String, _ work: (Transaction) throws -> Undone
    ) throws(LedgerError) -> Undone {
        let before = try myJob()
        let rules = before.rules
        let editing = JobEditing(self)
        let me = try store.read { try $0.me() }
        var undone = try write { transaction in
            let undone = try work(transaction)
            // A private rule that comes back would take words away again, which is never done unasked.
            let reach = try editing.applyPrivateRules(transaction.myJob(), besides: before, transaction)
            guard reach.isEmpty else {
                throw LedgerError(
                    .usage, "this would bring back a private rule, which takes words away for good",
                    hint: "Nothing was \(done). Write the rule again with \(offer: .editJob), which says what goes.")
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
        if Self.answers.contains(undone.verb) {
            undone.title = try answered(rules, myJob().rules)
            return undone
        }
        return try named(undone)
    }

    /// Answers that are rules of My job, and are named by what those are about.
    private static let answers = [JobEditing.sortVerb, JobEditing.sortKindVerb, JobEditing.blockVerb]

    /// Names the piece, the result, the source or the people that it was about.
    private func named(_ undone: Undone) throws(LedgerError) -> Undone {
        var undone = undone
        undone.title = Self.answers.contains(undone.verb) ? nil : try title(undone.subject)
        guard !undone.names.isEmpty else { return undone }
        let known = try store.read { try $0.knownPeople() }
        var names: [String] = []
        for name in undone.names {
            let shown = known.only(called: name)?.name ?? name
            if !names.contains(shown) { names.append(shown) }
        }
        // Two addresses of one person are told by themselves.
        undone.names = names.count < 2 && undone.names.count > 1 ? undone.names : names
        return undone
    }

    /// Takes back an answer of Sort, or the kind of work that was said of one, if that was the last action. Throws
    /// `.nothingToUndo`.
    ///
    /// - Parameter action: The action to take back; `nil` means the last one.
    package func undoSort(_ action: String? = nil) throws(LedgerError) -> Undone {
        guard let last = try lastSorted(), action.map({ $0 == last.action }) ?? true else {
            throw LedgerError(
                .nothingToUndo, "the last thing you did was not an answer given here",
                hint: "Take it back with \(offer: .undo).")
        }
        return try undo()
    }

    /// The last action, if it said the kind of work of pieces or learned from that; otherwise `nil`.
    package func lastKind() throws(LedgerError) -> String? {
        let last = try store.read { try $0.lastAction() }
        return last.flatMap { [Capture.kindVerb, Capture.learnVerb].contains($0.verb) ? $0.id : nil }
    }

    /// The last action, if it was one of Sort; otherwise `nil`.
    package func lastSorted() throws(LedgerError) -> LastSorted? {
        guard let last = try store.read({ try $0.lastAction() }),
            [JobEditing.sortVerb, JobEditing.sortKindVerb].contains(last.verb)
        else { return nil }
        let keys = Set(try store.read { try $0.rules(changedBy: last.id) })
        let rules = try myJob().rules.filter { keys.contains($0.key) }
        let isForJob = !rules.isEmpty && rules.allSatisfy { $0.set.arena == .job }
        return LastSorted(
            action: last.id, title: try name(rules) ?? "",
            awaitsKind: last.verb == JobEditing.sortVerb && isForJob)
    }

    package struct LastSorted: Sendable {
        package var action: String
        /// What it was about: `meetings called “Stand-up”`.
        package var title: String
        /// Whether it was an answer about the job of which the kind of work can still be said.
        package var awaitsKind: Bool
    }

    /// What the rules of one list that the other has not, or has otherwise, were about.
    private func answered(_ before: [Rule], _ after: [Rule]) throws(LedgerError) -> String? {
        let (was, isNow) = (Set(before), Set(after))
        let gone = before.filter { !isNow.contains($0) }
        return try name(gone.isEmpty ? after.filter { !was.contains($0) } : gone)
    }

    private func name(_ rules: [Rule]) throws(LedgerError) -> String? {
        let sources = try Asking(self).sourceNames()
        let names = rules.compactMap { $0.sortedName(sources) }
        guard let first = names.first else { return nil }
        return names.count > 1 ? "\(Self.short(first)) and \(Words.count(names.count - 1)) more" : Self.short(first)
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
