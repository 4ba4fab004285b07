#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Why the server cannot listen on an address and a port.
package enum PortRefusal: Sendable {
    /// Another program uses it.
    case taken
    /// It is reserved for the system.
    case forbidden
    /// This machine does not have the address.
    case noAddress

    /// Maps the number of an error; `nil` for all others.
    package init?(errorNumber: Int32) {
        switch errorNumber {
        case EADDRINUSE: self = .taken
        case EACCES: self = .forbidden
        case EADDRNOTAVAIL: self = .noAddress
        default: return nil
        }
    }
}
