#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

extension [UInt8] {
    /// Where `needle` first stands; nil when it does not, and for an empty one.
    ///
    /// The C library looks at many bytes at once: a dropped file is searched several times faster than byte by byte.
    package func position(of needle: [UInt8]) -> Int? {
        guard let first = needle.first else { return nil }
        return withUnsafeBytes { hay in
            needle.withUnsafeBytes { needle in
                guard let start = hay.baseAddress, let wanted = needle.baseAddress else { return nil }
                var at = 0
                while at + needle.count <= hay.count {
                    let room = hay.count - needle.count + 1 - at
                    guard let found = memchr(start + at, Int32(first), room) else { return nil }
                    at = UnsafeRawPointer(found) - start
                    if memcmp(start + at, wanted, needle.count) == 0 { return at }
                    at += 1
                }
                return nil
            }
        }
    }
}
