package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceFormats
import TraceSources

/// Notes that somebody kept before: read, asked about where they say no date, and taken in.
extension Importing {
    /// What a file of notes holds that is not here yet, and the question about entries without a date; any surface
    /// shows it, and takes the notes in with the days that its answers give. Nothing is taken in before.
    package struct NotesSheet: Sendable {
        /// Entries with a date, also those known already.
        package var dated: Int
        /// Entries without a date that are not known yet.
        package var undated: [Undated]
        /// Left out, each with a warning.
        package var skipped: Int
        package var warnings: [Diagnostic]
        fileprivate let spoken: SpokenTime

        /// `When were these two?`
        package var question: String {
            undated.count == 1 ? "When was this?" : "When were these \(Words.count(undated.count))?"
        }

        /// How many others there are that need no day, in a sentence.
        package var others: String {
            switch dated {
            case 0: "No entry says its day."
            case 1: "One other entry says its day."
            default: "\(dated) others say theirs."
            }
        }

        /// What becomes of an entry without an answer.
        package static let usual = "A day left empty leaves its entry out; nothing is guessed."

        /// The day that was typed for entries; nil where nothing was. Throws `.badTime`.
        package func day(_ text: String) throws(LedgerError) -> CivilDay? {
            text.trimmed.isEmpty ? nil : try spoken.readDay(text)
        }

        /// The days that were typed: for each entry that is asked about, and one for those that have none of their own.
        ///
        /// Throws `.badTime`.
        package func days(each: (Undated) -> String?, others: String) throws(LedgerError) -> NoteDays {
            var days = NoteDays(others: try day(others))
            for entry in undated { days.each[entry.id] = try day(each(entry) ?? "") }
            return days
        }

        package struct Undated: Sendable, Hashable {
            /// Of its words: what a date is given to.
            package var id: String
            /// `FILE:12`.
            package var place: String
            package var text: String
        }
    }

    /// The days of entries that say none: each by its id, and one for the others.
    package struct NoteDays: Sendable, Hashable {
        package var each: [String: CivilDay] = [:]
        package var others: CivilDay?

        package init(each: [String: CivilDay] = [:], others: CivilDay? = nil) {
            self.each = each
            self.others = others
        }
    }

    static let largestNotes = 16 << 20

    /// Throws `.unreadable`, `.tooLarge`.
    package func notesSheet(file: String) throws(LedgerError) -> NotesSheet {
        let place = Folders.absolute(try PathName.local(file, hint: "Name a file on this machine."))
        return try sheet(LedgerFiles.read(place, limit: Self.largestNotes), place)
    }

    package func notesSheet(text: String) throws(LedgerError) -> NotesSheet { try sheet(Array(text.utf8), "line") }

    private func sheet(_ bytes: [UInt8], _ name: String) throws(LedgerError) -> NotesSheet {
        let zones = try ownZones(myJob())
        let reading = try NotesReader.read(bytes, fileName: name, zones: zones)
        var undated: [NotesSheet.Undated] = []
        for entry in reading.entries where entry.when == nil {
            guard try !store.read({ try $0.has(PublicID(.note, entry.externalID)) }) else { continue }
            undated.append(.init(id: Self.formID(entry), place: entry.place, text: entry.title))
        }
        return NotesSheet(
            dated: reading.entries.count { $0.when != nil }, undated: undated, skipped: reading.skipped,
            warnings: reading.diagnostics.list, spoken: SpokenTime(now: now, zones: zones))
    }

    /// Short enough for the name of a box in a form.
    private static func formID(_ entry: NoteEntry) -> String { String(entry.externalID.dropFirst(6).prefix(16)) }

    /// Takes a file in with the days it was asked about. Throws `.leftOut`.
    package func importNotes(
        file: String, arena: Arena?, days: NoteDays, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        try admit(arena)
        var report = ImportReport()
        await attempt(file, &report) { () throws(LedgerError) in
            let place = try PathName.local(file, hint: "Name a file on this machine.")
            return try self.importNotes(Folders.absolute(place), arena: arena, days: days)
        }
        try finish(report, progress)
        return report
    }

    /// Takes in what was pasted. Throws `.unreadable`.
    package func importNotes(text: String, arena: Arena?, days: NoteDays) throws(LedgerError) -> ImportOutcome {
        try admit(arena)
        let outcome = try takeIn(
            Array(text.utf8), name: "line", locator: Source.pasted, called: "Pasted notes", arena: arena, days: days)
        if outcome.count != WriteCount() { try settleTimeline() }
        return outcome
    }

    /// Reads a file of notes; an entry is taken once, whatever is added around it. One that says no date and is given
    /// none is left out and told.
    func importNotes(
        _ locator: String, arena: Arena?, days: NoteDays = NoteDays()
    ) throws(LedgerError) -> ImportOutcome {
        try takeIn(
            LedgerFiles.read(locator, limit: Self.largestNotes), name: locator, locator: locator,
            called: PathName.stem(locator), arena: arena, days: days)
    }

    private func takeIn(
        _ bytes: [UInt8], name: String, locator: String, called: String, arena: Arena?, days: NoteDays
    ) throws(LedgerError) -> ImportOutcome {
        let myJob = try myJob()
        let zones = try ownZones(myJob)
        let reading = try NotesReader.read(bytes, fileName: name, zones: zones)
        let source = try source(.notes, at: locator, name: called, arena: arena)
        var outcome = ImportOutcome(source)
        let writer = try ImportWriter(store, source: source, context: context(myJob))
        outcome.read = reading.entries.count + reading.skipped
        outcome.skipped = reading.skipped
        outcome.diagnostics = reading.diagnostics
        let today = zones.day(of: now)
        var drafts: [EvidenceDraft] = []
        var known = 0
        var undated: [String] = []
        var vague: [NoteEntry.Span: Int] = [:]
        for entry in reading.entries {
            let isSettled = entry.when.map { !Self.dependsOnToday($0, today) } ?? false
            // A day that was given, and one that the end of a period will only reach, stay as they were first read.
            let isKnown = isSettled ? false : try store.read { try $0.has(PublicID(.note, entry.externalID)) }
            guard !isKnown else {
                known += 1
                continue
            }
            let given = days.each[Self.formID(entry)] ?? days.others
            guard let when = entry.when ?? given.map(NoteEntry.When.day) else {
                undated.append(entry.place)
                continue
            }
            if case .within(let span, _) = when { vague[span, default: 0] += 1 }
            var draft = draft(entry, when, today, zones)
            if source.isPrivate { draft.keepTimeOnly() }
            drafts.append(draft)
        }
        try writer.write(drafts)
        outcome.count = writer.count
        outcome.count.unchanged += known
        outcome.skipped += undated.count
        for place in undated { outcome.diagnostics.warn(place, "the entry says no date and was left out") }
        if !undated.isEmpty {
            let entries = Words.count(undated.count, "entry", "entries")
            outcome.remarks.append(
                "\(entries.sentence) without a date \(undated.count == 1 ? "was" : "were") left out: write one beside it, or give all of them a day with --undated 2026-03-17."
            )
        }
        outcome.remarks += NoteEntry.Span.allCases.compactMap { span in vague[span].map { Self.remark($0, span) } }
        try write { try $0.finishImport(of: source, state: "", warnings: outcome.diagnostics.list) }
        return outcome
    }

    /// Where entries stand that say no day.
    private static func remark(_ count: Int, _ span: NoteEntry.Span) -> Advice {
        let entries = Words.count(count, "entry", "entries").sentence
        return count == 1
            ? "\(entries) says only its \(span.rawValue), and stands at the end of that, or today while it lasts."
            : "\(entries) say only their \(span.rawValue), and stand at the end of that, or today while it lasts."
    }

    private static func dependsOnToday(_ when: NoteEntry.When, _ today: CivilDay) -> Bool {
        if case .within(_, let last) = when { last > today } else { false }
    }

    /// A note of a day has no time of day, and takes none of the timeline.
    private func draft(
        _ entry: NoteEntry, _ when: NoteEntry.When, _ today: CivilDay, _ zones: ZoneHistory
    ) -> EvidenceDraft {
        var tags = entry.tags
        let at: Instant
        var flags: EvidenceFlags = []
        switch when {
        case .at(let instant): at = instant
        case .day(let day):
            at = zones.start(of: day)
            flags = [.allDay, .floating]
        case .within(let span, let last):
            at = zones.start(of: min(last, today))
            flags = [.allDay, .floating]
            tags.append("dated-by-\(span.rawValue)")
        }
        var draft = EvidenceDraft(kind: .note, externalID: entry.externalID, at: at, title: entry.title)
        draft.body = entry.body.isEmpty ? "" : entry.title + "\n" + entry.body
        draft.flags = flags
        draft.tags = tags
        draft.utcOffset = Int32(zones.zone(at: at).offset(at: at))
        return draft
    }
}

extension Importing {
    /// The words of a file that was dropped. Throws `.tooLarge`, `.unreadable`.
    package func text(of file: DroppedFile, upTo limit: Int) throws(LedgerError) -> String {
        do throws(LedgerError) {
            let bytes = try LedgerFiles.read(file.path, limit: limit)
            guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
                throw LedgerError(.unreadable, "this is not a text file", hint: "Save it as UTF-8 and drop it again.")
            }
            return text
        } catch {
            // Where it lay for a moment tells nobody anything.
            var error = error
            error.location = ""
            throw error
        }
    }
}
