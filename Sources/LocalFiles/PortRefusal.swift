#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Why a port cannot be listened on.
package enum PortRefusal: Sendable {
    /// By another program.
    case taken
    /// It is for the system alone.
    case forbidden

    /// By the number of an error; nil for all others.
    package init?(errorNumber: Int32) {
        switch errorNumber {
        case EADDRINUSE: self = .taken
        case EACCES: self = .forbidden
        default: return nil
        }
    }
}
