package import LedgerModel

extension ReviewAnswer {
    /// What the evidence of the week says: a sentence, then the four questions.
    package func document(_ base: AnswerBase) -> Document {
        Document(
            title: "Weekly review", period: "The week of \(week.text)", headline: headline(base),
            sections: [
                Document.Section(
                    "How am I investing in myself?", id: .investing, onlyForYou: true, [.paragraph(myself(base))]),
                Document.Section(
                    "How am I strengthening relationships?", id: .strengthening, onlyForYou: true, relationships(base)),
                Document.Section("Which side projects?", id: .sideProjects, [.paragraph(sideProjects)]),
                Document.Section(
                    "What behind the scenes made this week’s results?", id: .behindResults, behindTheScenes(base)),
                answers(base),
            ].compactMap { $0 })
    }

    /// What follows the person's own words: one thing to do, and one task seen from the career angle.
    package func next(_ base: AnswerBase) -> [Document.Section] {
        [
            proposal.map {
                Document.Section(
                    "One thing for the coming week", id: .oneThing, onlyForYou: true, [.paragraph($0.spans(base.zones))]
                )
            },
            // Where nothing of the week touches what the person aims at, nothing is said.
            looksAhead
                ? task.map {
                    Document.Section(
                        "One task of the coming week, from the career angle", id: .taskAhead, view(of: $0, base.zones))
                } : nil,
        ].compactMap { $0 }
    }

    /// The whole review as one page to keep.
    package func page(_ base: AnswerBase) -> Document {
        var whole = document(base)
        if let open = openSection(base) { whole.sections.append(open) }
        whole.sections += next(base)
        return whole
    }

    private func headline(_ base: AnswerBase) -> [Document.Span] {
        var clauses: [[Document.Span]] = []
        if growth.spent.seconds > 0 {
            clauses.append([
                .figure(SpokenDuration.text(growth.spent.seconds), growth.ref), .text(" was for you"),
            ])
        }
        if !met.isEmpty {
            let ids = met.flatMap(\.evidence)
            let people = Words.count(met.count, "person", "people")
            clauses.append([.text("you were in direct contact with "), .figure(people, EvidenceRef(pieces: ids))])
        }
        if !behind.isEmpty {
            clauses.append([
                .figure(Words.count(beyond.count, "piece"), beyond), .text(" of work went beyond what is expected"),
            ])
        }
        guard !clauses.isEmpty else {
            return base.total.high > 0
                ? [
                    .figure(Hours.text(base.total.seconds), base.ref(base.cells)),
                    .text(" are on record for this week. What you remember counts too."),
                ] : [.text("Nothing is on record for this week yet. What you remember counts too.")]
        }
        var spans: [Document.Span] = []
        for (index, clause) in clauses.enumerated() {
            if index > 0 { spans.append(.text(index == clauses.count - 1 ? " and " : ", ")) }
            spans += clause
        }
        return Self.capital(spans) + [.text(".")]
    }

    /// Capitalises the first letter of a sentence if it begins with a word.
    private static func capital(_ spans: [Document.Span]) -> [Document.Span] {
        switch spans.first {
        case .text(let text): [.text(text.sentence)] + spans.dropFirst()
        case .figure(let text, let ref): [.figure(text.sentence, ref)] + spans.dropFirst()
        default: spans
        }
    }

    private func myself(_ base: AnswerBase) -> [Document.Span] {
        var spans: [Document.Span] = []
        if growth.spent.seconds > 0 {
            spans += [
                .figure(SpokenDuration.text(growth.spent.seconds), growth.ref), .text(" went to growth. "),
            ]
        }
        spans += mine.sentences(base)
        // Of a week of which little is known, nothing is said.
        return spans.isEmpty
            ? [.soft("What you did for yourself is yours to say: "), .offer(.note()), .soft(".")] : spans
    }

    private func relationships(_ base: AnswerBase) -> [Document.Block] {
        guard !met.isEmpty else {
            let said =
                base.sourceKinds.contains(.calendar)
                ? "No direct contact is on record." : "No calendar shows whom you met; that is yours to say."
            return [.paragraph([.soft(said)])] + drift(base)
        }
        let named = met.prefix(met.count == 7 ? 7 : 6)
        var spans: [Document.Span] = [.text("You were in direct contact with ")]
        for (index, person) in named.enumerated() {
            if index > 0 { spans.append(.text(index == met.count - 1 ? " and " : ", ")) }
            spans.append(.figure(person.name, person.ref))
        }
        let rest = met.dropFirst(named.count)
        if !rest.isEmpty {
            spans += [
                .text(" and "),
                .figure("\(Words.count(rest.count)) more", EvidenceRef(pieces: rest.flatMap(\.evidence))),
            ]
        }
        return [.paragraph(spans + [.text(".")])] + drift(base)
    }

    private func drift(_ base: AnswerBase) -> [Document.Block] {
        guard !drifting.isEmpty else { return [] }
        var spans: [Document.Span] = [.text("Not spoken with lately: ")]
        for (index, tie) in drifting.enumerated() {
            if index > 0 { spans.append(.text("; ")) }
            spans += [.text("\(tie.name), "), .figure(BackstageAnswer.ago(tie.last, base), tie.ref)]
        }
        return [.paragraph(spans + [.text(".")])]
    }

    private var sideProjects: [Document.Span] {
        guard !sides.isEmpty else { return [.soft("None is on record for this week.")] }
        var spans: [Document.Span] = []
        for (index, side) in sides.prefix(5).enumerated() {
            if index > 0 { spans.append(.text("; ")) }
            let name = side.name.isEmpty ? "without a project" : side.name
            let figure =
                side.spent.seconds > 0
                ? SpokenDuration.text(side.spent.seconds) : Words.digits(side.ref.count, "piece")
            spans += [.text("\(name): "), .figure(figure, side.ref)]
        }
        return spans + [.text(".")]
    }

    private func behindTheScenes(_ base: AnswerBase) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if behind.isEmpty {
            let hasObjectives = !base.myJob.objectives.isEmpty
            // Without objectives nothing can be told apart from what is expected.
            if hasObjectives || claims.isEmpty {
                blocks.append(
                    .paragraph([
                        .soft(
                            hasObjectives
                                ? "No work of the week is on record for an objective."
                                : "Only you can say what made them.")
                    ]))
            }
        } else {
            var spans: [Document.Span] = []
            for (index, part) in behind.enumerated() {
                if index > 0 { spans.append(.text(index == behind.count - 1 ? " and " : ", ")) }
                let words = Words.count(part.ref.count, part.worth.rawValue)
                spans.append(.figure(index == 0 ? words.sentence : words, part.ref))
            }
            spans.append(.text(" went beyond what is expected."))
            if !served.isEmpty {
                spans.append(
                    .text(" \(beyond.count == 1 ? "It" : "They") served \(Words.list(served.map { "“\($0)”" }))."))
            }
            blocks.append(.paragraph(spans))
        }
        if !claims.isEmpty {
            blocks.append(.paragraph([.text("Written down as results:")]))
            blocks.append(.list(claims.prefix(5).map { [.figure($0.text, ValueAnswer.ref($0))] }))
        }
        return blocks
    }

    /// The person's answers, once the week is reviewed.
    private func answers(_ base: AnswerBase) -> Document.Section? {
        guard let at = state.doneAt else { return nil }
        let reviewed: Document.Block = .paragraph([
            .soft("Reviewed on \(Period.date(base.zones.day(of: at))), \(base.zones.civil(at).clock).")
        ])
        return Document.Section(
            "What you said", id: .said, onlyForYou: true,
            (said.isEmpty
                ? [] : [.list(said.map { [.figure($0.text, EvidenceRef(pieces: [$0.evidence]))] })]) + [reviewed])
    }

    /// The open questions, for a file, in which nobody can answer them.
    private func openSection(_ base: AnswerBase) -> Document.Section? {
        guard isAsking else { return nil }
        let open =
            (blocks.map { [$0.question(base.zones)] } ?? []) + asked.map { question($0, base.zones) }
            + (became.map { [$0.spans] } ?? []) + (candidate.map { [$0.question] } ?? [])
        let asks: [Document.Block] = open.isEmpty ? [] : [.list(open)]
        return Document.Section(
            "What only you know", id: .open, onlyForYou: true,
            asks + [
                .paragraph([
                    .soft("Answer in a minute: "), .offer(.reviewWeek(week.since)),
                ])
            ])
    }

    private func view(of task: CareerTask, _ zones: ZoneHistory) -> [Document.Block] {
        let sentences = task.picture.sentences
        return [
            .paragraph([
                .figure(task.title, EvidenceRef(pieces: [task.evidence])),
                .text(", \(Moments.moment(task.at, zones))."),
            ]), .draft([sentences.first, sentences.last].compactMap { $0?.spoken }),
        ]
    }
}

extension ReviewAnswer {
    /// `Did you tell Maria Keller on Tue 10 November? “…”`
    package func question(_ asked: Asked, _ zones: ZoneHistory) -> [Document.Span] {
        [
            .text("Did you tell \(asked.person) on "),
            .figure(
                Moments.day(zones.day(of: asked.occasion.at)), EvidenceRef(pieces: [asked.occasion.evidence])),
            .text("? “"), .figure(asked.claim.text, ValueAnswer.ref(asked.claim)), .text("”"),
        ]
    }
}

/// The head of a draft mail to oneself.
package struct Letterhead: Sendable, Hashable {
    /// The person’s own; `nil` if none is known.
    package var address: String?
    package var name: String
    package var at: CivilTime

    package init(address: String?, name: String, at: CivilTime) {
        (self.address, self.name, self.at) = (address, name, at)
    }
}

/// Renders a document as a file whose ending is the second argument. Throws `.usage` for an ending that it does not
/// know.
package typealias ReviewPress = @Sendable (Document, String, Letterhead) throws(LedgerError) -> String
