package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceFormats
import TraceSources

/// Imports notes that the person already has, and asks about entries without a date.
extension Importing {
    /// The entries of a file of notes, with the question about entries without a date. A surface shows it and then
    /// imports the notes with the days from the answers. Nothing is imported until then.
    package struct NotesSheet: Sendable {
        /// The number of entries with a date, including known ones.
        package var dated: Int
        /// The new entries without a date.
        package var undated: [Undated]
        /// The number of entries that are left out, each with a warning.
        package var skipped: Int
        package var warnings: [Diagnostic]
        fileprivate let spoken: SpokenTime

        /// `When were these two?`
        package var question: String {
            undated.count == 1 ? "When was this?" : "When were these \(Words.count(undated.count))?"
        }

        /// The number of entries that need no day, in a sentence.
        package var others: String {
            switch dated {
            case 0: "No entry has a date."
            case 1: "One other entry has a date."
            default: "\(dated) other entries have dates."
            }
        }

        /// What happens to an entry without an answer.
        package static let usual = "An entry without a day is left out; nothing is guessed."

        /// The day that was typed; `nil` if nothing was. Throws `.badTime`.
        package func day(_ text: String) throws(LedgerError) -> CivilDay? {
            text.trimmed.isEmpty ? nil : try spoken.readDay(text)
        }

        /// The days that were typed: for single entries, and one for the others.
        ///
        /// Throws `.badTime`.
        package func days(each: (Undated) -> String?, others: String) throws(LedgerError) -> NoteDays {
            var days = NoteDays(others: try day(others))
            for entry in undated { days.each[entry.id] = try day(each(entry) ?? "") }
            return days
        }

        package struct Undated: Sendable, Hashable {
            /// A hash of its words, by which a day is given to it.
            package var id: String
            /// `FILE:12`.
            package var place: String
            package var text: String
        }
    }

    /// The days of entries without a date: single ones by their id, and one for the others.
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

    /// An id short enough for the name of a form field.
    private static func formID(_ entry: NoteEntry) -> String { String(entry.externalID.dropFirst(6).prefix(16)) }

    /// Imports a file with the days from the answers. Throws `.leftOut`.
    package func importNotes(
        file: String, arena: Arena?, days: NoteDays, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        try admit(arena)
        var report = ImportReport()
        await attempt(file, &report) { () throws(LedgerError) in
            let place = try PathName.local(file, hint: "Name a file on this machine.")
            return try self.importNotes(Folders.absolute(place), arena: arena, days: days)
        }
        try finish(&report, progress)
        return report
    }

    /// Imports pasted text. Throws `.unreadable`.
    package func importNotes(text: String, arena: Arena?, days: NoteDays) throws(LedgerError) -> ImportOutcome {
        try admit(arena)
        let outcome = try takeIn(
            Array(text.utf8), name: "line", locator: Source.pasted, called: "Pasted notes", arena: arena, days: days)
        if outcome.count != WriteCount() { try settleTimeline() }
        return outcome
    }

    /// Reads a file of notes. Each entry is imported once, whatever is added around it. An entry that has no date and
    /// is given none is left out with a warning.
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
        let writer = try ImportWriter(store, source: source, context: context(myJob, of: source))
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
            // A day that was given, or that moves with the end of its period, stays as it was first read.
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
        for place in undated { outcome.diagnostics.warn(place, "the entry has no date and was left out") }
        if !undated.isEmpty {
            let entries = Words.count(undated.count, "entry", "entries")
            outcome.remarks.append(
                "\(entries.sentence) without a date \(undated.count == 1 ? "was" : "were") left out. Write a date beside each, or give all of them a day with --undated 2026-03-17."
            )
        }
        outcome.remarks += NoteEntry.Span.allCases.compactMap { span in vague[span].map { Self.remark($0, span) } }
        try write { try $0.finishImport(of: source, state: "", warnings: outcome.diagnostics.list) }
        return outcome
    }

    /// Says how entries without a day are dated.
    private static func remark(_ count: Int, _ span: NoteEntry.Span) -> Advice {
        let entries = Words.count(count, "entry", "entries").sentence
        return count == 1
            ? "\(entries) has only its \(span.rawValue); it is dated to the end of that, or today if that has not ended."
            : "\(entries) have only their \(span.rawValue); they are dated to the end of that, or today if that has not ended."
    }

    private static func dependsOnToday(_ when: NoteEntry.When, _ today: CivilDay) -> Bool {
        if case .within(_, let last) = when { last > today } else { false }
    }

    /// A draft of an entry. It has a day but no time of day, so it takes no time on the timeline.
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
    /// The text of a dropped file. Throws `.tooLarge`, `.unreadable`.
    package func text(of file: DroppedFile, upTo limit: Int) throws(LedgerError) -> String {
        do throws(LedgerError) {
            let bytes = try LedgerFiles.read(file.path, limit: limit)
            guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
                throw LedgerError(.unreadable, "this is not a text file", hint: "Save it as UTF-8 and drop it again.")
            }
            return text
        } catch {
            // The temporary path would tell the person nothing.
            var error = error
            error.location = ""
            throw error
        }
    }
}
