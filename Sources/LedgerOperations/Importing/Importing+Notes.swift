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
        /// The entries with a date, including known ones, as the file has them.
        package var entries: [Dated]
        /// Their number.
        package var dated: Int { entries.count }
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

        /// An entry and the date that it gets.
        package struct Dated: Sendable, Hashable {
            /// `FILE:12`.
            package var place: String
            package var text: String
            /// `17 March 2026, 9:30`, `Q1 2026`.
            package var date: String
            /// Whether its year was chosen: the latest that is not in the future.
            package var lacksYear: Bool
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

    /// Throws `.unreadable`, `.tooLarge`.
    package func notesSheet(file: String) throws(LedgerError) -> NotesSheet {
        let place = Folders.absolute(try PathName.local(file, hint: "Name a file on this machine."))
        let zones = try ownZones(myJob())
        return try sheet(NotesPlace(path: place).read(zones, today: zones.day(of: now)).0, zones)
    }

    package func notesSheet(text: String) throws(LedgerError) -> NotesSheet {
        let zones = try ownZones(myJob())
        return try sheet(pasted(text, zones), zones)
    }

    private func pasted(_ text: String, _ zones: ZoneHistory) throws(LedgerError) -> NotesReading {
        try NotesReader.read(Array(text.utf8), fileName: "line", zones: zones, today: zones.day(of: now))
    }

    private func sheet(_ reading: NotesReading, _ zones: ZoneHistory) throws(LedgerError) -> NotesSheet {
        var undated: [NotesSheet.Undated] = []
        var dated: [NotesSheet.Dated] = []
        for entry in reading.entries {
            if let when = entry.when {
                dated.append(
                    .init(
                        place: entry.place, text: entry.title, date: Self.said(when, zones), lacksYear: entry.lacksYear)
                )
                continue
            }
            guard try !store.read({ try $0.has(PublicID(.note, entry.externalID)) }) else { continue }
            undated.append(.init(id: Self.formID(entry), place: entry.place, text: entry.title))
        }
        return NotesSheet(
            entries: dated, undated: undated, skipped: reading.skipped,
            warnings: reading.diagnostics.list, spoken: SpokenTime(now: now, zones: zones))
    }

    private static func said(_ when: NoteEntry.When, _ zones: ZoneHistory) -> String {
        switch when {
        case .at(let at):
            let civil = zones.civil(at)
            return "\(Period.date(civil.day)), \(civil.clock)"
        case .day(let day): return Period.date(day)
        case .within(let span): return span.text
        }
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
            pasted(text, ownZones(myJob())), locator: Source.pasted, called: "Pasted notes", arena: arena, days: days)
        if outcome.count != WriteCount() { try settleTimeline() }
        return outcome
    }

    /// Reads a file of notes. Each entry is imported once, whatever is added around it. An entry that has no date and
    /// is given none is left out with a warning.
    func importNotes(
        _ locator: String, arena: Arena?, days: NoteDays = NoteDays()
    ) throws(LedgerError) -> ImportOutcome {
        let zones = try ownZones(myJob())
        let (reading, withoutDate) = try NotesPlace(path: locator).read(zones, today: zones.day(of: now))
        var outcome = try takeIn(
            reading, locator: locator, called: PathName.stem(locator), arena: arena, days: days)
        if withoutDate > 0 {
            outcome.remarks.append(
                "\(Words.count(withoutDate, "file").sentence) in the folder \(withoutDate == 1 ? "says no date, so its" : "say no date, so their") notes were left out. Name a file by its day, or put the day in a heading."
            )
        }
        return outcome
    }

    private func takeIn(
        _ reading: NotesReading, locator: String, called: String, arena: Arena?, days: NoteDays
    ) throws(LedgerError) -> ImportOutcome {
        let myJob = try myJob()
        let zones = try ownZones(myJob)
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
        var vague: [SpokenDate.Unit: Int] = [:]
        var yearless = 0
        for entry in reading.entries {
            let isSettled =
                !entry.lacksYear && !entry.isOfReading && entry.when.map { !Self.dependsOnToday($0, today) } ?? false
            // A day or a year that was given, or that moves with the day of reading, stays as it was first read.
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
            if case .within(let span) = when { vague[span.unit, default: 0] += 1 }
            if entry.lacksYear { yearless += 1 }
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
        outcome.remarks += SpokenDate.Unit.allCases.compactMap { span in vague[span].map { Self.remark($0, span) } }
        if yearless > 0 {
            let dates = Words.count(yearless, "date").sentence
            outcome.remarks.append(
                "\(dates) without a year \(yearless == 1 ? "was" : "were") read as the latest that \(yearless == 1 ? "is" : "are") not in the future."
            )
        }
        try write { try $0.finishImport(of: source, state: "", warnings: outcome.diagnostics.list) }
        return outcome
    }

    /// Says how entries without a day are shown.
    private static func remark(_ count: Int, _ span: SpokenDate.Unit) -> Advice {
        let entries = Words.count(count, "entry", "entries").sentence
        return count == 1
            ? "\(entries) has only its \(span.rawValue), and is shown with that."
            : "\(entries) have only their \(span.rawValue), and are shown with that."
    }

    private static func dependsOnToday(_ when: NoteEntry.When, _ today: CivilDay) -> Bool {
        if case .within(let span) = when { span.last > today } else { false }
    }

    /// A draft of an entry. It has a day but no time of day, so it takes no time on the timeline.
    private func draft(
        _ entry: NoteEntry, _ when: NoteEntry.When, _ today: CivilDay, _ zones: ZoneHistory
    ) -> EvidenceDraft {
        let at: Instant
        var flags: EvidenceFlags = []
        switch when {
        case .at(let instant):
            at = instant
            if entry.isFloating { flags = .floating }
        case .day(let day):
            at = zones.start(of: day)
            flags = [.allDay, .floating]
        case .within(let span):
            at = zones.start(of: min(span.last, today))
            flags = [.allDay, .floating]
            flags.within = span.unit
        }
        var draft = EvidenceDraft(kind: .note, externalID: entry.externalID, at: at, title: entry.title)
        draft.body = entry.body.isEmpty ? "" : entry.title + "\n" + entry.body
        draft.until = entry.length.map { at + $0 }
        draft.flags = flags
        draft.tags = entry.tags
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
