package import LedgerModel
package import Questions

/// A review or a quarter as the text of a file for the person alone.
package enum ReviewPaper {
    /// - Parameter ending: `html` or `eml`. Throws `.usage` for another, and for a mail without an address.
    package static func render(
        _ document: Document, _ ending: String, _ head: Letterhead
    ) throws(LedgerError) -> String {
        switch ending.lowercased() {
        case "html", "htm": return html(document)
        case "eml": return try mail(document, head)
        default: throw LedgerError(.usage, "this is written as .html or .eml", hint: "End the file’s name so.")
        }
    }

    private static func html(_ document: Document) -> String {
        ReportHTML.render(document, for: .oneself, foot: ["Only for you."])
    }

    /// Addressed to the person, and to nobody else.
    private static func mail(_ document: Document, _ head: Letterhead) throws(LedgerError) -> String {
        let hint: Advice = "Say which is yours with: \(offer: .addAddress)"
        guard let address = head.address else {
            throw LedgerError(.usage, "a draft mail needs an address of yours", hint: hint)
        }
        let draft = DraftMail(
            address: address, name: head.name,
            subject: "\(document.title), \(document.period.lowercasedFirst)",
            date: head.at, text: TerminalText.render(document, width: 72), html: html(document))
        guard let draft else { throw LedgerError(.usage, "your address cannot stand in a mail", hint: hint) }
        return draft.message
    }
}
