package import LedgerModel

/// What a piece of evidence means, and who decided each part of it.
package struct Reading: Sendable, Hashable {
    package var arena: Decided<Arena>
    package var responsibility: Decided<String>
    package var objective: Decided<String>
    package var worth: Decided<Worth>
    package var skills: [Decided<String>]
    /// The rule that takes the piece off the timeline.
    package var droppedBy: String?

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

    /// What counts as explained: its responsibility is known, or a hand or a rule set it to be for something
    /// other than the job. The default of a source alone explains nothing.
    package var isExplained: Bool {
        if responsibility.value != nil { return true }
        guard let value = arena.value, value != .job else { return false }
        return arena.by != .structure
    }

    /// The single-valued part, by which time is added up.
    package var meaning: Meaning {
        Meaning(
            arena: arena.value, responsibility: responsibility.value ?? "", objective: objective.value ?? "",
            worth: worth.value)
    }
}

/// A value, who decided it, and why; no value means unknown.
package struct Decided<Value: Sendable & Hashable>: Sendable, Hashable {
    package var value: Value?
    package var by: DecidedBy
    /// The rule's name, the source's default, the responsibility it was reached through.
    package var because: String

    package init(_ value: Value?, by: DecidedBy, because: String = "") {
        self.value = value
        self.by = value == nil ? .unknown : by
        self.because = value == nil ? "" : because
    }

    package static var unknown: Decided { Decided(nil, by: .unknown) }
}
