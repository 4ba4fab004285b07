package import LedgerModel
import LedgerStore
import TraceSources

extension Ledger {
    /// Imports each path as `kind`; a source that cannot be read does not keep the others out.
    package func importAll(
        _ kind: SourceKind, _ paths: [String], arena: Arena?, others: ClosedRange<Instant>? = nil,
        progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        var report = ImportReport()
        for path in paths {
            switch kind {
            case .git:
                await attempt(path, &report) { () throws(LedgerError) in
                    try await self.importGit(
                        Folders.absolute(path), arena: arena, othersBetween: others, progress: progress)
                }
            case .inbox:
                await attempt(path, &report) { () throws(LedgerError) in try self.importInbox(path, arena: arena) }
            case .calendar: await importCalendars(path, arena, progress, &report)
            case .hand: continue
            }
        }
        try finish(report, progress)
        return report
    }

    private func importCalendars(
        _ path: String, _ arena: Arena?, _ progress: @escaping ImportProgress, _ report: inout ImportReport
    ) async {
        do {
            for place in try calendarPlaces(path) {
                await attempt(place.locator, &report) { () throws(LedgerError) in
                    try await self.importCalendar(place, arena: arena, progress: progress)
                }
            }
        } catch {
            report.failures.append((path, error))
        }
    }

    /// Reads every known source again, only what is new.
    package func sync(progress: @escaping ImportProgress) async throws(LedgerError) -> ImportReport {
        var report = ImportReport()
        for source in try store.sources() {
            await attempt(source.locator, &report) { () throws(LedgerError) in
                switch source.kind {
                case .git: try await self.importGit(source.locator, arena: nil, progress: progress)
                case .inbox: try self.importInbox(source.locator, arena: nil)
                case .calendar:
                    try await self.importCalendar(
                        self.place(of: source), arena: nil, progress: progress)
                case .hand: throw LedgerError(.usage, "what is written by hand needs no sync")
                }
            }
        }
        try finish(report, progress)
        return report
    }

    private func place(of source: Source) -> CalendarPlace {
        if source.locator.contains("://") {
            return CalendarPlace(locator: source.locator, files: [source.locator], isAddress: true)
        }
        guard Folders.isFolder(source.locator) else {
            return CalendarPlace(locator: source.locator, files: [source.locator])
        }
        return CalendarPlace(
            locator: source.locator, files: Folders.files(below: source.locator, withExtension: "ics"))
    }

    private func attempt(
        _ locator: String, _ report: inout ImportReport, _ work: () async throws(LedgerError) -> ImportOutcome
    ) async {
        do {
            report.outcomes.append(try await work())
        } catch {
            report.failures.append((locator, error))
        }
    }

    /// Imports end with a derived timeline, so that the first question is as fast as the second.
    private func finish(_ report: ImportReport, _ progress: @escaping ImportProgress) throws(LedgerError) {
        guard report.outcomes.contains(where: { $0.count != WriteCount() }) else { return }
        try settleTimeline(try store.frame()) { done, all in progress("timeline", done, all) }
    }

    /// Removes a source; evidence that is cited or corrected stays readable.
    package func removeSource(_ text: String) throws(LedgerError) -> (source: Source, removed: Int, kept: Int) {
        let source = try store.source(named: text)
        let (removed, kept) = try store.remove(source, try context())
        try settleTimeline(try store.frame())
        return (source, removed, kept)
    }

    /// Keeps times only of a source, or no longer so; then it is to be imported again.
    package func setPrivate(_ text: String, _ isPrivate: Bool) throws(LedgerError) -> Source {
        let source = try store.source(named: text)
        guard source.kind == .calendar || !isPrivate else {
            throw LedgerError(
                .usage, "only a calendar can keep times alone",
                hint: "Leave \(source.name) out with: limelight sources remove \(source.id)")
        }
        try store.setPrivate(source, isPrivate, try context())
        try settleTimeline(try store.frame())
        return source
    }

    package func setDefault(_ text: String, arena: Arena?, plansCount: Bool? = nil) throws(LedgerError) -> Source {
        let source = try store.source(named: text)
        try store.setDefault(of: source, arena: arena, plansCount: plansCount, action: ulid(), try context())
        try settleTimeline(try store.frame())
        return try store.source(named: source.id.description)
    }
}
