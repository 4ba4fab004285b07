/// What a `.mailmap` says of the person that their own addresses do not.
package struct MailmapEffect: Sendable, Hashable {
    /// The commits of each address that only `.mailmap` makes the person's.
    package private(set) var taken: [String: Int] = [:]
    /// The commits of the person's addresses that it gives to somebody else.
    package var given = 0
    /// Beyond this number, further addresses are not counted.
    private static let most = 1_000

    package init() {}

    package mutating func take(_ address: String) {
        if taken[address] != nil || taken.count < Self.most { taken[address, default: 0] += 1 }
    }
}
