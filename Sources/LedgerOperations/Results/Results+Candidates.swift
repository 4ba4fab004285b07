package import LedgerModel
import LedgerStore
package import Questions

/// What a person says of candidates for results. Each is one action, which `undo` takes back, and returns its id.
extension Results {
    /// How long a candidate is not offered once it was put off, in days.
    package static let putOff: Int64 = 14

    /// Makes a result of it, in the person's words, reached on the day on which it was decided, else on its last, which cites all of its pieces.
    ///
    /// Throws `.usage` without a sentence.
    package func keep(_ candidate: Candidate, wording: String) throws(LedgerError) -> (result: PublicID, action: String)
    {
        let request = try kept(candidate, wording)
        let action = ulid()
        return (try addClaim(request, as: action), action.text)
    }

    /// What is kept of it.
    private func kept(_ candidate: Candidate, _ wording: String) throws(LedgerError) -> ClaimRequest {
        let spoken = SpokenTime(now: now, zones: try zones(try myJob()))
        var request = ClaimRequest(text: wording)
        request.at = try Self.when(candidate.reached.iso, spoken)
        request.cite = candidate.pieces.map(\.description)
        request.knownBy = candidate.released
        return request
    }

    /// Says what was replied about it, as an action of its own in a transaction that says more.
    func saying(
        _ answer: ReviewReplies.CandidateAnswer, of candidate: Candidate
    ) throws(LedgerError) -> (Transaction) throws -> Void {
        switch answer {
        case .keep(let words):
            let request = try kept(candidate, words.trimmed.isEmpty ? candidate.wording : words)
            return { _ = try add(request, as: ulid(), $0) }
        case .strike: return { try say(.struck, of: candidate, as: "strike", ulid(), $0) }
        case .later:
            let until = try today() + Self.putOff
            return { try say(.later, of: candidate, until: until, as: "result-later", ulid(), $0) }
        }
    }

    /// A result that is there cites its pieces too.
    package func add(_ candidate: Candidate, to result: PublicID) throws(LedgerError) -> String {
        let action = ulid()
        try write { transaction in
            let standing = try candidate.pieces.map { try transaction.snapshot.resolveStanding($0.description) }
            try transaction.cite(standing, for: result, action: action)
        }
        return action.text
    }

    /// It is no result: nothing offers its pieces again.
    package func strike(_ candidate: Candidate) throws(LedgerError) -> String {
        try say(.struck, of: candidate, as: "strike")
    }

    /// Not now: it is offered again after `putOff`.
    package func later(_ candidate: Candidate) throws(LedgerError) -> String {
        try say(.later, of: candidate, until: try today() + Self.putOff, as: "result-later")
    }

    /// Both are one thing.
    package func merge(_ candidate: Candidate, with other: Candidate) throws(LedgerError) -> String {
        try say(.one, of: candidate, candidate.pieces + other.pieces, as: "result-join")
    }

    /// Some of its pieces are of something else. Throws `.usage` if none leaves, or none stays.
    package func split(_ candidate: Candidate, leaving: Set<PublicID>) throws(LedgerError) -> String {
        let leaves = candidate.pieces.filter(leaving.contains)
        let stays = candidate.pieces.filter { !leaving.contains($0) }
        guard !leaves.isEmpty, !stays.isEmpty else {
            throw LedgerError(
                .usage, leaves.isEmpty ? "none of its pieces leaves" : "none of its pieces stays",
                hint: "Nothing was changed.")
        }
        return try say(.apart, of: candidate, stays, leaving: leaves, as: "result-part")
    }

    /// - Parameter pieces: Those of the candidate, unless others are given.
    private func say(
        _ answer: SaidOfCandidate.Answer, of candidate: Candidate, _ pieces: [PublicID]? = nil,
        leaving: [PublicID] = [], until: CivilDay? = nil, as verb: String
    ) throws(LedgerError) -> String {
        let action = ulid()
        try write { try say(answer, of: candidate, pieces, leaving: leaving, until: until, as: verb, action, $0) }
        return action.text
    }

    private func say(
        _ answer: SaidOfCandidate.Answer, of candidate: Candidate, _ pieces: [PublicID]? = nil,
        leaving: [PublicID] = [], until: CivilDay? = nil, as verb: String, _ action: ULID, _ transaction: Transaction
    ) throws {
        try transaction.act(action, verb, on: candidate.named?.description ?? "") {
            let said = SaidOfCandidate(
                id: action.text, answer, pieces ?? candidate.pieces, leaving: leaving, until: until)
            try transaction.say(said)
        }
    }
}
