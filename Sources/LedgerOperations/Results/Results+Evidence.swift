package import LedgerModel
import LedgerStore
package import Questions

/// Evidence that is offered to a result: pieces with the same words, the same people, and days near it.
extension Results {
    /// What may stand behind a result, the most alike first, at most `LikelyEvidence.most`. What it cites is left out.
    ///
    /// Throws `.notFound`, `.ambiguousID` for the name of a result.
    package func evidence(for claim: String) throws(LedgerError) -> (result: Claim, pieces: [LikelyEvidence]) {
        try Asking(self).inquire { inquiry in
            let id = try inquiry.snapshot.claim(named: claim)
            guard let result = try inquiry.snapshot.claims().first(where: { $0.id == id }) else {
                throw LedgerError.noSuchID(claim)
            }
            return (result, try inquiry.evidence(for: result))
        }
    }

    /// The results among these that cite nothing, or nothing but the person's own notes.
    package func lackingEvidence(_ ids: [PublicID]) throws(LedgerError) -> [Claim] {
        let claims = try store.read { try $0.claims() }
        return ids.compactMap { id in claims.first { $0.id == id && $0.restsOnWord } }
    }

    /// Cites pieces for several results, all as one action. Throws `.notFound`.
    package func cite(_ chosen: [(result: PublicID, pieces: [PublicID])]) throws(LedgerError) {
        let chosen = chosen.filter { !$0.pieces.isEmpty }
        guard let first = chosen.first else {
            throw LedgerError(.usage, "nothing is ticked", hint: "Tick what stands behind the result.")
        }
        try write { transaction in
            let action = ulid()
            let subject = chosen.count == 1 ? first.result.description : ""
            try transaction.act(action, "cite", on: subject) {
                for (result, pieces) in chosen {
                    let standing = try pieces.map { try transaction.snapshot.resolveStanding($0.description) }
                    try transaction.cite(standing, for: result, action: action)
                }
            }
        }
    }
}

extension Claim {
    /// Whether nothing stands behind it but what the person wrote.
    package var restsOnWord: Bool { evidence.allSatisfy { $0.kind == .note } }
}

extension Inquiry {
    /// How long before and after the days of a result its pieces can be, in days. Work comes before its result, and a
    /// result is often written down long after.
    private static let reach: (before: Int64, after: Int64) = (365, 31)
    /// The most pieces that are compared.
    private static let mostCompared = 400

    func evidence(for claim: Claim) throws -> [LikelyEvidence] {
        let named = try people(in: [claim.text, claim.forWhom ?? "", claim.knownBy ?? ""].joined(separator: " · "))
        let words = ResultWords([claim.text, claim.figure ?? ""].joined(separator: " "), people: named.map(\.name))
        let all = try snapshot.titleCount()
        var titles: [String: Int] = [:]
        for stem in words.stems { titles[stem] = try snapshot.titleCount(beginning: stem, most: all / 8 + 1) }
        let known = words.stems.filter { titles[$0, default: 0] > 0 }
        let rare = known.filter { TaskWords.isLike([titles[$0, default: 0]], of: all) }
        let span = claim.span(zones)
        let (first, last) = (span.first, span.last)
        func range(_ before: Int64, _ after: Int64) -> Interval {
            let end = min(zones.start(of: last + after + 1), now + 1)
            return Interval(min(zones.start(of: first - before), end), end)
        }
        let around = min(claim.at, now)
        var found = try snapshot.pieces(
            withTwoOf: known, or: rare, in: range(Self.reach.before, Self.reach.after), around: around,
            most: Self.mostCompared)
        let ids = Dictionary(named.compactMap { person in person.id.map { ($0, person.name) } }) { name, _ in name }
        if !ids.isEmpty {
            found += try snapshot.pieces(
                naming: Set(ids.keys), in: range(2, 2), around: around, most: Self.mostCompared)
        }
        let cited = Set(claim.evidence)
        var seen: Set<String> = []
        return found.compactMap { piece -> (LikelyEvidence, String)? in
            guard !cited.contains(piece.id) else { return nil }
            let day = zones.day(of: piece.at)
            let likeness = EvidenceLikeness(
                words: words.common(with: piece.title).map { ($0.word, titles[$0.stem, default: 1]) },
                people: piece.people.compactMap { ids[$0] }.sorted(),
                days: day < first ? day - first : day > last ? day - last : 0, isOfDay: span.unit == .day)
            return likeness.score(of: all).map { score in
                (
                    LikelyEvidence(
                        id: piece.id, kind: piece.kind, at: piece.at,
                        date: piece.flags.span(around: day) ?? Period.date(day), title: piece.title, why: likeness.why,
                        score: score), piece.series ?? piece.id.description
                )
            }
        }.sorted { ($0.0.score, $0.0.at, $0.0.id) > ($1.0.score, $1.0.at, $1.0.id) }
            // Of a series the likeliest occurrence is enough.
            .filter { seen.insert($0.1).inserted }.prefix(LikelyEvidence.most).map(\.0)
    }

    /// The people whom a text names.
    private func people(in text: String) throws -> [KnownPerson] {
        let names = NamesInText(text)
        let others = try knownPeople().others
        let firsts = Dictionary(
            others.compactMap { NamesInText.parts($0.name).first }.map { ($0, 1) }, uniquingKeysWith: +)
        return others.filter { person in
            names.hold(
                person.name, firstIsUnique: NamesInText.parts(person.name).first.map { firsts[$0] == 1 } ?? false)
        }
    }
}
