#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The seconds that were left when a signal came.
func sleepSeconds(_ seconds: UInt32) -> UInt32 { sleep(seconds) }
