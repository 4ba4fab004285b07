import LedgerModel
import LedgerOperations
import LocalFiles
import Questions
import Renderings

/// A review or a quarter as files that only the person may read.
struct ReviewFiles {
    let ledger: Ledger
    let document: Document
    private let zones: ZoneHistory

    init(_ ledger: Ledger, _ document: Document) throws {
        self.ledger = ledger
        self.document = document
        zones = try ledger.asking.zones()
    }

    /// As the ending of the name says. Throws `.usage` for another, and for a mail without an address.
    func write(to path: String) throws {
        switch path.split(separator: ".").last.map({ $0.lowercased() }) {
        case "html", "htm": try write(html, to: path)
        case "eml": try write(mail(), to: path)
        default:
            throw LedgerError(
                .usage, "this is written as .html or .eml", location: path, hint: "End the file’s name so.")
        }
    }

    private func write(_ text: String, to path: String) throws {
        try PrivateFile.write(Array(text.utf8), to: path, sparing: Keeping.files(of: ledger.path))
    }

    var html: String { ReportHTML.render(document, for: .oneself, foot: ["Only for you."]) }

    /// Addressed to the person, and to nobody else.
    func mail() throws -> String {
        let hint: Advice = "Say which is yours with: \(offer: .addAddress)"
        guard let address = try ledger.reviewing.ownAddress() else {
            throw LedgerError(.usage, "a draft mail needs an address of yours", hint: hint)
        }
        let text = TerminalText.render(document, width: 72)
        let draft = DraftMail(
            address: address, name: try ledger.myJob.frame().name,
            subject: "\(document.title), \(document.period.lowercasedFirst)",
            date: zones.civil(ledger.now), text: text, html: html)
        guard let draft else {
            throw LedgerError(.usage, "your address cannot stand in a mail", hint: hint)
        }
        return draft.message
    }
}
