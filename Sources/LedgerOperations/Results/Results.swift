package import LedgerModel
import LedgerStore
package import Questions

/// Results: what changed, the evidence that they cite, and who was told.
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
        /// Ids, or the beginnings of ids.
        package var cite: [String] = []

        package init(text: String) { self.text = text }
    }

    package func addClaim(_ request: ClaimRequest) throws(LedgerError) -> PublicID {
        try addClaim(request, as: ulid())
    }

    func addClaim(_ request: ClaimRequest, as ulid: ULID) throws(LedgerError) -> PublicID {
        try write { try add(request, as: ulid, $0) }
    }

    func add(_ request: ClaimRequest, as ulid: ULID, _ transaction: Transaction) throws -> PublicID {
        try world.settleZone(transaction)
        let myJob = try transaction.myJob()
        let text = request.text.trimmed
        guard !text.isEmpty, text.count <= 2_000 else {
            throw LedgerError(.usage, "a result needs a sentence of at most 2,000 characters")
        }
        var claim = Claim(id: PublicID(.claim, ulid.text), text: text, at: request.at ?? now)
        claim.worth = try request.worth.map {
            try namedKey($0, "kind of work", Worth.allCases.map { ($0.rawValue, $0.label) })
        }.flatMap { Worth(rawValue: $0) }
        claim.objective = try request.objective.map {
            try namedKey($0, "objective", Self.aims(myJob))
        }
        claim.forWhom = request.forWhom
        claim.figure = request.figure
        claim.knownBy = request.knownBy
        claim.evidence = try request.cite.map(transaction.snapshot.resolveStanding)
        try transaction.add(claim, ulid: ulid)
        return claim.id
    }

    package func cite(_ claim: String, _ evidence: [String]) throws(LedgerError) {
        try write { transaction in
            let snapshot = transaction.snapshot
            try transaction.cite(
                try evidence.map(snapshot.resolveStanding), for: try snapshot.claim(named: claim), action: ulid())
        }
    }

    /// What a search finds that a result does not cite yet.
    package struct Citable: Sendable {
        package var result: Claim
        package var hits: [SearchHit]
    }

    /// The most pieces that one search can add.
    package static let mostCited = 500

    /// What a search would add to a result; what lies ahead is left out.
    ///
    /// Throws `.notFound` if nothing is found, or nothing new; `.tooLarge` for more than `mostCited`.
    package func citable(_ claim: String, search text: String) throws(LedgerError) -> Citable {
        let id = try store.read { try $0.claim(named: claim) }
        guard let result = try store.read({ try $0.claims() }).first(where: { $0.id == id }) else {
            throw LedgerError.noSuchID(claim)
        }
        let found = try Asking(self).search(text, limit: Self.mostCited + 1).hits.filter { $0.at <= now }
        guard found.count <= Self.mostCited else {
            throw LedgerError(
                .tooLarge, "this search finds more than \(Self.mostCited) pieces",
                hint: "Add a word or a day to it, such as since:2026-03-01.")
        }
        let cited = Set(result.evidence)
        let new = found.filter { !cited.contains($0.id) }
        guard !new.isEmpty else {
            throw LedgerError(
                .notFound, found.isEmpty ? "this search finds nothing" : "the result cites all that this search finds",
                hint: "Try it first with \(offer: .search(text)).")
        }
        return Citable(result: result, hits: new)
    }

    /// A change of a result. `nil` leaves a part as it is, an empty text removes it.
    package struct ClaimEdit: Sendable {
        package var text: String?
        package var worth: String?
        package var objective: String?
        package var forWhom: String?
        package var figure: String?
        package var knownBy: String?
        /// A day or a time.
        package var when: String?

        package init() {}
    }

    /// Changes a result; `undo` takes it back. Returns it as it is now.
    ///
    /// Throws `.usage` without a sentence; `.notFound` for an objective or a kind of work that is none; `.badTime`.
    @discardableResult
    package func edit(_ claim: String, _ edit: ClaimEdit) throws(LedgerError) -> Claim {
        let myJob = try myJob()
        let spoken = SpokenTime(now: now, zones: try zones(myJob))
        if let text = edit.text, text.trimmed.isEmpty || text.trimmed.count > 2_000 {
            throw LedgerError(.usage, "a result needs a sentence of at most 2,000 characters")
        }
        let objective = try edit.objective.map { (text: String) throws(LedgerError) in
            text.trimmed.isEmpty ? "" : try namedKey(text, "objective", Self.aims(myJob))
        }
        let worth = try edit.worth.map { (text: String) throws(LedgerError) in
            text.trimmed.isEmpty
                ? "" : try namedKey(text, "kind of work", Worth.allCases.map { ($0.rawValue, $0.label) })
        }
        let at = try edit.when.flatMap { (text: String) throws(LedgerError) in try Self.when(text, spoken) }
        func set(_ part: inout String?, _ text: String?) {
            if let text { part = text.trimmed.isEmpty ? nil : text.trimmed }
        }
        let id = try write { transaction in
            let id = try transaction.snapshot.claim(named: claim)
            try transaction.change(claim: id, verb: "change", action: ulid()) { claim in
                if let text = edit.text { claim.text = text.trimmed }
                set(&claim.objective, objective)
                set(&claim.forWhom, edit.forWhom)
                set(&claim.figure, edit.figure)
                set(&claim.knownBy, edit.knownBy)
                if let worth { claim.worth = Worth(rawValue: worth) }
                if let at { (claim.at, claim.within) = (at, nil) }
            }
            return id
        }
        guard let changed = try store.read({ try $0.claims() }).first(where: { $0.id == id }) else {
            throw LedgerError.noSuchID(claim)
        }
        return changed
    }

    package func reword(_ claim: String, _ text: String) throws(LedgerError) {
        guard !text.trimmed.isEmpty else { throw LedgerError(.usage, "a result needs a sentence") }
        try write { transaction in
            let id = try transaction.snapshot.claim(named: claim)
            try transaction.change(claim: id, verb: "reword", action: ulid()) { $0.text = text.trimmed }
        }
    }

    package func dismiss(_ claim: String) throws(LedgerError) {
        try write { transaction in
            let id = try transaction.snapshot.claim(named: claim)
            try transaction.change(claim: id, verb: "dismiss", action: ulid(), withdraw: true) { _ in }
        }
    }

    /// Records that a person was told a result. Returns the text of the result.
    ///
    /// - Parameter claim: Its id, the beginning of its id, or words that no other result has.
    @discardableResult
    package func tell(_ claim: String, to person: String, at: Instant? = nil) throws(LedgerError) -> String {
        try tell([claim], to: person, at: at, heard: nil)
        let id = try store.read { try $0.claim(named: claim) }
        return try store.read { try $0.claims() }.first { $0.id == id }?.text ?? ""
    }

    package func heard(_ person: String, _ words: String, claims: [String], at: Instant? = nil) throws(LedgerError) {
        try tell(claims, to: person, at: at, heard: words)
    }

    private func tell(_ claims: [String], to person: String, at: Instant?, heard: String?) throws(LedgerError) {
        try write { transaction in
            let snapshot = transaction.snapshot
            let myJob = try transaction.myJob()
            let name = try Self.personName(person, myJob, WhoIsWho(myJob, snapshot.known()))
            for claim in claims {
                try transaction.tell(
                    claim: try snapshot.claim(named: claim), Telling(person: name, at: at ?? now, heard: heard),
                    action: ulid())
            }
        }
    }

    /// The name that My job has for a person, or the text as it is.
    ///
    /// Throws `.ambiguousID` if it can mean several.
    static func personName(_ text: String, _ myJob: MyJob, _ who: WhoIsWho) throws(LedgerError) -> String {
        let clean = text.trimmed
        guard !clean.isEmpty else { throw LedgerError(.usage, "name the person") }
        if let known = who.item(clean) ?? who.person(clean).flatMap(who.item(of:)) { return known.label }
        let first = PersonKey.of(clean)
        let near = Set(
            myJob.people.map(\.label).filter { PersonKey.of($0).split(separator: " ").first.map(String.init) == first })
        let several = max(near.count, who.people(clean).count)
        guard several <= 1 else {
            throw LedgerError(
                .ambiguousID, "“\(clean)” could be \(Words.count(several, "person", "people"))",
                hint: "Give the whole name or an address; \(offer: .people) lists them.")
        }
        return near.first ?? clean
    }
}

extension Results {
    /// What a result can serve: an objective, or what the person is judged on.
    fileprivate static func aims(_ myJob: MyJob) -> [(key: String, label: String)] {
        myJob.objectives.map { ($0.key, $0.label) } + myJob.responsibilities.map { ($0.key, $0.label) }
    }
}

extension Results {
    /// The report of a period for one person, with what may be said of the cited pieces.
    package struct ReportPaper: Sendable {
        package var report: ValueReport
        package var base: AnswerBase
        package var cited: [Cited]
        package var document: Document { report.handout().document }

        /// A piece behind a result. Others are cited by their number only, without even their source.
        package struct Cited: Sendable {
            package var id: PublicID
            package var day: CivilDay
            package var kind: EvidenceKind
            package var title: Sayable
            /// The repository, if the reader knows it.
            package var source: Sayable?
        }
    }

    /// Throws `.notFound` with the nearest names if the ledger knows people and none is called so.
    ///
    /// - Parameter isWithBaseline: Whether it says what ran as expected.
    package func valueReport(
        _ period: Period, for person: String?, isWithBaseline: Bool = true
    ) throws(LedgerError) -> ReportPaper {
        try Asking(self).inquire(.value(period)) { inquiry in
            let reader = try inquiry.reader(person)
            let asked = try inquiry.reportedValue(period)
            var report = ValueReport(asked.answer, asked.base, to: reader, isWithBaseline: isWithBaseline)
            let ids = report.lines.flatMap { $0.evidence.prefix(20) }.unique()
            var notes: Set<PublicID> = []
            let cited = try ids.compactMap { id -> ReportPaper.Cited? in
                let piece = try inquiry.snapshot.show(id)
                if piece.draft.kind.isByHand { notes.insert(id) }
                guard let title = reader.citedTitle(of: piece) else { return nil }
                return ReportPaper.Cited(
                    id: id, day: asked.base.zones.day(of: piece.draft.at), kind: piece.draft.kind, title: title,
                    source: reader.source(of: piece))
            }
            report.restOnWord(notes)
            return ReportPaper(report: report, base: asked.base, cited: cited)
        }
    }

    /// Checks the name of a reader before anything is written. Throws as `valueReport`.
    package func checkReader(_ name: String?) throws(LedgerError) {
        try Asking(self).inquire { _ = try $0.reader(name) }
    }
}
