import LedgerModel
import LocalFiles

/// The private file beside a ledger that says where it is served, and holds the secret that links are made with.
///
/// The running server locks it, so a file left behind by a killed server is not mistaken for a running one.
final class ServeFile: Sendable {
    /// What a running server has written.
    struct Content: Sendable {
        var address: LoopbackAddress
        var port: Int
        var pid: Int32
        var secret: String

        var text: String { "\(port)\n\(pid)\n\(secret)\n\(address)\n" }

        init(address: LoopbackAddress = .shared, port: Int, pid: Int32, secret: String) {
            self.address = address
            self.port = port
            self.pid = pid
            self.secret = secret
        }

        init?(_ text: String) {
            let lines = text.split(separator: "\n").map(String.init)
            guard lines.count == 4, let port = Int(lines[0]), (1...65_535).contains(port), let pid = Int32(lines[1]),
                lines[2].count >= 32, let address = LoopbackAddress(lines[3])
            else { return nil }
            self.init(address: address, port: port, pid: pid, secret: lines[2])
        }
    }

    /// Beside the ledger itself, whatever name it was opened by.
    static func path(beside ledger: String) -> String { (canonicalPath(ledger) ?? ledger) + ".serve" }

    private let path: String
    private let file: LockFile

    /// Takes the file for this process. Throws `.ledgerServed` when another one serves the ledger, or
    /// `.unwritable`.
    init(beside ledger: String) throws(LedgerError) {
        path = Self.path(beside: ledger)
        do throws(LockFile.Refusal) { file = try LockFile(path) } catch { throw Self.refused(error, path) }
    }

    /// Removes the file while the lock still holds.
    func end() { file.removeName() }

    /// Says where the server listens now.
    func write(_ content: Content) throws(LedgerError) {
        guard file.write(Array(content.text.utf8)) else {
            throw LedgerError(
                .diskFull, "the access file could not be written", location: path,
                hint: "Free some space and try again.")
        }
    }

    /// Where `ledger` is being served; `nil` if it is not.
    static func running(_ ledger: String) -> Content? {
        LockFile.content(ofHeld: path(beside: ledger)).flatMap(content)
    }

    private static func refused(_ refusal: LockFile.Refusal, _ path: String) -> LedgerError {
        switch refusal {
        case .held(let bytes):
            let place = content(bytes).map { " at http://\($0.address):\($0.port)" } ?? ""
            return LedgerError(
                .ledgerServed, "this ledger is already being served\(place)",
                hint: "Get a new link with \(offer: .open).")
        case .foreign:
            return LedgerError(
                .unwritable, "others can use the access file", location: path,
                hint: "Find out who made it, and delete it.")
        case .unwritable:
            return LedgerError(
                .unwritable, "the access file cannot be written", location: path,
                hint: "Check that you can write to the folder of the ledger.")
        }
    }

    private static func content(_ bytes: [UInt8]) -> Content? { Content(String(decoding: bytes, as: UTF8.self)) }
}
