import LedgerModel

extension OpenTimer {
    /// The longest time that an open timer counts, in seconds.
    package static let longest: Int64 = 43_200
}
