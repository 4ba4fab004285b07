import Attribution
import LedgerModel
import LedgerStore
import Questions

extension Inquiry {
    /// What somebody else could run of what kept running in the twelve months up to the end of a period, and which of its
    /// results an outsider could not have brought about.
    func outsider(_ base: AnswerBase, _ claims: [Claim]) throws -> Outsider {
        var outsider = Outsider(try systemFacts(base), couldNot: try couldNot(claims))
        if base.fine.contains(.alone) { outsider.later = [] }
        return outsider
    }

    /// How many commits are looked at in all, so that a large ledger answers as fast as a small one.
    private static let mostCommits = 10_000
    /// Of a system of which many keep something running, enough to know its files.
    private static let mostPieces = 1_000
    /// Fewer pieces in a year are no system that runs.
    private static let fewest = 3
    private static let mostSystems = 12
    private static let freshDays: Int64 = 31
    /// A meeting of more people is nobody's work in particular.
    private static let mostOthers = 12

    private func systemFacts(_ base: AnswerBase) throws -> [SystemFacts] {
        let day = base.period.until - 1
        let year = Period(since: (day + 1).adding(months: -12), until: day + 1)
        let whole = year.interval(zones)
        let range = Interval(whole.start, min(whole.end, max(whole.start, now)))
        let cells = try cellReader(range).cells(range, by: ValueAnswer.grain)
        var running: [WorkSystem: [DayCell]] = [:]
        // Whose commits a repository holds.
        var owners: [String: Set<WorkSystem?>] = [:]
        for cell in cells where cell.pieces > 0 {
            let system = WorkSystem(cell.meaning, project: cell.project)
            if cell.kind == .commit, !cell.project.isEmpty { owners[cell.project, default: []].insert(system) }
            if let system, cell.meaning.worth == .baseline { running[system, default: []].append(cell) }
        }
        let labels = MyJobLabels(myJob)
        let systems = running.filter { system, cells in
            cells.pieces >= Self.fewest && (system.isResponsibility || !system.project.isEmpty)
        }.map { (system: $0.key, name: $0.key.name(labels), cells: $0.value) }
            .sorted { ($1.cells.pieces, $0.name) < ($0.cells.pieces, $1.name) }.prefix(Self.mostSystems)
        guard !systems.isEmpty else { return [] }
        let sources = try snapshot.sources().filter { $0.kind == .git && !$0.isPrivate }
        let notes = try handbookNotes()
        let who = try who()
        let spoken: [SearchQuery.Filter] = [
            .init(.since, year.since.iso), .init(.until, year.until.iso), .init(.isA, "work"),
        ]
        var (read, left) = ([Int64: FileChanges](), Self.mostCommits)
        func changes(of source: Source) throws -> FileChanges {
            if let known = read[source.rowID] { return known }
            let count = try snapshot.commitCount(in: source.rowID)
            let changes =
                count <= left
                ? try snapshot.changes(in: source.rowID, most: left + 1, zones)
                : FileChanges(own: [], others: [], paths: [:], isWhole: false)
            if changes.isWhole { left -= count }
            read[source.rowID] = changes
            return changes
        }
        return try systems.map { system, name, cells in
            var repositories: [SystemFacts.Repository] = []
            let commits = cells.filter { $0.kind == .commit }
            for project in Set(commits.map(\.project)).sorted() {
                let isOwn = owners[project] == [system]
                for source in sources where source.name == project {
                    let fresh = source.lastImport.map { zones.day(of: $0) + Self.freshDays >= day } ?? false
                    repositories.append(
                        SystemFacts.Repository(
                            try changes(of: source),
                            pieces: isOwn ? nil : try pieces(of: system, in: project, range),
                            isFresh: fresh && !myJob.settings.leavesOut.contains(.people)))
                }
            }
            // A repository that nobody can look into says nothing of who else changed it.
            if commits.contains(where: { cell in !sources.contains { $0.name == cell.project } }) {
                for index in repositories.indices { repositories[index].isFresh = false }
            }
            return SystemFacts(
                name: name,
                ref: EvidenceRef(
                    count: cells.pieces,
                    query: SearchQuery(
                        filters: system.filters + [.init(.worth, Worth.baseline.rawValue)] + spoken
                    ).text),
                commits: commits.pieces, meetings: cells.filter { $0.kind == .event }.pieces,
                repositories: repositories,
                notes: notes.filter { $0.system == system || $0.isOn(name) }.map(\.handbook), until: day, zones, who)
        }
    }

    /// The commits of a system in a repository that is not its own.
    private func pieces(of system: WorkSystem, in project: String, _ range: Interval) throws -> Set<PublicID> {
        var filters = system.filters + [.init(.kind, EvidenceKind.commit.rawValue)]
        if system.project.isEmpty { filters.append(.init(.project, project)) }
        let query = SearchQuery(filters: filters)
        return Set(
            try snapshot.search(
                query, range: range, limit: Self.mostPieces, isCounted: false, readings: readings(for: query, range)
            ).hits.map(\.id))
    }

    /// A note that says how something works.
    private struct HandbookNote {
        var handbook: SystemFacts.Handbook
        var system: WorkSystem?

        /// Whether its title has the name of a system.
        func isOn(_ name: String) -> Bool {
            func words(_ text: String) -> String {
                " " + text.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
            }
            return words(handbook.name).contains(words(name))
        }
    }

    private func handbookNotes() throws -> [HandbookNote] {
        let ids = try HandbookFile.tags.flatMap { try snapshot.notes(tagged: [$0]) }.filter { $0.at <= now }.map(\.id)
        let engine = try compiledJob().engine
        return try snapshot.traces(of: ids.unique()).sorted { ($1.trace.at, $0.trace.id) < ($0.trace.at, $1.trace.id) }
            .map { item in
                let meaning = engine.read(item.facts, correction: item.correction).meaning
                return HandbookNote(
                    handbook: .init(name: item.facts.title, pieces: [item.trace.id]),
                    system: WorkSystem(meaning, project: item.facts.project))
            }
    }

    private func couldNot(_ claims: [Claim]) throws -> [Outsider.Line] {
        let serving = claims.filter { $0.objective != nil && !$0.evidence.isEmpty }
        guard !serving.isEmpty else { return [] }
        let (labels, who) = (MyJobLabels(myJob), try who())
        let people = try snapshot.colleagues(on: serving.flatMap(\.evidence), most: Self.mostOthers)
        return serving.compactMap { claim in
            var names: [String] = []
            for row in claim.evidence.flatMap({ people[$0] ?? [] }) {
                let name = who.person(row.identity).flatMap(who.label) ?? row.name
                if !names.contains(name) { names.append(name) }
            }
            return Outsider.Line(claim, colleagues: names, labels)
        }
    }
}
