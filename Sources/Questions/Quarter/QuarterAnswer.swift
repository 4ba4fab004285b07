package import LedgerModel

/// A quarter in five questions, beside as many days of the quarter before.
package struct QuarterAnswer: Sendable {
    /// The whole quarter, including its days in the future.
    package var quarter: Period
    package var now: Side
    package var before: Side

    /// The five answers for one period, each with its base.
    package struct Side: Sendable {
        package var scope: Answered<ScopeAnswer>
        package var mine: Answered<GuardAnswer>
        package var picture: Answered<PictureAnswer>
        package var backstage: Answered<BackstageAnswer>
        package var value: Answered<ValueAnswer>

        package init(
            scope: Answered<ScopeAnswer>, mine: Answered<GuardAnswer>, picture: Answered<PictureAnswer>,
            backstage: Answered<BackstageAnswer>, value: Answered<ValueAnswer>
        ) {
            self.scope = scope
            self.mine = mine
            self.picture = picture
            self.backstage = backstage
            self.value = value
        }

        package var isEmpty: Bool {
            scope.base.total.high == 0 && mine.answer.blocks.isEmpty && value.answer.claims.isEmpty
        }
    }

    package init(quarter: Period, now: Side, before: Side) {
        self.quarter = quarter
        self.now = now
        self.before = before
    }

    /// For the first three weeks of a quarter, the one before; after that, the current one.
    package static func due(on today: CivilDay) -> Period {
        around(today - today.firstOfQuarter < 21 ? today.firstOfQuarter - 1 : today)
    }

    package static func around(_ day: CivilDay) -> Period {
        Period(since: day.firstOfQuarter, until: day.firstOfQuarter.adding(months: 3))
    }

    /// `2026-Q1`
    package static func name(_ quarter: Period) -> String {
        let (year, month, _) = quarter.since.components
        return "\(padded(year, 4))-Q\((month + 2) / 3)"
    }

    /// As many days of the quarter before as have passed of this one.
    package static func before(_ quarter: Period, today: CivilDay) -> Period {
        let last = around(quarter.since - 1)
        let passed = quarter.clipped(to: today)
        guard passed.until < quarter.until else { return last }
        return Period(since: last.since, until: min(last.until, last.since + passed.days))
    }
}

extension QuarterAnswer {
    /// One page: the opening sentence of each answer, the results, what was agreed, what to ask for next, and
    /// the quarter before.
    package func document() -> Document {
        let title = "The quarter \(Self.name(quarter))"
        let base = now.value.base
        guard !now.isEmpty else {
            return Empty.nothingSeen(
                title, base,
                "A quarter on one page: five answers, the results, what was agreed, and what to ask for next.",
                ways: [.setUp, .calendar, .repository])
        }
        let opening: [(document: Document, onlyForYou: Bool)] = [
            (now.scope.answer.document(now.scope.base), false),
            (Document(title: "Time for me", headline: now.mine.answer.sentences(now.mine.base)), true),
            (now.picture.answer.document(now.picture.base), false),
            (now.backstage.answer.document(now.backstage.base), true),
        ]
        return Document(
            title: title, period: base.period.text, headline: now.value.answer.document(base).headline,
            sections: [results]
                + opening.filter { !$0.document.headline.isEmpty }.map { part in
                    Document.Section(
                        part.document.title, id: .opening, onlyForYou: part.onlyForYou,
                        [.paragraph(part.document.headline)])
                } + [agreed, asks, comparison].compactMap { $0 })
    }

    private var results: Document.Section { now.value.answer.resultSection(now.value.base) }

    private var agreed: Document.Section {
        let measured = now.scope.base.myJob.responsibilities.filter { $0.isMeasured && $0.meets(quarter) }
        let standing = measured.filter(\.isAgreed)
        guard !standing.isEmpty else {
            return Document.Section(
                "What was agreed", id: .agreed,
                [
                    .empty(
                        "Measures that you have agreed with the person who decides will appear here, with the day.",
                        measured.isEmpty ? .setUp : .measures)
                ])
        }
        return Document.Section(
            "What was agreed", id: .agreed,
            [
                .table(
                    Document.Table(
                        columns: ["What", "Measure", "With", "On"],
                        rows: standing.sorted { ($1.agreedOn ?? .first, $0.key) < ($0.agreedOn ?? .first, $1.key) }.map
                        { item in
                            let day = item.agreedOn.map(Period.date) ?? ""
                            let isNew = item.agreedOn.map { quarter.since <= $0 && $0 < quarter.until } == true
                            return [
                                [.text(item.label)], [item.measure.map { .text($0) } ?? .soft("no measure")],
                                [.text(item.agreedWith ?? "")], [isNew ? .strong(day) : .soft(day)],
                            ]
                        }))
            ])
    }

    /// At most five, requests to others first.
    private var asks: Document.Section? {
        var lines: [[Document.Span]] = []
        let decider = ScopeAnswer.decider(now.scope.base)?.label ?? "the person who decides"
        for item in now.scope.answer.unagreed.prefix(2) {
            lines.append([.text("Agree “\(item.label)” with \(item.agreedWith ?? decider).")])
        }
        if let item = now.scope.answer.desk.filter({ $0.spent.seconds > 0 }).max(by: {
            $0.spent.seconds < $1.spent.seconds
        }) {
            let owner = item.item.owner.map { ": \($0) owns it." } ?? "."
            lines.append([
                .text("A home for “\(item.item.label)”, which took "),
                .figure(Hours.text(item.spent.seconds, tenths: item.shown.tenths), item.ref), .text(owner),
            ])
        }
        if let cause = now.mine.answer.instead.first {
            lines.append([
                .text("An answer to “\(cause.cause.rawValue)”, which took "),
                .figure(SpokenDuration.text(cause.seconds), cause.ref),
                .text(" of your own time: \(cause.cause.remedy)."),
            ])
        }
        if let item = now.value.answer.notTold.first {
            lines.append([
                .text("A moment with \(item.person) for “"), .figure(item.claim.text, ValueAnswer.ref(item.claim)),
                .text("”."),
            ])
        }
        guard !lines.isEmpty else { return nil }
        return Document.Section("What to ask for next", id: .asks, onlyForYou: true, [.list(lines)])
    }

    private var comparison: Document.Section? {
        guard !before.isEmpty else { return nil }
        func hours(_ arena: Arena) -> (Side) -> [Document.Span] {
            { side in
                let line = side.backstage.answer.ledgers.first { $0.arena == arena }
                return [line.map { .figure(Hours.inHours($0.spent.seconds), $0.ref) } ?? .text("0 h")]
            }
        }
        let rows: [(String, (Side) -> [Document.Span])] = [
            now.value.base.myJob.objectives.isEmpty
                ? ("Results", { [.text(String($0.value.answer.claims.count))] })
                : ("Results that serve an objective", { [.text(String($0.value.answer.results.count))] }),
            (
                "Of the job on what I am judged on",
                { side in
                    let part = side.scope.answer.measured
                    return [
                        .figure(side.scope.answer.percent(part), part.ref)
                    ]
                }
            ),
            (
                "Job outside working hours",
                { [.figure(Hours.inHours($0.mine.answer.afterHours), $0.mine.answer.afterHoursRef)] }
            ),
            (
                "Of the time set aside, for me",
                { side in
                    let mine = side.mine.answer
                    guard mine.promised > 0 else { return [.soft("none")] }
                    guard mine.known > 0 else { return [.soft("not known")] }
                    return [.text("\(Hours.inHours(mine.forMe)) of the \(Hours.inHours(mine.known)) known")]
                }
            ),
            ("Development", hours(.growth)), ("Relationships", hours(.relationships)), ("Side projects", hours(.side)),
        ]
        let span = before.scope.base.period
        let whole = span == Self.around(span.since)
        return Document.Section(
            whole ? "Compared with the quarter before" : "Compared with as many days of the quarter before",
            id: .comparison, onlyForYou: true,
            [
                .table(
                    Document.Table(
                        columns: [
                            "", .number(Self.name(quarter) + (whole ? "" : " so far")),
                            .number(whole ? Self.name(Self.around(span.since)) : span.text),
                        ],
                        rows: rows.map { name, cell in [[.text(name)], cell(now), cell(before)] }))
            ])
    }
}
