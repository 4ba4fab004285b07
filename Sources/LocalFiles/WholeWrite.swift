import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Writes to a descriptor until all of it is taken.
///
/// A signal goes on where it stopped. A descriptor that does not block, as a pipe that its reader made so, is waited
/// for: a short write is never taken for a whole one.
enum WholeWrite {
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Errno) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = systemWrite(descriptor, start, rest.count)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                continue
            }
            // Nothing taken and no reason given would be asked for for ever.
            let error = count == 0 ? Errno.ioError : Errno(rawValue: errno)
            switch error {
            case .interrupted: continue
            case .resourceTemporarilyUnavailable, .wouldBlock: wait(for: descriptor)
            default: throw error
            }
        }
    }

    /// Until something can be written, or never can be again, which the next write tells.
    private static func wait(for descriptor: Int32) {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
    }
}

/// Small pieces for a descriptor, gathered and written as large ones.
struct GatheredPieces {
    private var bytes: [UInt8] = []
    private static let size = 1 << 16

    mutating func add(_ piece: some Sequence<UInt8>, to descriptor: Int32) throws(Errno) {
        bytes.append(contentsOf: piece)
        if bytes.count >= Self.size { try flush(to: descriptor) }
    }

    mutating func flush(to descriptor: Int32) throws(Errno) {
        let failure = bytes.withUnsafeBytes { (buffer) -> Errno? in
            do throws(Errno) { try WholeWrite.write(buffer, to: descriptor) } catch { return error }
            return nil
        }
        bytes.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
