/// A step of learning kinds of work from the person’s own answers.
package struct LearnedStep: Sendable, Hashable {
    /// From 1.
    package var number: Int
    package var at: Instant
    /// What was said of each piece when it was learned from.
    package var kinds: [PublicID: Worth]

    package init(number: Int, at: Instant, kinds: [PublicID: Worth]) {
        (self.number, self.at, self.kinds) = (number, at, kinds)
    }
}
