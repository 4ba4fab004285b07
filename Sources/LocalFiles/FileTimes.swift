#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// When a file was written, in seconds since 1970.
package enum FileTimes {
    /// When a file was written last; nil where there is none.
    package static func modified(_ path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            return Int64(status.st_mtimespec.tv_sec)
        #else
            return Int64(status.st_mtim.tv_sec)
        #endif
    }

    /// Says when a file was written; nothing where there is none.
    package static func setModified(_ path: String, _ seconds: Int64) {
        let times = both(seconds)
        utimensat(AT_FDCWD, path, times, 0)
    }

    static func setModified(_ descriptor: Int32, _ seconds: Int64) {
        let times = both(seconds)
        futimens(descriptor, times)
    }

    private static func both(_ seconds: Int64) -> [timespec] {
        [timespec](repeating: timespec(tv_sec: Int(seconds), tv_nsec: 0), count: 2)
    }
}
