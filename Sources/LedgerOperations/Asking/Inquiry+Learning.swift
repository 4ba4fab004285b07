import Attribution
package import LedgerModel
import LedgerStore
package import Questions

/// Learning kinds of work from what the person and their rules say.
extension Inquiry {
    /// Reads kinds of work as the last step of learning has it; `nil` if the program has no weights.
    func kindReader() throws -> KindReader? {
        KindReader(try lessons(try snapshot.learned()?.kinds ?? [:]))
    }

    /// What the next step of learning would be, and what it would change in the last twelve months.
    package func learning(_ period: Period) throws -> KindLearning {
        let (said, ruled) = (try said(), try ruled(in: period))
        let kinds = ruled.merging(said) { $1 }
        let before = try kindReader()
        let after = KindReader(try lessons(kinds))
        var later: [PublicID: LearnedKind] = [:]
        let sheet = try kindSheet(period, limit: Self.mostTitles) { item in
            later[item.trace.id] = after?.read(item.facts)
            return before?.read(item.facts)
        }
        return KindLearning(
            base: sheet.base, number: (try snapshot.learned()?.number ?? 0) + 1, said: said.count, ruled: ruled.count,
            kinds: kinds, isNew: try snapshot.learned()?.kinds != kinds,
            changes: sheet.pieces.compactMap { piece in
                let change = KindLearning.Change(piece, to: later[piece.id])
                return change.before == change.after ? nil : change
            },
            titles: sheet.pieces.count, answered: sheet.pieces.count { $0.learned != nil }, wouldAnswer: later.count)
    }

    /// The most answers of the person that are learned from, the newest.
    static let mostSaid = 2_000
    /// The most pieces of one rule, so that a rule about a whole repository does not decide alone.
    private static let mostOfRule = 50
    /// The most titles that are compared.
    private static let mostTitles = 2_000

    /// What the person said, each title once: what was said of the newest.
    private func said() throws -> [PublicID: Worth] {
        let said = try snapshot.saidKinds(limit: Self.mostSaid)
        let found = try snapshot.traces(of: said.map(\.id))
        let facts = Dictionary(found.map { ($0.trace.id, $0.facts) }, uniquingKeysWith: { first, _ in first })
        var titles: Set<String> = []
        var kinds: [PublicID: Worth] = [:]
        for (id, worth) in said {
            guard let facts = facts[id], KindLesson.canBe(facts), titles.insert(facts.title).inserted else { continue }
            kinds[id] = worth
        }
        return kinds
    }

    /// What rules say of the newest pieces of a period, each title once.
    private func ruled(in period: Period) throws -> [PublicID: Worth] {
        guard myJob.rules.contains(where: { $0.set.worth != nil }) else { return [:] }
        let compiledJob = try compiledJob()
        var needs = compiledJob.needs
        needs.people = needs.people || myJob.rules.contains { !$0.when.person.isEmpty }
        let span = period.clipped(to: today).interval(zones)
        let all = try snapshot.traces(in: span, needs: needs).filter { item in
            KindLesson.canBe(item.facts) && item.correction?.worth == nil && !item.trace.isOff
                && item.trace.flags.isDisjoint(with: [.isPrivate, .byOther])
        }.sorted { ($1.trace.at, $1.trace.id) < ($0.trace.at, $0.trace.id) }
        var times: [String: Int] = [:]
        var titles: Set<String> = []
        var kinds: [PublicID: Worth] = [:]
        for item in all {
            let worth = compiledJob.engine.read(item.facts, correction: item.correction).worth
            guard worth.by == .rule, let value = worth.value, times[worth.because, default: 0] < Self.mostOfRule,
                titles.insert(item.facts.title).inserted
            else { continue }
            times[worth.because, default: 0] += 1
            kinds[item.trace.id] = value
        }
        return kinds
    }

    /// In the order of time.
    private func lessons(_ kinds: [PublicID: Worth]) throws -> [KindLesson] {
        guard !kinds.isEmpty else { return [] }
        return try snapshot.traces(of: Array(kinds.keys)).filter {
            KindLesson.canBe($0.facts) && $0.trace.flags.isDisjoint(with: [.isPrivate, .byOther])
        }.sorted { ($0.trace.at, $0.trace.id) < ($1.trace.at, $1.trace.id) }.compactMap { item in
            kinds[item.trace.id].map {
                KindLesson(id: item.trace.id, subject: item.facts.title, paths: item.facts.paths, worth: $0)
            }
        }
    }
}

extension Asking {
    /// What the next step of learning kinds of work would be, and what it would change.
    package func learning() throws(LedgerError) -> KindLearning {
        let period = try lastTwelveMonths()
        return try inquire(.period(period)) { try $0.learning(period) }
    }
}
