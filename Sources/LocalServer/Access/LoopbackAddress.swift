package import LedgerModel
import LocalFiles

/// An IPv4 address of this machine that no other machine can reach: 127.0.0.1 to 127.255.255.254.
///
/// The problem: browsers send a cookie to every port of an address, so whatever else listens on 127.0.0.1 gets the
/// cookie of Limelight too. On Linux each of these sixteen million addresses works as it is, so a ledger is served on one
/// of its own, where nothing else is expected to listen. macOS has only 127.0.0.1 until somebody adds another.
package struct LoopbackAddress: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package static let shared = LoopbackAddress(octets: [127, 0, 0, 1])

    private init(octets: [UInt8]) { description = octets.map(String.init).joined(separator: ".") }

    /// `localhost` is 127.0.0.1. `nil` for an address that other machines can reach, and for one that is no address.
    package init?(_ text: String) {
        guard text != "localhost" else {
            self = .shared
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let octets = parts.compactMap { UInt8($0) }
        // Written as it is read: 127.0.0.010 and 127.1 mean different things to different programs.
        guard octets.count == 4, octets.map(String.init) == parts.map(String.init), octets[0] == 127,
            octets != [127, 0, 0, 0], octets != [127, 255, 255, 255]
        else { return nil }
        self.init(octets: octets)
    }

    /// The address as a person gave it. Throws `.usage`.
    package init(given text: String) throws(LedgerError) {
        guard let address = LoopbackAddress(text) else {
            throw LedgerError(
                .usage, "“\(text)” is not an address that only this machine can reach",
                hint:
                    "Give 127.0.0.1, or another from 127.0.0.1 to 127.255.255.254. From another machine, use ssh: \(offer: .serve) prints the line there."
            )
        }
        self = address
    }

    /// One of those that begin with 127, but not with 127.0.0, where others listen.
    static func drawn(using random: inout some RandomNumberGenerator) -> LoopbackAddress {
        let (second, third) = (UInt8.random(in: 0...255, using: &random), UInt8.random(in: 0...255, using: &random))
        guard second != 0 || third != 0 else { return drawn(using: &random) }
        return LoopbackAddress(octets: [127, second, third, UInt8.random(in: 1...254, using: &random)])
    }
}

extension LoopbackAddress {
    /// The address of a ledger's own: drawn the first time it is served, and then kept beside it, so that a bookmark
    /// and a tunnel go on working. It is not in the ledger, for a copy on another machine draws its own.
    static func own(of ledger: String) -> LoopbackAddress {
        #if canImport(Darwin)
            return .shared
        #else
            let path = path(beside: ledger)
            if let bytes = try? FileReader.read(path, limit: 64),
                let known = LoopbackAddress(String(decoding: bytes, as: UTF8.self).trimmed)
            {
                return known
            }
            var random = SystemRandomNumberGenerator()
            let drawn = drawn(using: &random)
            // In a folder that cannot be written, the next server draws another.
            try? PrivateFile.write(Array("\(drawn)\n".utf8), to: path)
            return drawn
        #endif
    }

    static func path(beside ledger: String) -> String { (canonicalPath(ledger) ?? ledger) + ".address" }
}
