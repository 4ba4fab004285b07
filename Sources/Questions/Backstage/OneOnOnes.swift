package import LedgerModel

/// Recurring meetings of two people, and what to bring to the next of each.
package struct OneOnOnes: PeriodAnswer {
    /// By their next date; after them those without one, the latest held first.
    package var meetings: [Meeting]
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

        package var decides: Bool { decider != nil }

        package var title: String { pair.name + (decides ? ", who decides" : "") }

        /// How many things there are to bring.
        package var count: Int { untold.count + unagreed.count + theirs.count }
    }

    package init(_ backstage: BackstageAnswer, _ value: ValueAnswer, _ scope: ScopeAnswer, _ input: AnswerBase) {
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
                theirs: input.myJob.notMine.filter { $0.holds(on: today) && $0.owner.map(isThem) == true })
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
        guard !meetings.isEmpty else {
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
            title: "My 1:1s", period: input.period.text, headline: headline(input),
            sections: meetings.map { section($0, input) })
    }

    private func hasCalendar(_ input: AnswerBase) -> Bool { input.sourceKinds.contains(.calendar) }

    /// Why the list is empty.
    private func none(_ input: AnswerBase) -> String {
        hasCalendar(input) && !knowsMe
            ? "Your calendar is read, but it is not known yet which person in it is you."
            : "No recurring meeting of two is on record yet."
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        guard let first = meetings.first, let next = first.pair.next else {
            return [.text("None of your \(Words.count(meetings.count, "1:1")) has a next date in the calendar.")]
        }
        let what = first.count == 0 ? "nothing is open" : "\(Words.count(first.count, "thing")) to bring"
        return [.text("The next is with \(first.pair.name), \(Self.time(next, input)); \(what).")]
    }

    private func section(_ meeting: Meeting, _ input: AnswerBase) -> Document.Section {
        let pair = meeting.pair
        var spans: [Document.Span] = []
        if let next = pair.next {
            spans.append(.text("Next \(Self.time(next, input)). "))
        } else {
            spans.append(.soft("None planned. "))
        }
        spans.append(
            .text(
                pair.last.map { "Last held \(Period.date(input.zones.day(of: $0))). " }
                    ?? (pair.perhaps > 0 ? "Perhaps held. " : "Not held yet. ")))
        if pair.ref.count > 0 {
            spans += [
                .text("In this period: "), .figure("\(pair.held) held", pair.ref),
                .text(pair.perhaps > 0 ? ", \(pair.perhaps) perhaps" : ""),
                .text(", \(pair.cancelled == 0 ? "none" : String(pair.cancelled)) cancelled."),
            ]
        }
        return Document.Section(
            meeting.title, id: .meeting, onlyForYou: true,
            [.paragraph(spans)] + bring(meeting))
    }

    private func bring(_ meeting: Meeting) -> [Document.Block] {
        guard meeting.count > 0 else { return [.paragraph([.soft("Nothing is open between you.")])] }
        var items: [[Document.Span]] = meeting.untold.prefix(5).map { claim in
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
