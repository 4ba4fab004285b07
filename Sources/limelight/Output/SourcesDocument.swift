import LedgerModel
import Questions

enum SourcesDocument {
    /// - Parameter old: sources that have brought nothing new for a long time, a sentence each.
    static func make(_ list: [SourceSummary], old: [String], zones: ZoneHistory) -> Document {
        guard !list.isEmpty else {
            return Document(
                title: "Sources", headline: ["There are no sources yet."],
                sections: [
                    .init(
                        Empty.title,
                        [
                            .empty(
                                "Each calendar and repository that is read, and what it holds.",
                                .sources)
                        ])
                ])
        }
        func day(_ instant: Instant?) -> String { instant.map { Period.date(zones.day(of: $0)) } ?? "–" }
        let total = list.reduce(0) { $0 + $1.evidence }
        var sections = [
            Document.Section(
                "Sources",
                [
                    .table(
                        .init(
                            columns: [
                                "Source", "Kind", "For", .number("Pieces"), .day("First"), .day("Last"), .day("Read"),
                                "Id",
                            ],
                            rows: list.map { item in
                                [
                                    [.text(item.source.name)],
                                    [
                                        .text(
                                            item.source.kind.descriptor.label
                                                + (item.source.isPrivate ? ", private" : ""))
                                    ],
                                    [item.source.arena.map { .text($0.label) } ?? .soft("unknown")],
                                    [.text(String(item.evidence))], [.text(day(item.first))], [.text(day(item.last))],
                                    [.text(day(item.source.lastImport))],
                                    [.soft(String(item.source.id.description.prefix(8)))],
                                ]
                            }))
                ])
        ]
        if !old.isEmpty { sections.append(Document.Section("Out of date", [.list(old.map { [.text($0)] })])) }
        let warned = list.filter { !$0.warnings.isEmpty }
        if !warned.isEmpty {
            sections.append(
                Document.Section(
                    "Warnings from the last reading",
                    warned.map { item in
                        .list(
                            [[.strong(item.source.name)]]
                                + item.warnings.prefix(10).map { [.soft("\($0.location): "), .text($0.message)] })
                    }))
        }
        return Document(
            title: "Sources",
            headline: [
                .text("\(Words.count(list.count, "source").sentence), \(Words.digits(total, "piece")) of evidence.")
            ],
            sections: sections)
    }
}
