import Attribution
package import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// What became of a result, or of a piece without one.
    ///
    /// - Parameter users: Who changed it since, for what is more than the files of one commit.
    package func became(_ lasting: Lasting, users: [Became.User]? = nil) throws -> Became {
        let claim = lasting.claim
        let day = zones.day(of: claim.at)
        let cited = try claim.evidence.map { try snapshot.show($0) }
        let commits = cited.filter { $0.draft.kind == .commit }
        let reverted = try snapshot.reverted(commits.map(\.id))
        let lost = commits.filter { !$0.draft.flags.isDisjoint(with: .unreachable) }.map(\.id)
        let later = try mentions(of: claim)
        var people: [String] = []
        var repositories: [String: [PublicID]] = [:]
        let own = Set(commits.compactMap(\.draft.project))
        for piece in later {
            if piece.draft.kind == .commit {
                guard let name = piece.draft.project, !name.isEmpty, !own.contains(name) else { continue }
                repositories[name, default: []].append(piece.id)
            } else {
                for person in piece.draft.people where !person.isForgotten && person.participation != "declined" {
                    if !people.contains(person.shown) { people.append(person.shown) }
                }
            }
        }
        return Became(
            of: lasting, commits: commits.map(\.id), reverted: reverted,
            unreachable: lost.filter { !reverted.contains($0) },
            users: try users
                ?? snapshot.othersChanging(
                    filesOf: commits.map(\.id), after: day.quarterNumber
                ).map { .init(name: $0.name, commits: $0.commits) },
            usersSince: day.firstOfQuarter.adding(months: 3),
            mentions: later.filter { $0.draft.kind != .commit }.map(\.id),
            mentioning: people,
            repositories: repositories.sorted { $0.key < $1.key }.map { .init(name: $0.key, pieces: $0.value) },
            incidents: try incidents(around: Period(since: day, until: day + 1), citedBy: [claim])
                .change(around: claim, today: today, zones, MyJobLabels(myJob)),
            said: try said(of: [claim])[claim.id] ?? [])
    }

    /// What the person said became of results, oldest first.
    func said(of claims: [Claim]) throws -> [PublicID: [Became.Said]] {
        var said: [PublicID: [Became.Said]] = [:]
        let notes = try snapshot.notes(tagged: [Became.tag]).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        guard !notes.isEmpty else { return [:] }
        let tags = try snapshot.tags(of: notes.map(\.id))
        for claim in claims {
            for note in notes where tags[note.id]?.contains(claim.id.description) == true {
                guard let word = Became.Word.allCases.first(where: { tags[note.id]?.contains($0.rawValue) == true })
                else { continue }
                said[claim.id, default: []].append(
                    .init(
                        word: word, text: note.body.isEmpty ? note.title : note.body, day: zones.day(of: note.at),
                        note: note.id))
            }
        }
        return said
    }

    /// Pieces after a result that it does not cite, with two words of its sentence in their titles, oldest first. A title
    /// that was there before it, such as that of a series, does not name it.
    private func mentions(of claim: Claim) throws -> [ShownEvidence] {
        let names = Set(try knownPeople().others.flatMap { IncidentHistory.words($0.name) })
        var found: [PublicID: (title: String, words: Int)] = [:]
        var earlier: Set<String> = []
        for word in IncidentHistory.words(claim.text).subtracting(names).sorted().prefix(Self.mostWords) {
            for hit in try snapshot.titles(holding: word, until: now, most: Self.mostHits).hits {
                guard hit.at > claim.at else {
                    earlier.insert(hit.title.folded)
                    continue
                }
                found[hit.id, default: (hit.title.folded, 0)].words += 1
            }
        }
        let cited = Set(claim.evidence)
        let notes = Set(try snapshot.notes(tagged: [Became.tag]).map(\.id))
        let ids = found.filter { id, hit in
            hit.words > 1 && !earlier.contains(hit.title) && !cited.contains(id) && !notes.contains(id)
        }.map(\.key)
        return try ids.map { try snapshot.show($0) }.filter { piece in
            piece.draft.kind != .event || piece.draft.standing.counts && piece.correction?.happened != false
        }.sorted { ($0.draft.at, $0.id) < ($1.draft.at, $1.id) }
    }

    private static let mostWords = 12
    private static let mostHits = 200

    /// The one of which a review asks what became of it: results, and pieces without one, in one line of waiting.
    func becameQuestion() throws -> BecameQuestion? {
        let claims = try snapshot.claims().filter { $0.at <= now }
        let all = claims.map(Lasting.init) + (try lasting(in: BecameQuestion.span(on: today), without: claims))
        return BecameQuestion.due(all, said: try said(of: all.map(\.claim)), on: today, zones)
    }
}

extension Asking {
    /// What became of a result, named by its id or its words, or of a piece by its id. Throws `.notFound`, `.ambiguousID`.
    package func became(_ text: String) throws(LedgerError) -> Became {
        try inquire { inquiry in
            let found = try inquiry.lasting(named: text)
            return try inquiry.became(found.lasting, users: found.users)
        }
    }

    /// What became of a piece; `nil` if it is no decision, handbook or tool, or has a result.
    package func became(piece id: PublicID) throws(LedgerError) -> Became? {
        try inquire { inquiry in
            guard let piece = try inquiry.lasting(id) else { return nil }
            return try inquiry.became(piece.lasting, users: piece.users)
        }
    }
}
