import LedgerModel
import LocalFiles

/// The private file beside a ledger that says where it is served, and by which secret links are made.
///
/// The server holds it, so a file that a killed server left behind is not taken for one that runs.
final class ServeFile: Sendable {
    /// What a running server wrote.
    struct Content: Sendable {
        var port: Int
        var pid: Int32
        var secret: String

        var text: String { "\(port)\n\(pid)\n\(secret)\n" }

        init(port: Int, pid: Int32, secret: String) {
            self.port = port
            self.pid = pid
            self.secret = secret
        }

        init?(_ text: String) {
            let lines = text.split(separator: "\n").map(String.init)
            guard lines.count == 3, let port = Int(lines[0]), (1...65_535).contains(port), let pid = Int32(lines[1]),
                lines[2].count >= 32
            else { return nil }
            self.init(port: port, pid: pid, secret: lines[2])
        }
    }

    /// Beside the ledger itself, by whatever name it was opened.
    static func path(beside ledger: String) -> String { (canonicalPath(ledger) ?? ledger) + ".serve" }

    private let path: String
    private let file: HeldFile

    /// Takes the file for this process. Throws `.ledgerServed` when another one serves the ledger, or
    /// `.unwritable`.
    init(beside ledger: String) throws(LedgerError) {
        path = Self.path(beside: ledger)
        do throws(HeldFile.Refusal) { file = try HeldFile(path) } catch { throw Self.refused(error, path) }
    }

    /// Takes the name away while the lock still holds.
    func end() { file.removeName() }

    /// Says where the server listens now.
    func write(_ content: Content) throws(LedgerError) {
        guard file.write(Array(content.text.utf8)) else {
            throw LedgerError(
                .diskFull, "the file that lets you in could not be written", location: path,
                hint: "Free some space and try again.")
        }
    }

    /// Where `ledger` is served now; nil when it is not.
    static func running(_ ledger: String) -> Content? {
        HeldFile.content(ofHeld: path(beside: ledger)).flatMap(content)
    }

    private static func refused(_ refusal: HeldFile.Refusal, _ path: String) -> LedgerError {
        switch refusal {
        case .held(let bytes):
            let place = content(bytes).map { " at http://127.0.0.1:\($0.port)" } ?? ""
            return LedgerError(
                .ledgerServed, "this ledger is served already\(place)", hint: "Get a new link with \(offer: .open).")
        case .foreign:
            return LedgerError(
                .unwritable, "the file that lets you in is not yours alone", location: path,
                hint: "Look at who made it, and take it away.")
        case .unwritable:
            return LedgerError(
                .unwritable, "the file that lets you in cannot be written", location: path,
                hint: "Check that you may write beside the ledger.")
        }
    }

    private static func content(_ bytes: [UInt8]) -> Content? { Content(String(decoding: bytes, as: UTF8.self)) }
}
