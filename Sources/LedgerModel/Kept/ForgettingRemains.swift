/// What forgetting a person cannot reach.
package struct ForgettingRemains: Sendable, Hashable {
    /// Single words of the name, which are looked for only together.
    package var parts: [String] = []
    /// Where sources lie: they must stay as they are to be read again.
    package var locators: [String] = []
    /// Keys of My job, to which rules and judgements refer.
    package var keys: [String] = []
    /// Pieces whose own id, given by their source, holds the name or address.
    package var externalIDs = 0

    package init() {}
}
