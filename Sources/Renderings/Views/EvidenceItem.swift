package import LedgerModel

/// One piece of evidence on one line of a list.
package struct EvidenceItem: Sendable {
    package var id: PublicID
    /// `Tue 17 March 2026, 13:00–15:00`
    package var time: String
    package var source: String
    package var kind: String
    package var title: String
    package var snippet: String
    /// Who else was there.
    package var people: String = ""
    /// What it was read as and why; nil where a list does not say.
    package var reading: (read: String, why: String)?

    package init(
        id: PublicID, time: String, source: String, kind: String, title: String, snippet: String = ""
    ) {
        self.id = id
        self.time = time
        self.source = source
        self.kind = kind
        self.title = title
        self.snippet = snippet
    }

    var values: [String: Any] {
        [
            "href": PagePath.show(id), "id": "\(id)", "time": time, "source": filled(source), "what": filled(kind),
            "title": title.isEmpty ? "(private)" : title, "snippet": filled(snippet),
            "with": filled(people), "says": reading != nil, "reads": filled(reading?.read),
            "why": filled(reading?.why), "correct": PagePath.show(id) + "?correct=yes",
        ]
    }
}
