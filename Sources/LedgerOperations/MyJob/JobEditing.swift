package import LedgerModel
import LedgerStore
import Attribution
import LocalFiles
package import Questions
import TraceFormats
import TraceSources

/// Edits My job as text and by single answers, and says what a change would do.
package struct JobEditing: LedgerArea {
    let store: LedgerStore
    let world: World

    package func current() throws(LedgerError) -> MyJob { try store.read { try $0.myJob() } }

    package func json() throws(LedgerError) -> JSON { MyJobYAML.json(try current()) }

    package func text() throws(LedgerError) -> String { MyJobYAML.write(try current()) }

    /// A checked version of My job, and what it would change. Nothing is saved yet.
    package struct MyJobChange: Sendable {
        let myJob: MyJob
        /// The version from which it was made.
        let old: MyJob
        /// `+ objective resilience`, `~ rule pager`, `- skill perl (ended today)`.
        package var lines: [String]
        /// What saving it removes for good, one sentence each; empty if all of it can be undone.
        package var takes: [String] = []
        /// Whether `undo` takes all of it back.
        package var isUndoable = true
        package var isEmpty: Bool { lines.isEmpty }

        /// Whether something that a rule kept private may have words from now on.
        var endsPrivateRule: Bool {
            old.rules.contains { rule in rule.isPrivate == true && !myJob.rules.contains(rule) }
        }

        /// Whether it removes all people from what was read before.
        var erasesPeople: Bool {
            myJob.settings.leavesOut.contains(.people) && !old.settings.leavesOut.contains(.people)
        }
    }

    package func change(file: String) throws(LedgerError) -> MyJobChange {
        let bytes = try LedgerFiles.read(Folders.absolute(file), limit: 1 << 20)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw LedgerError(
                .unreadable, "this file is not UTF-8", location: PathName.last(file),
                hint: "Nothing was changed. Save it as UTF-8 and load it again.")
        }
        return try change(text, fileName: PathName.last(file))
    }

    /// Reads My job from YAML. Throws `.jobInvalid` with line and key.
    package func change(_ text: String, fileName: String) throws(LedgerError) -> MyJobChange {
        let reading = try MyJobYAML.read(text, fileName: fileName)
        try Self.checkExpressions(in: reading)
        for entry in reading.myJob.settings.zones where world.zoneNamed(entry.zone) == nil {
            throw LedgerError(
                .jobInvalid, "there is no time zone “\(entry.zone)”", location: reading.location(ofSetting: "zones"),
                hint: "Write a name such as Europe/Berlin.")
        }
        return try change(to: reading.myJob)
    }

    /// Throws `.jobInvalid` with the line of the first expression that cannot be used.
    private static func checkExpressions(in reading: MyJobReadingResult) throws(LedgerError) {
        let myJob = reading.myJob
        let conditions =
            myJob.rules.map { (MyJobKind.rule, "rule", $0.key, $0.when) }
            + myJob.blocks.map { (MyJobKind.block, "block", $0.key, $0.when) }
        for (kind, word, key, when) in conditions {
            do {
                _ = try CompiledCondition(when, name: key, kind: word, zones: ZoneHistory(.utc))
            } catch {
                let isTitle = when.title.map { (try? Pattern($0)) == nil } ?? false
                let field = isTitle ? "when.title~" : "when.body~"
                var placed = error
                placed.location = reading.location(kind, key, field: field)
                throw placed
            }
        }
        do { _ = try CompiledJob.leave(myJob.settings) } catch {
            var placed = error
            placed.location = reading.location(ofSetting: "leave")
            throw placed
        }
    }

    func change(to new: MyJob) throws(LedgerError) -> MyJobChange {
        try change(of: myJob(), to: new)
    }

    func change(of old: MyJob, to new: MyJob) throws(LedgerError) -> MyJobChange {
        var merged = new
        var lines: [String] = []
        let yesterday = try today() - 1
        merged.objectives = Self.merge(old.objectives, new.objectives, until: yesterday, &lines)
        merged.responsibilities = Self.merge(old.responsibilities, new.responsibilities, until: yesterday, &lines)
        merged.notMine = Self.merge(old.notMine, new.notMine, until: yesterday, &lines)
        merged.people = Self.merge(old.people, new.people, until: yesterday, &lines)
        merged.skills = Self.merge(old.skills, new.skills, until: yesterday, &lines)
        merged.areas = Self.merge(old.areas, new.areas, until: yesterday, &lines)
        merged.blocks = Self.merge(old.blocks, new.blocks, until: yesterday, &lines)
        merged.rules = Self.merge(old.rules, new.rules, until: yesterday, &lines)
        if old.settings != new.settings { lines.append("~ settings") }
        if old.name != new.name { lines.append("~ name") }
        // Check that expressions and zones are valid before anything is saved.
        _ = try CompiledJob(merged, zones: zones(merged))
        for block in merged.blocks {
            _ = try CompiledCondition(block.when, name: block.key, kind: "block", zones: zones(merged))
        }
        let begins = merged.settings.leavesOut.subtracting(old.settings.leavesOut)
        let hidden = try takenByPrivateRules(merged, besides: old)
        return MyJobChange(
            myJob: merged, old: old, lines: lines, takes: try takenBy(leavingOutMore: begins) + hidden.sentences,
            isUndoable: !hidden.takesWords)
    }

    /// Merges items. An item that is missing from the new version is ended, not deleted; one that had ended before
    /// stays as it is.
    private static func merge<Item: MyJobItem>(
        _ old: [Item], _ new: [Item], until last: CivilDay, _ lines: inout [String]
    ) -> [Item] {
        let kind = Item.kind.rawValue.replacing("_", with: " ")
        var result = new
        for item in new {
            if let before = old.first(where: { $0.key == item.key }) {
                if before != item { lines.append("~ \(kind) \(item.key)") }
            } else {
                lines.append("+ \(kind) \(item.key)")
            }
        }
        for item in old where !new.contains(where: { $0.key == item.key }) {
            var ended = item
            if ended.until.map({ $0 > last }) ?? true {
                // Begun and dropped on the same day, so it never held.
                if let from = ended.from, from > last {
                    lines.append("- \(kind) \(item.key)")
                    continue
                }
                ended.until = last
                lines.append("- \(kind) \(item.key) (ended \(Period.date(last)))")
            }
            result.append(ended)
        }
        return result
    }

    /// Saves a change. Throws `.changedMeanwhile` if My job has changed since the change was made.
    ///
    /// - Parameter press: Rewrites saved reviews that hold what became private; without it they are deleted.
    package func keep(_ change: MyJobChange, by press: ReviewPress? = nil) throws(LedgerError) {
        try keep(change, verb: "job", by: press)
    }

    func keep(_ change: MyJobChange, verb: String, by press: ReviewPress? = nil) throws(LedgerError) {
        let reach = try write { transaction in
            try world.settleZone(transaction)
            try transaction.save(change.myJob, ifStill: change.old, action: ulid(), verb: verb)
            // In the same transaction. `undo` does not bring the people back.
            if change.erasesPeople { try transaction.erasePeopleRead() }
            return try applyPrivateRules(change.myJob, besides: change.old, transaction)
        }
        if !reach.isEmpty { try Forgetting(self).clean(holding: reach.titles, in: reach.sources, by: press) }
        // What a private rule left out is read again once the rule is gone.
        if change.endsPrivateRule { try importing.readAllAgain() }
        try follow(
            from: change.old.settings.leavesOut, to: change.myJob.settings.leavesOut, isErased: change.erasesPeople)
        // Who is no person is told apart when a source is read.
        if change.old.settings.machines != change.myJob.settings.machines { try importing.readAllAgain() }
        try settleTimeline()
    }

    /// Saves My job without checks of its text, for the demo and for tests.
    package func load(_ myJob: MyJob) throws(LedgerError) { try keep(try change(to: myJob)) }
}
