#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

extension [UInt8] {
    /// The index of the first occurrence of `needle`; `nil` if there is none or `needle` is empty.
    ///
    /// Uses the C library, which compares many bytes at once and is several times faster on a dropped file.
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
