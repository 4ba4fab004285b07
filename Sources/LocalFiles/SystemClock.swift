#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// The clock of this machine.
package enum SystemClock {
    /// Seconds since 1970, floored.
    package static var seconds: Int64 { Int64(time(nil)) }

    /// Blocks this thread, for code that does not run in a task. A signal ends the wait early.
    package static func wait(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return }
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        nanosleep(&time, nil)
    }
}
