package import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

extension Importing {
    /// The largest file that a page accepts, in bytes. `import` reads larger ones by their path.
    package static let largestDrop = 50 << 20

    /// Begins to receive the files of a form.
    package func receive() -> IncomingForm { IncomingForm(drops.form(ulid())) }

    /// The files of complete forms that were not read yet, for example because the server ended in between.
    package func waitingDrops() -> [[DroppedFile]] { drops.waiting() }

    /// Reads a dropped file by its kind and saves a calendar so that it can be read again. A file that cannot be read
    /// is not saved.
    package func importDropped(
        _ file: DroppedFile, arena: Arena?, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        defer { file.delete() }
        try admit(arena)
        var report = ImportReport()
        do throws(LedgerError) {
            let bytes = try LedgerFiles.read(file.path, limit: Self.largestDrop)
            switch DroppedKind(bytes, name: file.name) {
            case .calendar:
                let outcome = try await importDroppedCalendar(file, bytes, arena, progress)
                report.outcomes.append(outcome)
                for failure in outcome.failures { report.failures.append((file.name, failure)) }
            case .notes: throw LedgerError.droppedNotes
            case .zip:
                let archived = try await importArchive(file.path, arena: arena, progress: progress)
                report.outcomes += archived.outcomes
                report.failures += archived.failures
            case .archive:
                throw LedgerError(
                    .noCalendar, "this is an archive of files, and no .zip",
                    hint: "Unpack it, then drop the .ics files that are in it.")
            case .document(let what): throw LedgerError.document(what)
            case .other:
                throw LedgerError(
                    .noCalendar, "this is neither a calendar nor text",
                    hint: "Export the calendar as an iCalendar (.ics) file, and drop that.")
            }
        } catch {
            var error = error
            error.location = file.name
            report.failures.append((file.name, error))
        }
        try finish(&report, progress)
        return report
    }

    /// Saves a calendar that was dropped, or unpacked, beside the ledger, and reads it.
    func importDroppedCalendar(
        _ file: DroppedFile, _ bytes: [UInt8], _ arena: Arena?, _ progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportOutcome {
        guard let sketch = CalendarSketch(bytes) else {
            throw CalendarReader.refusal(bytes, fileName: file.name)
        }
        let place = try place(of: sketch, fileName: file.name)
        let kept = try drops.take(file.path, into: place.name)
        FileTimes.setModified(kept, now.seconds)
        let before = place.covered.filter { $0 != kept }.compactMap {
            try? LedgerFiles.read($0, limit: Self.largestDrop)
        }
        var outcome: ImportOutcome
        do {
            outcome = try await importCalendar(
                CalendarPlace(dropped: place.name, in: drops, without: place.covered), arena: arena, isDropped: true,
                progress: progress)
        } catch {
            DroppedFile(path: kept, name: "").delete()
            throw error
        }
        let isSame = before.contains { $0 == (try? LedgerFiles.read(kept, limit: Self.largestDrop)) }
        // Not before the new file was read, or nothing would be left if that fails.
        if outcome.failures.isEmpty { for old in place.covered { DroppedFile(path: old, name: "").delete() } }
        if place.isKnown {
            outcome.remarks.insert(
                place.others == 0
                    ? "This calendar was dropped before; the new file replaces the old one."
                    : "This calendar was dropped before, and the new file lacks much of the old one. Both are saved and read "
                        + "together, the older one only up to a week after it was dropped. To read only the new one, remove the source and drop it again.",
                at: 0)
        }
        if isSame {
            outcome.remarks.append(
                "It is the same file as before, now taken as true as of today. If it is an old download, export it again and drop the new file."
            )
        }
        // Do not save a file with more than times of a private source, or with people who are left out.
        let leavesOut = try myJob().settings.leavesOut
        if outcome.source.isPrivate || leavesOut.contains(.people) { drops.delete(place.name) }
        return outcome
    }
}

extension LedgerError {
    /// The error for what a word processor or the like wrote.
    static func document(_ what: String) -> LedgerError {
        LedgerError(
            .noCalendar, "this is \(what), not a calendar",
            hint: "For its notes, save it as plain text (.txt or .md) and read that with \(offer: .notes).")
    }

    /// The error for notes, which have their own page with questions.
    package static let droppedNotes = LedgerError(
        .noCalendar, "this is text, not a calendar",
        hint: "Read it with \(offer: .notes).")
}

/// The saved files of dropped calendars.
extension Importing {
    /// The saved files of a source; none unless it was dropped.
    package func keptFiles(of source: Source) -> [String] {
        source.droppedName.map(drops.files) ?? []
    }

    /// Rewrites the saved files of a source without what the ledger keeps no words of: private events, and what was
    /// forgotten or made private. A file that cannot be read as a calendar stays as it is.
    func takeOutPrivateParts(of source: Source) throws(LedgerError) {
        let files = keptFiles(of: source)
        guard !files.isEmpty else { return }
        let options = try calendarOptions(myJob(), isPrivate: source.isPrivate)
        for file in files {
            guard let bytes = try? LedgerFiles.read(file, limit: Self.largestCalendar) else { continue }
            let redacted = try store.read { snapshot in
                let hidden = try snapshot.hiddenWords()
                return try CalendarMasks.redacted(bytes, options: options) { uid, id, changed in
                    try snapshot.hides(event: uid, id, besides: changed, hidden)
                }
            }
            guard let redacted else { continue }
            try LedgerFiles.write(redacted, to: file, modified: LedgerFiles.modified(file))
        }
    }

    /// Deletes the saved files of dropped sources. What was read from them stays, but they cannot be read again.
    @discardableResult
    package func deleteKeptFiles(of sources: [Source]) -> Int {
        sources.compactMap(\.droppedName).reduce(0) { $0 + drops.delete($1) }
    }
}
