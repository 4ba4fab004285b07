import Attribution
import LedgerModel
import LedgerStore
import LocalFiles
import Questions

/// Rules with `private: yes`: what they match loses its words for good, so they are a plan that is asked about.
extension JobEditing {
    /// What private rules that are new take out of what was read before.
    struct PrivateReach {
        /// The pieces whose current version matches, and others of which only older versions do.
        var rows: [Int64] = []
        var olderOnly: [Int64] = []
        /// The pieces that match and are not in `series`, and the series that match as a whole.
        var pieces = 0
        var series = 0
        /// The number of pieces with words.
        var all = 0
        var titles: Set<String> = []
        /// Where they were read.
        var sources: Set<Source> = []

        var isEmpty: Bool { rows.isEmpty && olderOnly.isEmpty }
    }

    func reach(of rules: PrivateRules, _ snapshot: Snapshot) throws -> PrivateReach {
        var reach = PrivateReach()
        guard !rules.isEmpty else { return reach }
        var (hidden, older): (Set<Int64>, Set<Int64>) = ([], [])
        var members: [String: (all: Int, hidden: Int)] = [:]
        try snapshot.eachWithWords { version in
            if version.isCurrent {
                reach.all += 1
                if let series = version.series { members[series, default: (0, 0)].all += 1 }
            }
            guard rules.hides(version.facts) else { return }
            reach.titles.insert(version.facts.title)
            reach.sources.formUnion(version.sources)
            guard version.isCurrent else {
                older.insert(version.row)
                return
            }
            hidden.insert(version.row)
            if let series = version.series { members[series, default: (0, 0)].hidden += 1 }
        }
        let whole = members.values.filter { $0.all == $0.hidden }
        reach.rows = hidden.sorted()
        reach.olderOnly = older.subtracting(hidden).sorted()
        reach.series = whole.count
        reach.pieces = hidden.count - whole.reduce(0) { $0 + $1.hidden }
        return reach
    }

    /// What saving `new` takes away for good through its private rules, one sentence each.
    func takenByPrivateRules(
        _ new: MyJob, besides old: MyJob
    ) throws(LedgerError) -> (sentences: [String], takesWords: Bool) {
        let rules = try PrivateRules(new, besides: old, zones: ownZones(new))
        guard !rules.isEmpty else { return ([], false) }
        let reach = try store.read { try self.reach(of: rules, $0) }
        let names = Words.list(rules.keys.map { "“\($0)”" })
        var sentences: [String] = []
        if !rules.boundless.isEmpty {
            sentences.append(
                "The rule \(Words.list(rules.boundless.map { "“\($0)”" })) matches everything, whatever its title is.")
        }
        if reach.rows.isEmpty {
            sentences.append("The private rule \(names) takes no words out of what was read before.")
        } else {
            let lost = [
                reach.pieces > 0 ? Words.digits(reach.pieces, "piece") : nil,
                reach.series > 0 ? Words.digits(reach.series, "series", "series") : nil,
            ].compactMap { $0 }
            let all = reach.rows.count == reach.all ? ", which is everything that has words" : ""
            sentences.append(
                "The private rule \(names) takes the words out of \(Words.list(lost))\(all), for good: titles, texts, people and tags. Only the times stay."
            )
        }
        if !reach.olderOnly.isEmpty {
            sentences.append("It deletes older versions of \(Words.digits(reach.olderOnly.count, "other piece")) too.")
        }
        sentences.append("What is read later and matches keeps its time only.")
        let backups = store.backups()
        if !reach.isEmpty, !backups.isEmpty {
            sentences.append("Backups beside the ledger may still hold the words: \(backups.joined(separator: ", "))")
        }
        return (sentences, !reach.isEmpty)
    }

    /// Takes the words out, in the transaction in which the rules are saved. Returns what was reached.
    func applyPrivateRules(_ new: MyJob, besides old: MyJob, _ transaction: Transaction) throws -> PrivateReach {
        let rules = try PrivateRules(new, besides: old, zones: world.ownZones(new, transaction.snapshot))
        let reach = try reach(of: rules, transaction.snapshot)
        guard !reach.isEmpty else { return reach }
        try transaction.hideWords(of: reach.rows, olderVersionsOf: reach.olderOnly)
        try transaction.note(.madePrivate, action: ulid())
        return reach
    }
}
