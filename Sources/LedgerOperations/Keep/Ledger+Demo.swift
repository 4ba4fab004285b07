import DemoYear
package import LedgerModel
import LedgerStore
import TraceFormats
import TraceSources

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Ledger {
    /// Opens the made-up year at `path`, and makes it when it is not there. One that was made more than a week
    /// ago is looked at as of that day, so that its week is never empty.
    package static func openDemo(_ path: String, world: World) async throws -> Ledger {
        let ledger = try Ledger(path: path, world: world)
        _ = try await ledger.fillWithDemo(seed: 1) { _, _, _ in }
        guard let made = try ledger.store.sources().compactMap(\.lastImport).max(), world.now() - made > 7 * 86_400
        else { return ledger }
        var then = world
        then.now = { made }
        return try Ledger(path: path, world: then)
    }

    /// Fills an empty ledger with an invented year, through the same import paths as a real one.
    /// Returns the pieces of evidence it then holds. Throws `.ledgerNotEmpty`.
    package func fillWithDemo(seed: UInt64, progress: @escaping ImportProgress) async throws(LedgerError) -> Int {
        let holdings = try store.holdings()
        if holdings.demoSeed != nil { return holdings.evidence }
        guard holdings.evidence == 0, holdings.sources == 0, !holdings.hasHandRows else {
            throw LedgerError(
                .ledgerNotEmpty, "this ledger holds something of your own", location: path,
                hint: "The demo goes into a ledger of its own: limelight demo --ledger demo.sqlite")
        }
        try settleZone(Frame())
        try store.markDemo(seed: String(seed))
        let year = DemoYear(seed: seed, now: now, zone: try zones(Frame()).zone(at: now))
        for identity in year.identities { try addMe(identity, name: year.name) }
        try load(year.frame)
        try await importDemoSources(year, progress)
        for note in year.notes {
            var request = NoteRequest(text: note.text)
            request.at = note.at
            request.length = note.minutes.map { Int64($0) * 60 }
            request.with = note.with
            request.tags = note.tags
            _ = try log(request)
        }
        for claim in year.claims { try write(claim) }
        try settleTimeline(try store.frame()) { done, all in progress("timeline", done, all) }
        return try store.holdings().evidence
    }

    private func importDemoSources(_ year: DemoYear, _ progress: @escaping ImportProgress) async throws(LedgerError) {
        // Beside the ledger, so that a later sync finds the sources where they were.
        let folder = Folders.absolute(path) + ".sources"
        mkdir(folder, 0o700)
        for repository in year.repositories {
            let place = folder + "/" + repository.name
            try await GitRepository.make(at: place, from: repository.stream)
            _ = try check(await importAll(.git, [place], arena: repository.arena, progress: progress))
        }
        for calendar in year.calendars {
            let file = folder + "/" + calendar.fileName
            try LedgerFiles.write(calendar.bytes, to: file, modified: now)
            _ = try check(await importAll(.calendar, [file], arena: calendar.arena, progress: progress))
        }
    }

    private func check(_ report: ImportReport) throws(LedgerError) -> ImportReport {
        if let failure = report.failures.first { throw failure.error }
        return report
    }

    private func write(_ demo: DemoClaim) throws(LedgerError) {
        var request = ClaimRequest(text: demo.text)
        request.worth = demo.worth.rawValue
        request.objective = demo.objective
        request.forWhom = demo.forWhom
        request.figure = demo.figure
        request.knownBy = demo.knownBy
        request.at = demo.at
        for query in demo.cites {
            let hits = try store.search(SearchQuery(query), range: nil, limit: 3, isCounted: false).hits
            for hit in hits where !request.cite.contains(hit.id.description) && hit.at <= now {
                request.cite.append(hit.id.description)
            }
        }
        let id = try addClaim(request)
        for telling in demo.told {
            if let words = telling.heard {
                try heard(telling.person, words, claims: [id.description], at: telling.at)
            } else {
                try tell(id.description, to: telling.person, at: telling.at)
            }
        }
    }
}
