package import LedgerModel

/// Reads evidence by what the person said, then by rules, then by structure. The rest stays unknown.
package struct RuleEngine: Sendable {
    private let rules: [(rule: Rule, condition: CompiledCondition, name: WorkSign.Name?)]
    private let objectiveOfResponsibility: [String: String]
    private let zones: ZoneHistory
    /// Whether any rule takes pieces off the timeline.
    package let drops: Bool

    /// Throws `.jobInvalid`, naming the rule, if an expression cannot be read.
    package init(_ myJob: MyJob, zones: ZoneHistory) throws(LedgerError) {
        var compiled: [(rule: Rule, condition: CompiledCondition, name: WorkSign.Name?)] = []
        for rule in myJob.rules {
            let condition = try CompiledCondition(Self.named(rule.when, myJob), name: rule.key, zones: zones)
            compiled.append((rule, condition, WorkSign.Name(rule.key)))
        }
        rules = compiled
        drops = myJob.rules.contains { $0.set.drop == true }
        objectiveOfResponsibility = Dictionary(
            myJob.responsibilities.compactMap { item in item.objective.map { (item.key, $0) } },
            uniquingKeysWith: { first, _ in first })
        self.zones = zones
    }

    /// The condition with the keys of people in My job replaced by their names and addresses.
    static func named(_ condition: Condition, _ myJob: MyJob) -> Condition {
        var condition = condition
        for key in condition.person {
            guard let person = myJob.people.first(where: { $0.key == key.lowercased() }) else { continue }
            condition.person += [person.label] + person.identities
        }
        return condition
    }

    package func read(_ facts: EvidenceFacts, correction: Correction? = nil) -> Reading {
        var reading = Reading()
        if let correction { apply(correction, to: &reading) }
        applyRules(to: &reading, facts)
        // A commit to a drill is no drill.
        if reading.sign == nil, !reading.isReview { reading.sign = Self.sign(of: facts) }
        if facts.kind == .commit, reading.sign == .restoreTest { reading.sign = nil }
        // Nor is a meeting about tickets a ticket.
        if facts.kind == .event, reading.sign == .request { reading.sign = nil }
        // Someone who says that it took place wants it on the timeline, whatever a rule says.
        if correction?.happened == true { reading.droppedBy = nil }
        if reading.arena.value == nil, let arena = facts.arena {
            reading.arena = Decided(arena, by: .structure, because: "default of its source")
        }
        if reading.objective.value == nil { reading.objective = objective(of: reading.responsibility) }
        return reading
    }

    /// The reading with a responsibility that it inherits. The objective of that is shown, and counts for nothing.
    package func inheriting(_ responsibility: String, because: String, _ reading: Reading) -> Reading {
        var reading = reading
        reading.responsibility = Decided(responsibility, by: .inherited, because: because)
        if reading.objective.value == nil { reading.objective = objective(of: reading.responsibility) }
        return reading
    }

    private func objective(of responsibility: Decided<String>) -> Decided<String> {
        guard let key = responsibility.value, let objective = objectiveOfResponsibility[key] else { return .unknown }
        return Decided(objective, by: responsibility.by, because: "objective of responsibility “\(key)”")
    }

    /// The rules that match, in order, as `rules test` shows them.
    package func rules(matching facts: EvidenceFacts) -> [Rule] {
        let day = zones.civil(facts.at).day
        return rules.filter { $0.rule.holds(on: day) && $0.condition.matches(facts) }.map(\.rule)
    }

    private func apply(_ correction: Correction, to reading: inout Reading) {
        let by = DecidedBy.hand
        reading.arena = Decided(correction.arena, by: by)
        reading.responsibility = Decided(correction.responsibility, by: by)
        reading.objective = Decided(correction.objective, by: by)
        reading.worth = Decided(correction.worth, by: by)
        reading.skills = (correction.skills ?? []).map { Decided($0, by: by) }
    }

    private func applyRules(to reading: inout Reading, _ facts: EvidenceFacts) {
        guard !rules.isEmpty else { return }
        let day = zones.civil(facts.at).day
        for (rule, condition, name) in rules where rule.holds(on: day) && condition.matches(facts) {
            let set = rule.set
            if reading.sign == nil, !reading.isReview, let name {
                switch name {
                case .sign(let sign): reading.sign = sign
                case .review: reading.isReview = true
                }
            }
            if set.drop == true, reading.droppedBy == nil, !reading.isExplained { reading.droppedBy = rule.key }
            if reading.arena.value == nil { reading.arena = Decided(set.arena, by: .rule, because: rule.key) }
            if reading.responsibility.value == nil {
                reading.responsibility = Decided(set.responsibility, by: .rule, because: rule.key)
            }
            if reading.objective.value == nil {
                reading.objective = Decided(set.objective, by: .rule, because: rule.key)
            }
            if reading.worth.value == nil { reading.worth = Decided(set.worth, by: .rule, because: rule.key) }
            for skill in set.skills where !reading.skills.contains(where: { $0.value == skill }) {
                reading.skills.append(Decided(skill, by: .rule, because: rule.key))
            }
        }
    }
}

extension RuleEngine {
    /// What the tags of a piece or its calendar show, where no rule names it.
    fileprivate static func sign(of facts: EvidenceFacts) -> WorkSign? {
        let names = (facts.tags + (facts.kind == .event ? facts.calendars : [])).compactMap { WorkSign.Name($0) }
        guard !names.contains(.review) else { return nil }
        return WorkSign.allCases.first { names.contains(.sign($0)) }
    }
}

/// What a piece of evidence means, and who or what decided each part.
package struct Reading: Sendable, Hashable {
    package var arena: Decided<Arena>
    package var responsibility: Decided<String>
    package var objective: Decided<String>
    package var worth: Decided<Worth>
    package var skills: [Decided<String>]
    /// The rule that takes the piece off the timeline.
    package var droppedBy: String?
    /// What it shows of a running system.
    package var sign: WorkSign?
    /// Whether a rule calls it a review of incidents, which is none itself.
    fileprivate var isReview = false

    package init(
        arena: Decided<Arena> = .unknown, responsibility: Decided<String> = .unknown,
        objective: Decided<String> = .unknown, worth: Decided<Worth> = .unknown, skills: [Decided<String>] = []
    ) {
        self.arena = arena
        self.responsibility = responsibility
        self.objective = objective
        self.worth = worth
        self.skills = skills
    }

    /// Whether the piece counts as explained: its responsibility is known, or the person or a rule said that it is for
    /// something other than the job. The default of its source is not enough.
    package var isExplained: Bool {
        if responsibility.value != nil { return true }
        guard let value = arena.value, value != .job else { return false }
        return arena.by != .structure
    }

    /// The single-valued dimensions, by which time is summed. Nothing counts for an objective that is inherited.
    package var meaning: Meaning {
        var meaning = Meaning(arena: arena.value, worth: worth.value)
        if objective.by != .inherited { meaning.objective = objective.value ?? "" }
        guard let key = responsibility.value else { return meaning }
        if responsibility.by == .inherited { return meaning.inheriting(key) }
        meaning.responsibility = key
        return meaning
    }
}

/// A value, who decided it, and why. `nil` means unknown.
package struct Decided<Value: Sendable & Hashable>: Sendable, Hashable {
    package var value: Value?
    package var by: DecidedBy
    /// The name of the rule, the default of the source, or the responsibility from which it follows.
    package var because: String

    package init(_ value: Value?, by: DecidedBy, because: String = "") {
        self.value = value
        self.by = value == nil ? .unknown : by
        self.because = value == nil ? "" : because
    }

    package static var unknown: Decided { Decided(nil, by: .unknown) }
}
