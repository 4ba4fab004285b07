/// A person as git writes one: a name and an address, either may be empty.
package struct GitAuthor: Hashable, Sendable {
    package let name: String
    /// In lower case.
    package let mail: String

    package init(name: String, mail: String) {
        self.name = trimmed(name)
        self.mail = trimmed(mail).lowercased()
    }

    /// Reads `Name <mail>`, `<mail>`, `mail@example.org` or a bare name; nil when nothing is left.
    package init?(value: String) {
        if let open = value.lastIndex(of: "<"), let close = value[open...].firstIndex(of: ">") {
            self.init(name: String(value[..<open]), mail: String(value[value.index(after: open)..<close]))
        } else {
            let text = trimmed(value)
            let isAddress = text.contains("@") && !text.contains(" ")
            self.init(name: isAddress ? "" : text, mail: isAddress ? text : "")
        }
        if identity.isEmpty { return nil }
    }

    /// The address in lower case, or the name where there is none.
    package var identity: String { mail.isEmpty ? name : mail }
}

private func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first.isWhitespace || first == "\"" { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace || last == "\"" { part = part.dropLast() }
    return String(part)
}
