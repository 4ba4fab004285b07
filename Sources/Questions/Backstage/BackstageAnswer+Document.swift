import LedgerModel

extension BackstageAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Behind the scenes"
        guard input.total.high > 0 || !people.isEmpty else {
            return Empty.nothingSeen(
                title, input,
                "Your development, your relationships and your side projects side by side, and with whom it has grown "
                    + "silent.",
                ways: [.calendar, .oneOnOnes])
        }
        return Document(
            title: title, period: input.period.text, headline: headline(input), base: input.asking?.spans ?? [],
            sections: [ledgerSection(), nextSection(input), pairSection(input), peopleSection(input)].compactMap {
                $0
            })
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        var spans: [Document.Span] = []
        // What no source could show is not called nothing.
        let seen = ledgers.filter { $0.spent.seconds > 0 }
        for (index, line) in seen.enumerated() {
            if index > 0 { spans.append(.text(index == seen.count - 1 ? " and " : ", ")) }
            let hours = Hours.text(line.spent.seconds, tenths: line.tenths)
            spans += [.figure(hours, line.ref), .text(" \(index == 0 ? "went to" : "to") \(Self.name(line.arena))")]
        }
        if seen.isEmpty {
            spans.append("Nothing on record here is said to be for development, relationships or side projects.")
        } else {
            let least = seen.count == ledgers.count ? quietest : nil
            spans.append(.text(least.map { "; \(Self.name($0)) is the quietest." } ?? "."))
        }
        if let silent = longestSilent(input) {
            spans += [
                .text(" Not spoken with since "),
                .figure(Period.date(input.zones.day(of: silent.last)), silent.ref), .text(": \(silent.name)."),
            ]
        }
        return spans
    }

    func longestSilent(_ input: AnswerBase) -> Tie? { Self.longestSilent(people, input) }

    /// Those of whom a silence is told: My job, the person or an open ask names them, they do not rest, their tie is not
    /// near, and there was no direct contact for two weeks, since less is not a silence.
    static func silences(_ people: [Tie], _ input: AnswerBase) -> [Tie] {
        people.filter {
            $0.strength != .near && input.heardUntil - $0.last >= 14 * 86_400 && input.isNamed($0)
                && !input.resting.contains($0.person)
        }
    }

    static func longestSilent(_ people: [Tie], _ input: AnswerBase) -> Tie? {
        silences(people, input).min { ($0.last, $0.person) < ($1.last, $1.person) }
    }

    /// The people of the table: those who are named, and those met in small meetings. The one of whom the advice speaks
    /// is always among them. The latest contact comes first.
    package func listed(_ input: AnswerBase) -> [Tie] {
        let counted = people.filter { $0.isMet || input.isNamed($0) }
        var listed = Array(counted.prefix(Self.mostListed))
        if let silent = longestSilent(input), !listed.contains(silent), counted.contains(silent) {
            listed[listed.count - 1] = silent
        }
        return listed.sorted { ($1.last, $0.name, $0.person) < ($0.last, $1.name, $1.person) }
    }

    private static let mostListed = 25

    /// `nil` while there is nothing to set beside anything.
    private func ledgerSection() -> Document.Section? {
        let rows = ledgers.filter { $0.spent.high > 0 || $0.previous.high > 0 || $0.pieces > 0 }
        guard !rows.isEmpty else { return nil }
        return Document.Section(
            "Three ledgers", id: .threeLedgers,
            [
                .table(
                    Document.Table(
                        columns: ["Ledger", .number("Hours"), .number("Before"), .number("Pieces")],
                        rows: rows.map { line in
                            [
                                [.text(Self.name(line.arena).sentence)],
                                [.figure(Hours.column(tenths: line.tenths), line.ref)],
                                [.soft(Hours.column(line.previous.seconds))], [.figure(String(line.pieces), line.ref)],
                            ]
                        }))
            ])
    }

    private func pairSection(_ input: AnswerBase) -> Document.Section? {
        guard !pairs.isEmpty else { return nil }
        // Columns of which no row has anything to say are left out.
        let isUnsure = pairs.contains { $0.perhaps > 0 }
        let hasMoved = pairs.contains { !$0.moved.isEmpty }
        return Document.Section(
            "1:1s", id: .pairs, onlyForYou: true,
            [
                .table(
                    Document.Table(
                        columns: ["With", "Last", "Next", .number("Held")]
                            + (isUnsure ? [.number("Perhaps held")] : []) + [.number("Cancelled")]
                            + (hasMoved ? ["Moved"] : []),
                        rows: pairs.map { pair in
                            [
                                [.figure(pair.name, pair.ref)],
                                [.text(pair.last.map { Period.date(input.zones.day(of: $0)) } ?? "–")],
                                [
                                    pair.next.map { .text(Period.date(input.zones.day(of: $0))) }
                                        ?? .soft("none planned")
                                ],
                                [.figure(String(pair.held), pair.ref)],
                            ] + (isUnsure ? [[.figure(String(pair.perhaps), pair.ref)]] : [])
                                + [[.figure(String(pair.cancelled), pair.ref)]]
                                + (hasMoved ? [pair.moved.isEmpty ? [] : [.figure(pair.movedText, pair.ref)]] : [])
                        }))
            ])
    }

    private func peopleSection(_ input: AnswerBase) -> Document.Section {
        let isLeftOut = input.myJob.settings.leavesOut.contains(.people)
        let listed = listed(input)
        // Whoever ever wrote to an open repository is nobody to work with yet.
        let commits = people.count { !$0.isMet && !input.isNamed($0) }
        let only =
            commits == 0
            ? "" : " \(Words.count(commits, "person is", "people are").sentence) named only by commits, and not listed."
        guard !listed.isEmpty else {
            if commits > 0, !isLeftOut {
                return Document.Section(
                    "People you work with", id: .people, onlyForYou: true,
                    [
                        .empty(
                            "\(only.trimmed) Those you work with appear here once My job or a note names them.",
                            .editJob)
                    ])
            }
            if isLeftOut {
                return Document.Section("People you work with", id: .people, onlyForYou: true, [Empty.peopleLeftOut])
            }
            return Document.Section(
                "People you work with", id: .people, onlyForYou: true,
                [
                    .empty(
                        "The people from small meetings, co-authored work and your notes will appear here, with when you last spoke.",
                        .calendar)
                ])
        }
        return Document.Section(
            "People you work with", id: .people, onlyForYou: true,
            [
                .table(
                    Document.Table(
                        columns: ["Person", "Last direct contact"],
                        rows: listed.map { tie in
                            [
                                [.text(tie.name)]
                                    + (input.resting.contains(tie.person) ? [.soft(", no advice")] : []),
                                [
                                    .figure(
                                        "\(Period.date(input.zones.day(of: tie.last))), \(Self.ago(tie.last, input))",
                                        tie.ref)
                                ],
                            ]
                        })),
                .paragraph([
                    .soft(
                        isLeftOut
                            ? "Only people whom your own notes name: others are left out of what is read."
                            : "Counted are people whom My job, your notes, what you told or an open line names, and those you met with at most four others.\(only) Direct contact: such meetings that took place, notes with people, co-authors and trailers. An all-hands does not count."
                    )
                ]),
            ])
    }

    private static func name(_ arena: Arena) -> String {
        switch arena {
        case .growth: "development"
        case .relationships: "relationships"
        default: "side projects"
        }
    }

    static func ago(_ instant: Instant, _ input: AnswerBase) -> String { ago(instant, input.now, input.zones) }

    static func ago(_ instant: Instant, _ now: Instant, _ zones: ZoneHistory) -> String {
        let days = zones.day(of: now) - zones.day(of: instant)
        return switch days {
        case ...0: "today"
        case 1: "yesterday"
        case ..<14: "\(days) days ago"
        case ..<70: "\(days / 7) weeks ago"
        default: "\(days / 30) months ago"
        }
    }
}

extension BackstageAnswer {
    /// One person, and the occasion to speak with them; `nil` if there is no long silence.
    func nextSection(_ input: AnswerBase) -> Document.Section? {
        guard let silent = longestSilent(input) else { return nil }
        let meeting = pairs.first { $0.person == silent.person }?.next
        let spans: [Document.Span] =
            meeting.map {
                [.text("You meet "), .strong(silent.name), .text(" on \(Period.date(input.zones.day(of: $0))).")]
            } ?? [.text("Write to "), .strong(silent.name), .text(". No meeting of the two of you is planned.")]
        return Document.Section(
            "Next", id: .next, onlyForYou: true,
            [
                .paragraph(spans),
                .offers(
                    .init([.rest(.init(person: silent.person, name: silent.name))], lead: "For no advice about them")),
            ])
    }
}

extension BackstageAnswer.Pair {
    private static let movers: [(mover: Mover, words: String)] = [
        (.me, " by you"), (.them, " by them"), (.unknown, ""),
    ]

    /// `2 by you, 1 by them`; without a name where nobody can tell who it was.
    var movedText: String {
        Self.movers.compactMap { mover, whom in moved[mover].map { "\($0)\(whom)" } }.joined(separator: ", ")
    }

    /// `; 2 moved by you`
    var movedClause: String {
        let found = Self.movers.filter { moved[$0.mover] != nil }
        guard let one = found.first, found.count == 1, let count = moved[one.mover] else {
            return found.isEmpty ? "" : "; moved: \(movedText)"
        }
        return "; \(count) moved\(one.words)"
    }
}

extension AnswerBase {
    /// Whether My job, the person's own word or an open ask names somebody.
    package func isNamed(_ tie: BackstageAnswer.Tie) -> Bool {
        tie.isNoted || named.contains(tie.person) || who.label(of: tie.person) != nil || who.item(tie.name) != nil
    }

    /// Whether no advice about somebody is wanted, by what they are called.
    package func rests(_ name: String) -> Bool { who.person(name).map(resting.contains) ?? false }
}
