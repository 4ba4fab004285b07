package import LedgerModel

/// Recurring meetings of two people, and what to bring to the next of each.
package struct OneOnOnes: PeriodAnswer {
    /// By their next date; after them those without one, the latest held first.
    package var meetings: [Meeting]
    /// What stands open with people without such a meeting, oldest first.
    package var elsewhere: [OpenAsk]
    /// Whether an address or name of the person is known; without one, 1:1s cannot be recognised.
    package var knowsMe = true

    package struct Meeting: Sendable {
        package var pair: BackstageAnswer.Pair
        /// The name that My job has for them if they decide.
        package var decider: String?
        /// Results they have not heard of; only for people who decide.
        package var untold: [Claim]
        /// Measures that were never agreed with anyone; only for people who decide.
        package var unagreed: [Responsibility]
        /// What lands on the person but belongs to the other.
        package var theirs: [NotMine]
        /// What was asked and promised, on both sides, oldest first.
        package var open: [OpenAsk]
        /// The last notes with them, newest first.
        package var notes: [PersonNote]

        package var decides: Bool { decider != nil }

        package var title: String { pair.name + (decides ? ", who decides" : "") }

        /// How many things there are to bring.
        package var count: Int { open.count + untold.count + unagreed.count + theirs.count }
    }

    /// The most notes that are shown of one person.
    package static let mostNotes = 3

    /// - Parameters:
    ///   - open: What stands open with anybody.
    ///   - notes: The last notes with each person.
    package init(
        _ backstage: BackstageAnswer, _ value: ValueAnswer, _ scope: ScopeAnswer, _ input: AnswerBase,
        open: [OpenAsk] = [], notes: [PublicID: [PersonNote]] = [:]
    ) {
        let met = Set(backstage.pairs.map(\.person))
        elsewhere = open.filter { met.isDisjoint(with: $0.people.keys) }
        let today = input.zones.day(of: input.now)
        meetings = backstage.pairs.map { pair in
            func isThem(_ name: String) -> Bool {
                input.who.means(name, pair.person) || input.who.isOne(name, pair.name)
            }
            let decider = value.audience.first { isThem($0.name) }?.name
            return Meeting(
                pair: pair, decider: decider,
                untold: value.notTold.filter { isThem($0.person) }.map(\.claim),
                unagreed: decider == nil ? [] : scope.unagreed,
                theirs: input.myJob.notMine.filter { $0.holds(on: today) && $0.owner.map(isThem) == true },
                open: open.filter { $0.people[pair.person] != nil },
                notes: Array((notes[pair.person] ?? []).prefix(Self.mostNotes)))
        }.sorted { a, b in
            // Meetings without a next date come last.
            let (x, y) = (a.pair.next?.seconds ?? .max, b.pair.next?.seconds ?? .max)
            guard x == y else { return x < y }
            let (p, q) = (a.pair.last?.seconds ?? .min, b.pair.last?.seconds ?? .min)
            return p != q ? p > q : a.pair.person < b.pair.person
        }
    }
}

extension OneOnOnes {
    package func document(_ input: AnswerBase) -> Document {
        guard !meetings.isEmpty || !elsewhere.isEmpty else {
            guard !input.myJob.settings.leavesOut.contains(.people) else {
                return Document(
                    title: "My 1:1s", headline: ["Other people are left out of this ledger."],
                    sections: [
                        .init("", onlyForYou: true, [Empty.leftOut("Without them, 1:1s cannot be recognised.")])
                    ])
            }
            return Document(
                title: "My 1:1s", headline: [.text(none(input))],
                sections: [
                    .init(
                        Empty.title, id: .toCome, onlyForYou: true,
                        [
                            .empty(
                                "Each person you meet regularly one to one: when last, when next, and what to bring: results they have not heard of, measures to agree on, and work of theirs that lands on you.",
                                !hasCalendar(input) ? .calendar : knowsMe ? .sources : .addAddress),
                            .list([[.offer(.setUp)], [.offer(.fiveLines)]]),
                        ])
                ])
        }
        return Document(
            title: "My 1:1s", period: input.period.text, headline: headline(input), base: input.asking?.spans ?? [],
            sections: meetings.enumerated().map { section($1, input, isFirst: $0 == 0) }
                + [elsewhereSection(input)].compactMap { $0 })
    }

    /// What stands open with people whom no such meeting names.
    private func elsewhereSection(_ input: AnswerBase) -> Document.Section? {
        guard !elsewhere.isEmpty else { return nil }
        let items = elsewhere.map { ask in
            [.strong(ask.whom), .text(": ")] + ask.spans(input.now, input.zones)
        }
        return Document.Section(
            "Open with others", id: .meeting, onlyForYou: true, [.list(items), .ticks(elsewhere)])
    }

    private func hasCalendar(_ input: AnswerBase) -> Bool { input.sourceKinds.contains(.calendar) }

    /// Why the list is empty.
    private func none(_ input: AnswerBase) -> String {
        hasCalendar(input) && !knowsMe
            ? "Your calendar is read, but it is not known yet which person in it is you."
            : "No recurring meeting of two is on record yet."
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        guard let first = meetings.first else {
            return [
                .text(
                    "\(Words.count(elsewhere.count, "line").sentence) \(elsewhere.count == 1 ? "stands" : "stand") open with people whom you do not meet one to one."
                )
            ]
        }
        guard let next = first.pair.next else {
            return [
                .text(
                    meetings.count == 1
                        ? "Your 1:1 with \(first.pair.name) has no next date in the calendar."
                        : "None of your \(Words.count(meetings.count, "1:1")) has a next date in the calendar.")
            ]
        }
        let what = first.count == 0 ? "" : "; \(Words.count(first.count, "thing")) to bring"
        return [.text("The next is with \(first.pair.name), \(Self.time(next, input))\(what).")]
    }

    private func section(_ meeting: Meeting, _ input: AnswerBase, isFirst: Bool) -> Document.Section {
        let pair = meeting.pair
        let spans = [next(pair, input), last(pair, input), period(pair)].compactMap { $0 }
        return Document.Section(
            meeting.title, id: .meeting, onlyForYou: true,
            [.paragraph(Array(spans.joined(separator: [.text(" ")])))] + bring(meeting, input)
                + lastNotes(meeting, input)
                + [
                    .ticks(meeting.open),
                    .offers(
                        .init(
                            [.keepLines(.init(person: pair.person, name: pair.name))],
                            // A terminal says it once.
                            lead: isFirst ? "To keep a line of your talk" : "")),
                ])
    }

    private func next(_ pair: BackstageAnswer.Pair, _ input: AnswerBase) -> [Document.Span] {
        pair.next.map { [.text("Next \(Self.time($0, input)).")] } ?? [.soft("No next date in the calendar.")]
    }

    /// When it was held last, or perhaps held; `nil` if neither is on record.
    private func last(_ pair: BackstageAnswer.Pair, _ input: AnswerBase) -> [Document.Span]? {
        func day(_ at: Instant) -> String { Period.date(input.zones.day(of: at)) }
        if let last = pair.last { return [.text("Last held \(day(last)).")] }
        return pair.lastPerhaps.map { [.text("Last perhaps held \(day($0)).")] }
    }

    /// `In this period: 8 held; 2 moved by you.` `nil` if there was none.
    private func period(_ pair: BackstageAnswer.Pair) -> [Document.Span]? {
        let parts = [
            pair.held > 0 ? "\(pair.held) held" : nil, pair.perhaps > 0 ? "\(pair.perhaps) perhaps held" : nil,
            pair.cancelled > 0 ? "\(pair.cancelled) cancelled" : nil,
        ].compactMap { $0 }
        guard let first = parts.first else { return nil }
        return [
            .text("In this period: "), .figure(first, pair.ref),
            .text(parts.dropFirst().map { ", \($0)" }.joined() + pair.movedClause + "."),
        ]
    }

    /// The last notes with them, without those that are only a line that stands open above.
    private func lastNotes(_ meeting: Meeting, _ input: AnswerBase) -> [Document.Block] {
        let open = Set(meeting.open.filter { !$0.isOneOfSeveral }.map(\.note))
        let notes = meeting.notes.filter { !open.contains($0.id) || $0.text != $0.firstLine }
        guard !notes.isEmpty else { return [] }
        return [
            .paragraph([.soft(notes.count == 1 ? "Last note with them:" : "Last notes with them:")]),
            .list(
                notes.map {
                    [
                        .soft("\(Period.date(input.zones.day(of: $0.at))): "),
                        .figure($0.firstLine, EvidenceRef(pieces: [$0.id])),
                    ]
                }),
        ]
    }

    private func bring(_ meeting: Meeting, _ input: AnswerBase) -> [Document.Block] {
        guard meeting.count > 0 else { return [] }
        var items: [[Document.Span]] = meeting.open.map { $0.spans(input.now, input.zones) }
        items += meeting.untold.prefix(5).map { claim in
            [.text("Not told yet: "), .strong(claim.text)]
        }
        if meeting.untold.count > 5 { items.append([.soft("and \(meeting.untold.count - 5) more results")]) }
        items += meeting.unagreed.map { item in
            [
                .text("To agree: is "), .strong(item.label),
                .text(" judged by \(item.measure.map { "‘\($0)’" } ?? "its result")?"),
            ]
        }
        items += meeting.theirs.map { [.text("Theirs, but lands on you: "), .strong($0.label)] }
        let agreements = meeting.unagreed.map { Offer.agree(.init($0, with: meeting.decider ?? meeting.pair.name)) }
        return [.list(items)] + (agreements.isEmpty ? [] : [.offers(.init(agreements, lead: "Once it is agreed"))])
    }

    /// `Tue 24 March 2026, 10:00`
    private static func time(_ instant: Instant, _ input: AnswerBase) -> String {
        let civil = input.zones.civil(instant)
        return "\(civil.day.weekday.short) \(Period.date(civil.day)), \(civil.clock)"
    }
}

extension Document.Block {
    /// What to say when open lines are done.
    static func ticks(_ open: [OpenAsk]) -> Document.Block {
        var offers = Document.Offers(open.map(\.tick), lead: "Once it is done")
        offers.isEach = true
        return .offers(offers)
    }
}
