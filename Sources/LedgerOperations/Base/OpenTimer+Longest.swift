import LedgerModel

extension OpenTimer {
    /// An open timer counts for at most this many seconds.
    package static let longest: Int64 = 43_200
}
