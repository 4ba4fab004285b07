/// A kind of work that was learned. It counts in no figure until the person confirms it.
package struct LearnedKind: Sendable, Hashable {
    package var worth: Worth
    /// From 0.8 to 1.
    package var chance: Double
    /// What weighed most, at most three: `“faster”`, `test files`.
    package var reasons: [String]
    /// Earlier answers like it, at most three.
    package var like: [Like] = []

    package struct Like: Sendable, Hashable {
        package var id: PublicID
        package var title: String

        package init(id: PublicID, title: String) { (self.id, self.title) = (id, title) }
    }

    package init(worth: Worth, chance: Double, reasons: [String]) {
        self.worth = worth
        self.chance = chance
        self.reasons = reasons
    }

    /// `probably makes it better (learned: “faster”, “cache”), not confirmed`
    package var sentence: String {
        let why = reasons.isEmpty ? "" : ": \(reasons.joined(separator: ", "))"
        return "probably \(worth.label) (learned\(why)), not confirmed"
    }
}
