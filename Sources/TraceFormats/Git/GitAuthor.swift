/// A person as git writes one: a name and an address, either of which may be empty.
package struct GitAuthor: Hashable, Sendable {
    package let name: String
    /// In lower case.
    package let mail: String

    package init(name: String, mail: String) {
        self.name = trimmed(name)
        self.mail = trimmed(mail).lowercased()
    }

    /// Reads `Name <mail>`, `<mail>`, `mail@example.org` or a bare name; `nil` if both are empty.
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

    /// The address in lower case, or the name if there is none.
    package var identity: String { mail.isEmpty ? name : mail }
}

private func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first.isWhitespace || first == "\"" { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace || last == "\"" { part = part.dropLast() }
    return String(part)
}

/// How many commits of a history each author has, after `.mailmap`. Programs that call themselves bots are left
/// out.
package struct GitAuthorCount: Sendable {
    private var counts: [ArraySlice<UInt8>: (author: GitAuthor, commits: Int)] = [:]
    /// Beyond this number, further authors are not counted.
    private static let most = 2_000

    package init() {}

    package mutating func add(_ record: GitLogRecord) {
        let key = record.authorKey
        if counts[key] != nil {
            counts[key]?.commits += 1
        } else if counts.count < Self.most, !record.hasNoAuthor {
            func text(_ field: GitLogFormat.Field) -> String { repaired(record[field]).text }
            counts[key] = (GitAuthor(name: text(.mappedName), mail: text(.mappedMail)), 1)
        }
    }

    /// Commits by identity; the name is one of those used with the address.
    package var authors: [(author: GitAuthor, commits: Int)] {
        Dictionary(grouping: counts.values, by: \.author.identity).compactMap { identity, found in
            guard !identity.isEmpty, !identity.contains("[bot]"),
                let first = found.max(by: { $0.commits < $1.commits }), !first.author.name.hasSuffix("[bot]")
            else { return nil }
            return (first.author, found.reduce(0) { $0 + $1.commits })
        }
    }
}
