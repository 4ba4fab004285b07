import LedgerModel
import LedgerOperations
import LedgerStore

/// Fills a new ledger with the writers that imports use: 60 % commits, 25 % meetings, 15 % notes.
struct LedgerFiller {
    let path: String
    let count: Int
    let seed: UInt64
    let now: Instant
    let cast: BenchmarkPeople
    let world: World

    /// How many drafts are in memory at a time.
    private static let chunk = 5_000

    func fill() throws(LedgerError) {
        let ledger = try Ledger(path: path, world: world)
        try ledger.importing.addMe(BenchmarkPeople.me, name: "Dana")
        try Stopwatch.tell("evidence written") { () throws(LedgerError) in try writeEvidence() }
        try Stopwatch.tell("timeline derived") { () throws(LedgerError) in
            try ledger.myJob.load(BenchmarkJob.myJob(cast))
        }
        try Stopwatch.tell("results written") { () throws(LedgerError) in try claims(ledger) }
    }

    private func writeEvidence() throws(LedgerError) {
        let store = try LedgerStore(path: path)
        let meetings = count * 25 / 100
        let notes = count * 15 / 100
        let commits = count - meetings - notes
        for (index, project) in cast.projects.enumerated() {
            let share = commits * (index + 1) / cast.projects.count - commits * index / cast.projects.count
            try write(share, to: store, .git, "/repositories/\(project.name)", .job) { maker, index in
                // Newest first, like `git log`.
                maker.commit(project, part: 1 - Double(index) / Double(max(1, share)))
            }
        }
        try write(meetings, to: store, .calendar, "/calendars/work.ics", .job) {
            $0.meeting($1, part: Double($1) / Double(max(1, meetings)))
        }
        try write(notes, to: store, .inbox, "/notes/inbox.txt", nil) {
            $0.note($1, part: Double($1) / Double(max(1, notes)))
        }
    }

    private func write(
        _ number: Int, to store: LedgerStore, _ kind: SourceKind, _ locator: String, _ arena: Arena?,
        _ make: (inout EvidenceGenerator, Int) -> EvidenceDraft
    ) throws(LedgerError) {
        let name = locator.split(separator: "/").last.map(String.init) ?? locator
        let source = try store.write(at: now) {
            try $0.source(kind: kind, locator: locator, name: name, arena: arena)
        }
        let writer = try ImportWriter(
            store, source: source, context: WriteContext(now: now, reach: MyJobSettings().reach))
        var maker = EvidenceGenerator(cast: cast, now: now, seed: seed, stream: locator)
        var index = 0
        while index < number {
            let end = min(number, index + Self.chunk)
            try writer.write((index..<end).map { make(&maker, $0) })
            index = end
        }
        try store.write(at: now) { try $0.finishImport(of: source, state: "", warnings: []) }
    }

    /// Thirty results of the last year, each with two pieces of evidence.
    private func claims(_ ledger: Ledger) throws(LedgerError) {
        var random = SeededGenerator(seed: seed, stream: "claims")
        let hits = try ledger.asking.search("restore since:2025-03-17 until:2026-03-01", limit: 60).hits
        guard hits.count >= 2 else { return }
        for index in 1...30 {
            var request = Results.ClaimRequest(
                text: "Claim \(index): the \(random.pick(Words.nouns)) takes half the time")
            request.worth = random.pick(Worth.allCases).rawValue
            request.at = now - Int64(random.number(1, 300)) * 86_400
            request.cite = [random.pick(hits).id.description, random.pick(hits).id.description]
            _ = try ledger.results.addClaim(request)
        }
    }
}
