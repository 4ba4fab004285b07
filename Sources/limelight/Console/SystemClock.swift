import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum SystemClock {
    /// The wall clock, floored to a second.
    static var now: Instant { Instant(Int64(time(nil))) }
}
