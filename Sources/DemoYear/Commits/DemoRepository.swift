package import LedgerModel

/// A repository as the input of `git fast-import`, its branch `main`.
package struct DemoRepository: Sendable, Hashable {
    package let name: String
    /// What its commits are for.
    package let arena: Arena
    package let stream: [UInt8]
    /// How many commits the stream makes, by anybody.
    package let commits: Int
}
