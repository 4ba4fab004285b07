package import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

extension Importing {
    /// The largest file that is taken in by a page; `import` reads larger ones where they lie.
    package static let largestDrop = 50 << 20

    /// Begins to take in the files of a form.
    package func receive() -> IncomingForm { IncomingForm(drops.form(ulid())) }

    /// The files of forms that came whole and were not yet read, as when the server ended in between.
    package func waitingDrops() -> [[DroppedFile]] { drops.waiting() }

    /// Reads a dropped file by what it is, and keeps a calendar so that it can be read again. What cannot be read
    /// is not kept.
    package func importDropped(
        _ file: DroppedFile, arena: Arena?, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        defer { file.delete() }
        try admit(arena)
        var report = ImportReport()
        do throws(LedgerError) {
            let bytes = try LedgerFiles.read(file.path, limit: Self.largestDrop)
            switch DroppedKind(bytes, name: file.name) {
            case .calendar: report.outcomes.append(try await importCalendar(file, bytes, arena, progress))
            case .notes: throw LedgerError.droppedNotes
            case .archive:
                throw LedgerError(
                    .noCalendar, "this is an archive of files",
                    hint: "Unpack it, then drop the .ics files that are in it.")
            case .other:
                throw LedgerError(
                    .noCalendar, "this is neither a calendar nor text",
                    hint: "Export the calendar as an iCalendar (.ics) file, and drop that.")
            }
            for failure in report.outcomes.flatMap(\.failures) { report.failures.append((file.name, failure)) }
        } catch {
            var error = error
            error.location = file.name
            report.failures.append((file.name, error))
        }
        try finish(report, progress)
        return report
    }

    private func importCalendar(
        _ file: DroppedFile, _ bytes: [UInt8], _ arena: Arena?, _ progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportOutcome {
        guard let sketch = CalendarSketch(bytes) else {
            throw CalendarReader.refusal(bytes, fileName: file.name)
        }
        let place = try place(of: sketch, fileName: file.name)
        let kept = try drops.take(file.path, into: place.name)
        FileTimes.setModified(kept, now.seconds)
        let isSame = place.covered.contains { old in
            old != kept && (try? LedgerFiles.read(old, limit: Self.largestDrop)) == bytes
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
        // Only now: until the new one is read, the old ones are all there is.
        if outcome.failures.isEmpty { for old in place.covered { DroppedFile(path: old, name: "").delete() } }
        if place.isKnown {
            outcome.remarks.insert(
                place.others == 0
                    ? "This calendar was dropped before; the new file takes the place of the old one."
                    : "This calendar was dropped before, and much of that is not in this file: both are kept and read "
                        + "together, the older one no further than a week after it was dropped. To read this one alone, remove the source and drop it again.",
                at: 0)
        }
        if isSame {
            outcome.remarks.append(
                "It is the same file as before, and taken as true as of now. If it is an old download, export it anew and drop that."
            )
        }
        // Of a private source nothing but times is kept; where people are left out, no file that names them.
        let leavesOut = try myJob().settings.leavesOut
        if outcome.source.isPrivate || leavesOut.contains(.people) { drops.delete(place.name) }
        return outcome
    }
}

extension LedgerError {
    /// Notes are asked about before they are taken in, on a page of their own.
    package static let droppedNotes = LedgerError(
        .noCalendar, "this is text, not a calendar",
        hint: "Read it with \(offer: .notes).")
}

/// The calendars that were dropped on a page, and what they still hold.
extension Importing {
    /// The files that are kept of a source; none unless it was dropped.
    package func keptFiles(of source: Source) -> [String] {
        source.droppedName.map(drops.files) ?? []
    }

    /// Deletes what is kept of dropped sources. What was read from them stays; it cannot be read again.
    @discardableResult
    package func deleteKeptFiles(of sources: [Source]) -> Int {
        sources.compactMap(\.droppedName).reduce(0) { $0 + drops.delete($1) }
    }
}
