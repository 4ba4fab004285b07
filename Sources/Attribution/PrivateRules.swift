package import LedgerModel

/// The rules of My job that keep only the times of what they match.
package struct PrivateRules: Sendable {
    private let rules: [(rule: Rule, condition: CompiledCondition)]
    private let zones: ZoneHistory

    /// Throws `.jobInvalid`, naming the rule, if an expression cannot be read.
    ///
    /// - Parameter old: A version of My job whose rules are left out.
    package init(_ myJob: MyJob, besides old: MyJob? = nil, zones: ZoneHistory) throws(LedgerError) {
        var compiled: [(rule: Rule, condition: CompiledCondition)] = []
        for rule in Self.new(myJob, besides: old) {
            let condition = RuleEngine.named(rule.when, myJob)
            compiled.append((rule, try CompiledCondition(condition, name: rule.key, zones: zones)))
        }
        rules = compiled
        self.zones = zones
    }

    private static func new(_ myJob: MyJob, besides old: MyJob?) -> [Rule] {
        let known = old?.rules.filter { $0.isPrivate == true } ?? []
        return myJob.rules.filter { rule in
            rule.isPrivate == true && !known.contains { $0.when == rule.when && $0.lasts(as: rule) }
        }
    }

    package var isEmpty: Bool { rules.isEmpty }

    package func hides(_ facts: EvidenceFacts) -> Bool {
        guard !rules.isEmpty else { return false }
        let day = zones.civil(facts.at).day
        return rules.contains { $0.rule.holds(on: day) && $0.condition.matches(facts) }
    }

    package var keys: [String] { rules.map(\.rule.key) }

    /// The rules that match whatever its title and text are.
    package var boundless: [String] {
        rules.filter { rule, condition in
            let when = rule.when
            var bare = Condition()
            (bare.title, bare.body) = (when.title, when.body)
            guard when == bare else { return false }
            return Self.samples.allSatisfy { text in
                condition.matches(EvidenceFacts(kind: .event, at: Instant(0), title: text, body: text))
            }
        }.map(\.rule.key)
    }

    /// Texts that have nothing in common.
    private static let samples = ["Stand-up", "7", "Zahnärztin", "会议", "–"]
}

extension Rule {
    /// Whether it holds on every day on which `other` does.
    fileprivate func lasts(as other: Rule) -> Bool {
        (from.map { from in other.from.map { from <= $0 } ?? false } ?? true)
            && (until.map { until in other.until.map { $0 <= until } ?? false } ?? true)
    }
}
