import LedgerModel
import Questions
import Renderings

enum SortOutput {
    /// One group, examples of it, and the keys.
    static func document(
        _ group: SortGroup, _ sheet: SortSheet, _ choices: [SortChoice], withKeys: Bool, last: String? = nil
    ) -> Document {
        var about: [Document.Block] = [.paragraph([.soft("\(group.what.sentence); \(group.size).")])]
        if !group.examples.isEmpty {
            about.append(
                .list(
                    group.examples.map { example in
                        [.soft("\(Period.date(sheet.base.zones.day(of: example.at)))  "), .text(cut(example.title))]
                    }))
        }
        let suggested = sheet.suggestion(for: group, among: choices)
        if let suggested { about.append(.paragraph([.text(suggested.words)])) }
        if group.canSplit { about.append(.paragraph([.soft("In it: \(group.partsText).")])) }
        var sections = [Document.Section("", about)]
        if withKeys { sections.append(.init("", keys(choices, group, suggested?.choice) + kinds(last))) }
        return Document(title: "Sort", headline: sheet.question(group), sections: [.init("", [bar(sheet)])] + sections)
    }

    /// A line that asks what kind of work the last answer was about; nothing if there is none.
    static func kinds(_ last: String?) -> [Document.Block] {
        last.map { [.paragraph([.soft("What kind of work was it? \($0)")]), kindKeys] } ?? []
    }

    /// The same once no group is left.
    static func kind(of last: String) -> Document {
        Document(
            title: "Sort", headline: [.text("What kind of work was it? \(last)")],
            sections: [.init("", [kindKeys, .keys([("u", "undo"), ("q", "quit")])])])
    }

    private static var kindKeys: Document.Block { .keys(SortKind.all.map { ($0.key, $0.worth.label) }) }

    private static func keys(
        _ choices: [SortChoice], _ group: SortGroup, _ suggested: SortChoice?
    ) -> [Document.Block] {
        func of(_ sections: Set<SortChoice.Section>) -> [(String, String)] {
            choices.filter { sections.contains($0.section) && !$0.key.isEmpty }.map { ($0.key, $0.label) }
        }
        let named = of([.responsibilities])
        return (suggested.map { [.keys([(SortChoice.suggested, "yes, \($0.label)")])] } ?? [])
            + (group.category.map { [.keys([("c", "\($0), as what I am judged on")])] } ?? []) + [
                .keys(named + [("+", named.isEmpty ? "name what you are measured on" : "another one")]),
                .keys(of([.job, .desk])), .keys(of([.beside])),
                .keys(
                    of([.off]) + [("l", "later")] + (group.canSplit ? [("x", "in parts")] : [])
                        + [("u", "undo"), ("q", "quit")]),
            ]
    }

    /// How much is explained, as a bar.
    static func bar(_ sheet: SortSheet) -> Document.Block {
        .chart(
            .bars(
                BarChart(
                    bars: [
                        .init(
                            label: "Explained", value: Double(sheet.explained),
                            text: "\(Hours.percent(sheet.explained, of: sheet.traced)) of \(Hours.text(sheet.traced))",
                            tone: .growth)
                    ], whole: Double(max(1, sheet.traced)))))
    }

    static func empty(_ sheet: SortSheet) -> Document {
        Document(
            title: "Sort", headline: ["Nothing is on record for this period, so there is nothing to sort."],
            sections: [
                .init(
                    Empty.title,
                    [
                        .empty(
                            "The hours that are not placed yet, largest first. A calendar or a repository gives most of them.",
                            .sources)
                    ])
            ])
    }

    static func end(_ sheet: SortSheet, answers: Int, later: Int) -> Document {
        var headline = sheet.standing + [.text(".")]
        if sheet.groups.isEmpty, sheet.undecided == 0 { headline = ["Everything that counts is placed."] }
        var lines: [[Document.Span]] = []
        if answers > 0 {
            lines.append([
                .text(
                    "\(Words.count(answers, "answer").sentence) saved as \(answers == 1 ? "a rule" : "rules") in My job. See what they do: "
                ),
                .offer(.testRules),
            ])
        }
        if later > 0 {
            lines.append([.text("\(Words.count(later, "group").sentence) left for later: "), .offer(.sort)])
        }
        return Document(
            title: "Sort", period: sheet.base.period.text, headline: headline,
            sections: lines.isEmpty ? [] : [.init("", lines.map { .paragraph($0) })])
    }

    private static func cut(_ text: String) -> String { text.count > 70 ? text.prefix(69) + "…" : text }

    static func json(_ sheet: SortSheet) -> JSON {
        let base = sheet.base
        func example(_ example: SortGroup.Example) -> JSON {
            [
                "id": .string(example.id.description), "at": .string(base.zones.civil(example.at).rfc3339),
                "title": .string(example.title),
            ]
        }
        func suggested(_ group: SortGroup) -> JSON {
            guard let suggestion = group.suggestion else { return nil }
            return [
                "answer": .string(suggestion.answer.text), "seconds": .integer(suggestion.seconds),
                "decided_seconds": .integer(suggestion.decided),
            ]
        }
        let groups = sheet.groups.map { group -> JSON in
            [
                "id": .string(group.id), "kind": .string(group.kind.rawValue), "name": .string(group.name),
                "within": group.within.isEmpty ? .null : .string(group.within), "seconds": .integer(group.seconds),
                "suggested": suggested(group), "evidence_count": JSON(group.pieces.count),
                "evidence": .array(group.pieces.prefix(20).map { .string($0.description) }),
                "evidence_query": .string(sheet.ref(group).query), "head_count": JSON(group.headCount),
                "examples": .array(group.examples.map(example)),
                "parts": .array(
                    group.parts.prefix(20).map { ["name": .string($0.name), "seconds": .integer($0.seconds)] }),
            ]
        }
        return AnswerJSON(base) { $0.ids }.head("sort") + [
            "traced_seconds": .integer(sheet.traced), "explained_seconds": .integer(sheet.explained),
            "explained_share": .number(sheet.share), "inherited_seconds": .integer(sheet.inherited),
            "groups": .array(groups),
        ]
    }
}
