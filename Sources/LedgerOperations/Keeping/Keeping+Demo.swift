import DemoYear
package import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

extension Keeping {
    private var importing: Importing { Importing(self) }
    private var results: Results { Results(self) }

    /// Fills an empty ledger with an invented year, through the same imports as a real one. Returns the number of
    /// pieces that it then holds. Throws `.ledgerNotEmpty`.
    package func fillWithDemo(seed: UInt64, progress: @escaping ImportProgress) async throws(LedgerError) -> Int {
        let holdings = try store.read { try $0.holdings() }
        if holdings.demoSeed != nil { return holdings.evidence }
        guard holdings.evidence == 0, holdings.sources == 0, !holdings.hasHandRows else {
            throw LedgerError(
                .ledgerNotEmpty, "this ledger holds something of your own", location: store.path,
                hint: "The demo goes into a ledger of its own: \(offer: .lookAroundApart)")
        }
        try write { transaction in
            try world.settleZone(transaction)
            try transaction.markDemo(seed: String(seed))
        }
        let year = DemoYear(seed: seed, now: now, zone: try zones(MyJob()).zone(at: now))
        for identity in year.identities { try importing.addMe(identity, name: year.name) }
        try JobEditing(self).load(year.myJob)
        try await importDemoSources(year, progress)
        for note in year.notes {
            var request = Capture.NoteRequest(text: note.text)
            request.at = note.at
            request.length = note.minutes.map { Int64($0) * 60 }
            request.with = note.with
            request.tags = note.tags
            _ = try Capture(self).log(request)
        }
        for claim in year.claims { try write(claim) }
        try settleTimeline() { done, all in progress("working out the hours", done, all) }
        return try store.read { try $0.holdings() }.evidence
    }

    private func importDemoSources(_ year: DemoYear, _ progress: @escaping ImportProgress) async throws(LedgerError) {
        // Beside the ledger, so that a later sync finds the sources again.
        let folder = Folders.absolute(store.path) + ".sources"
        Folders.make(folder)
        for repository in year.repositories {
            let place = folder + "/" + repository.name
            try await GitRepository.make(at: place, from: repository.stream)
            _ = try check(await importing.importAll(.git, [place], arena: repository.arena, progress: progress))
        }
        for calendar in year.calendars {
            let file = folder + "/" + calendar.fileName
            try LedgerFiles.write(calendar.bytes, to: file, modified: now)
            _ = try check(await importing.importAll(.calendar, [file], arena: calendar.arena, progress: progress))
        }
    }

    private func check(_ report: ImportReport) throws(LedgerError) -> ImportReport {
        if let failure = report.failures.first { throw failure.error }
        return report
    }

    private func write(_ demo: DemoClaim) throws(LedgerError) {
        var request = Results.ClaimRequest(text: demo.text)
        request.worth = demo.worth.rawValue
        request.objective = demo.objective
        request.forWhom = demo.forWhom
        request.figure = demo.figure
        request.knownBy = demo.knownBy
        request.at = demo.at
        for query in demo.cites {
            let hits = try store.read { try $0.search(SearchQuery(query), range: nil, limit: 3, isCounted: false) }.hits
            for hit in hits where !request.cite.contains(hit.id.description) && hit.at <= now {
                request.cite.append(hit.id.description)
            }
        }
        let id = try results.addClaim(request)
        for telling in demo.told {
            if let words = telling.heard {
                try results.heard(telling.person, words, claims: [id.description], at: telling.at)
            } else {
                try results.tell(id.description, to: telling.person, at: telling.at)
            }
        }
    }
}
