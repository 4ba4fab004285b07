package import LedgerModel

/// What each rule matches in a period, what no rule matches, and rules that never decide anything.
package struct RulesAnswer: Sendable {
    package var period: Period
    /// The number of pieces of work.
    package var seen: Int
    /// The number of pieces that no rule matches.
    package var missed: Int
    package var rules: [RuleUse]
    /// What no rule matches, by project or recurring title, most first.
    package var unmatched: [Group]

    package struct RuleUse: Sendable, Hashable {
        package var rule: String
        /// What surfaces call it.
        package var name: String
        package var matches: Int
        /// Pieces for which it decides at least one thing.
        package var decides: Int
        /// The repositories of which it names one, if there are several of that name.
        package var namesakes: [String]

        package init(rule: String, name: String? = nil, matches: Int, decides: Int, namesakes: [String] = []) {
            self.namesakes = namesakes
            self.rule = rule
            self.name = name ?? rule
            self.matches = matches
            self.decides = decides
        }

        package var remark: String {
            if matches == 0 { return "matches nothing in this period" }
            if decides == 0 { return "never reached: another rule or a word by hand decides" }
            return namesakes.count > 1 ? "means \(Words.list(namesakes))" : ""
        }
    }

    package struct Group: Sendable, Hashable {
        package var name: String
        package var pieces: Int
        /// The newest of them.
        package var example: PublicID
        package var title: String

        package init(name: String, pieces: Int, example: PublicID, title: String) {
            self.name = name
            self.pieces = pieces
            self.example = example
            self.title = title
        }
    }

    package init(period: Period, seen: Int, missed: Int, rules: [RuleUse], unmatched: [Group]) {
        self.period = period
        self.seen = seen
        self.missed = missed
        self.rules = rules
        self.unmatched = unmatched
    }
}

extension RulesAnswer {
    package func document() -> Document {
        guard !rules.isEmpty else {
            return Document(
                title: "Rules", headline: ["There are no rules yet."],
                sections: [
                    .init(
                        Empty.title, id: .toCome,
                        [
                            .empty(
                                "Each rule with what it matches. A rule says once what a kind of work is for.", .editJob
                            )
                        ])
                ])
        }
        var sections = [
            Document.Section(
                "Rules in order", id: .rules,
                [
                    .table(
                        .init(
                            columns: ["Rule", .number("Matches"), .number("Decides"), "Remark"],
                            rows: rules.map { line in
                                [
                                    [.text(line.name)], [.text(String(line.matches))], [.text(String(line.decides))],
                                    [.soft(line.remark)],
                                ]
                            }))
                ])
        ]
        if !unmatched.isEmpty {
            var blocks: [Document.Block] = [
                .table(
                    .init(
                        columns: ["Project or title", .number("Pieces"), "The newest"],
                        rows: unmatched.prefix(12).map { group in
                            [
                                [.text(group.name)], [.text(String(group.pieces))],
                                [.figure(group.title, EvidenceRef(pieces: [group.example]))],
                            ]
                        }))
            ]
            let rest = unmatched.dropFirst(12).reduce(0) { $0 + $1.pieces }
            if rest > 0 { blocks.append(.paragraph([.soft("And \(Words.digits(rest, "piece")) more.")])) }
            sections.append(.init("What no rule matches", id: .unmatched, blocks))
        }
        return Document(
            title: "Rules", period: period.text,
            headline: [
                .text("\(Words.count(rules.count, "rule").sentence) over \(Words.digits(seen, "piece")) of work; "),
                .text("\(missed) \(missed == 1 ? "matches" : "match") none."),
            ], sections: sections)
    }
}
