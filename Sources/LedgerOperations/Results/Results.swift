package import LedgerModel
import LedgerStore

/// Claims by hand: what changed, resting on cited evidence, and who was told.
package struct Results: LedgerArea {
    let store: LedgerStore
    let world: World

    package struct ClaimRequest: Sendable {
        package var text: String
        package var worth: String?
        package var objective: String?
        package var forWhom: String?
        package var figure: String?
        package var knownBy: String?
        package var at: Instant?
        /// Ids, or starts of ids.
        package var cite: [String] = []

        package init(text: String) { self.text = text }
    }

    package func addClaim(_ request: ClaimRequest) throws(LedgerError) -> PublicID {
        let frame = try store.frame()
        try settleZone(frame)
        let text = request.text.trimmed
        guard !text.isEmpty, text.count <= 2_000 else {
            throw LedgerError(.usage, "a claim needs a sentence of at most 2,000 characters")
        }
        let ulid = ulid()
        var claim = Claim(id: PublicID(.claim, ulid.text), text: text, at: request.at ?? now)
        claim.worth = try request.worth.map { (text: String) throws(LedgerError) in
            try namedKey(text, "kind of work", Worth.allCases.map { ($0.rawValue, $0.rawValue) })
        }.flatMap { Worth(rawValue: $0) }
        claim.objective = try request.objective.map { (text: String) throws(LedgerError) in
            try namedKey(text, "objective", frame.objectives.map { ($0.key, $0.label) })
        }
        claim.forWhom = request.forWhom
        claim.figure = request.figure
        claim.knownBy = request.knownBy
        claim.evidence = try resolveAll(request.cite)
        try store.add(claim, ulid: ulid, try context(frame))
        return claim.id
    }

    package func cite(_ claim: String, _ evidence: [String]) throws(LedgerError) {
        try store.cite(try resolveAll(evidence), for: try store.resolve(claim), action: ulid(), try context())
    }

    package func reword(_ claim: String, _ text: String) throws(LedgerError) {
        guard !text.trimmed.isEmpty else { throw LedgerError(.usage, "a claim needs a sentence") }
        try store.change(claim: try store.resolve(claim), verb: "reword", action: ulid(), try context()) {
            $0.text = text.trimmed
        }
    }

    package func dismiss(_ claim: String) throws(LedgerError) {
        try store.change(
            claim: try store.resolve(claim), verb: "dismiss", action: ulid(), try context(), { _ in }, withdraw: true)
    }

    package func tell(_ claim: String, to person: String, at: Instant? = nil) throws(LedgerError) {
        let name = try personName(person)
        try store.tell(
            claim: try store.resolve(claim), Telling(person: name, at: at ?? now), action: ulid(), try context())
    }

    package func heard(_ person: String, _ words: String, claims: [String], at: Instant? = nil) throws(LedgerError) {
        let name = try personName(person)
        for claim in claims {
            try store.tell(
                claim: try store.resolve(claim), Telling(person: name, at: at ?? now, heard: words), action: ulid(),
                try context())
        }
    }

    /// The name the frame has for someone, or the text as it is.
    func personName(_ text: String) throws(LedgerError) -> String {
        let clean = text.trimmed
        guard !clean.isEmpty else { throw LedgerError(.usage, "name the person") }
        let people = try store.frame().people
        return people.first { person in
            person.label.lowercased() == clean.lowercased() || person.key == clean.lowercased()
                || person.label.lowercased().split(separator: " ").first.map(String.init) == clean.lowercased()
        }?.label ?? clean
    }

    private func resolveAll(_ texts: [String]) throws(LedgerError) -> [PublicID] {
        var ids: [PublicID] = []
        for text in texts { ids.append(try store.resolve(text)) }
        return ids
    }
}
