package import Attribution
package import LedgerModel

/// One task seen from the career angle: three questions, and at most four sentences to say aloud. For somebody else it
/// is made only of what may be said to them.
package struct TaskPicture: Sendable {
    /// `nil` if it may not be said to them.
    package var task: Sayable?
    package var addressee: Addressee
    package var grows: [Grows]
    package var responsibility: Responsibility?
    package var objective: Objective?
    /// What the person wants next and the task leads to.
    package var wanted: [Sayable]
    /// Earlier evidence that resembles the task.
    package var related: [Related]
    /// A result of the person's own that it goes on from.
    package var result: OwnResult?
    package var sentences: [Sentence]
    /// Who will see it; `nil` if nobody is known to, and for somebody else, to whom nobody is named.
    package var seen: Sentence?
    /// Whether My job has objectives.
    private var hasObjectives: Bool
    /// What they said they want; `nil` for oneself.
    private var wish: Wish?

    /// Whether a rule, a skill, a wish or earlier work says anything of it.
    package var speaks: Bool { !sentences.isEmpty }

    package struct Grows: Sendable, Hashable {
        package var skill: String
        package var name: Sayable
        package var because: Sayable
    }

    package struct Related: Sendable, Hashable {
        package var id: PublicID
        package var title: Sayable
        package var day: CivilDay
        package var people: [String]
        /// The skills that it was read as building.
        package var skills: [String]

        package init(id: PublicID, title: Sayable, day: CivilDay, people: [String], skills: [String] = []) {
            self.id = id
            self.title = title
            self.day = day
            self.people = people
            self.skills = skills
        }
    }

    package struct OwnResult: Sendable, Hashable {
        package var id: PublicID
        package var text: Sayable
        package var evidence: [PublicID]

        package init(id: PublicID, text: Sayable, evidence: [PublicID]) {
            (self.id, self.text, self.evidence) = (id, text, evidence)
        }
    }

    /// What somebody said of themself.
    package struct Wish: Sendable, Hashable {
        package var id: PublicID
        package var words: Sayable
        package var day: CivilDay

        package init(id: PublicID, words: Sayable, day: CivilDay) {
            (self.id, self.words, self.day) = (id, words, day)
        }
    }

    package struct Sentence: Sendable, Hashable {
        package var text: Sayable
        package var evidence: [PublicID]
        /// Whether it is about the future: such a sentence needs no evidence and holds no figure.
        package var isProspect: Bool

        package var spoken: Document.Sentence { .init(text, isProspect: isProspect) }
    }
}

extension TaskPicture {
    /// - Parameters:
    ///   - reading: What the rules say about the words of the task, or about the evidence that it names.
    ///   - wants: Whether the task leads to something that the person wants next, by its label.
    package init(
        task: Sayable?, for addressee: Addressee, reading: Reading, myJob: MyJob, on day: CivilDay, related: [Related],
        result: OwnResult? = nil, wants: (String) -> Bool = { _ in false }, wish: Wish? = nil
    ) {
        self.task = task
        self.addressee = addressee
        self.related = related
        self.result = result
        self.wish = wish
        hasObjectives = !myJob.objectives.isEmpty
        let labels = MyJobLabels(myJob)
        grows = reading.skills.compactMap { skill in
            guard let key = skill.value, let name = addressee.label(labels.skill(key)) else { return nil }
            return Grows(skill: key, name: name, because: addressee.label(skill.because) ?? "a rule")
        }
        wanted =
            addressee.isMyself
            ? myJob.areas.filter { $0.holds(on: day) && wants($0.label) }.compactMap { addressee.label($0.label) } : []
        sentences = []
        if grows.isEmpty { grows = similar(labels) }
        responsibility = myJob.responsibilities.first {
            $0.key == reading.responsibility.value && addressee.label($0.label) != nil
        }
        objective = myJob.objectives.first {
            $0.key == reading.objective.value && addressee.label($0.label) != nil
        }
        seen = addressee.isMyself ? watched() : nil
        sentences = Array([wished(), builds(), seen, serves(), next()].compactMap { $0 }.prefix(Self.mostSentences))
    }

    private static let mostSentences = 4

    /// What they want: their own words, or what the person wants next.
    private func wished() -> Sentence? {
        if let wish {
            return Sentence(
                text: "You said on \(Sayable(wish.day)): “\(wish.words)”.", evidence: [wish.id], isProspect: false)
        }
        guard !wanted.isEmpty else { return nil }
        let list = Sayable.list(wanted.map { "“\($0)”" })
        return Sentence(text: "You want \(list) next, and it leads there.", evidence: [], isProspect: true)
    }

    /// The skills that earlier work like it built, most frequent first.
    private func similar(_ labels: MyJobLabels) -> [Grows] {
        let counts = Dictionary(related.flatMap(\.skills).map { ($0, 1) }, uniquingKeysWith: +)
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).compactMap { item in
            addressee.label(labels.skill(item.key)).map {
                Grows(skill: item.key, name: $0, because: "earlier work like it")
            }
        }
    }

    /// The skills that it builds, and what shows them already: a result of the person's own, else the nearest work.
    private func builds() -> Sentence? {
        let skills = Sayable.list(grows.map(\.name))
        let shown: Sayable? =
            if let result {
                "it goes on from your result “\(result.text)”"
            } else {
                related.first.map { "the nearest earlier work is “\($0.title)”, of \(Sayable($0.day))" }
            }
        let text: Sayable? =
            switch (grows.isEmpty, shown) {
            case (true, nil): nil
            case (true, let shown?): "\(shown.sentence)."
            case (false, let shown?) where result != nil: "It builds \(skills), and \(shown)."
            case (false, let shown?): "It builds \(skills): \(shown)."
            case (false, nil): "It builds \(skills)."
            }
        let evidence = (result?.evidence ?? []) + related.map(\.id)
        return text.map { Sentence(text: $0, evidence: evidence.unique(), isProspect: false) }
    }

    /// Who will see it: by its objective, its measure, or work that is like it.
    private func watched() -> Sentence? {
        var people: [String] = []
        let named = [objective?.owner, responsibility?.agreedWith].compactMap { $0 }
        for name in named + related.flatMap(\.people) where !people.contains(name) { people.append(name) }
        guard !people.isEmpty else { return nil }
        let names = Sayable.list(people.prefix(3).compactMap(addressee.label))
        return Sentence(text: "\(names) will see it.", evidence: related.map(\.id), isProspect: true)
    }

    private func serves() -> Sentence? {
        let belongs = responsibility.flatMap { addressee.label($0.label) }
        let through: Sayable = belongs.map { " through “\($0)”" } ?? ""
        let text: Sayable? =
            if let objective = objective.flatMap({ addressee.label($0.label) }) {
                "It serves “\(objective)”\(through)."
            } else {
                belongs.map {
                    hasObjectives ? "It belongs to “\($0)”, which serves no objective yet." : "It belongs to “\($0)”."
                }
            }
        return text.map { Sentence(text: $0, evidence: [], isProspect: false) }
    }

    private func next() -> Sentence? {
        if let result = objective?.keyResults.first.flatMap({ addressee.label($0.label) }) {
            return Sentence(
                text: "Done well, it gives you a result to show on “\(result)”.", evidence: [], isProspect: true)
        }
        return grows.first.map {
            Sentence(text: "Done well, you can be asked for \($0.name) by name.", evidence: [], isProspect: true)
        }
    }
}

extension TaskPicture {
    package func document() -> Document {
        guard let name = addressee.name else { return ownDocument }
        return handout(to: name).document
    }

    private var builtSkills: Sayable? { grows.isEmpty ? nil : .list(grows.map(\.name)) }

    private var ownDocument: Document {
        let what = "“\(task?.text ?? "")”"
        guard speaks else {
            return Document(
                title: "A task from the career angle", headline: [.text("Nothing here speaks for \(what) yet.")],
                sections: [
                    .init(
                        "", id: .threeQuestions,
                        [
                            .empty(
                                "No rule and no skill of My job is about it, and no words of what you want next are all in it. Name one of them in My job:",
                                .editJob)
                        ])
                ])
        }
        // What is not known is left out.
        let answers: [(String, Sayable?)] = [
            ("What does it build?", builtSkills), ("Who will see it?", seen?.text),
            ("What does it make possible next?", next()?.text),
        ]
        let rows = answers.compactMap { question, answer in
            answer.map { [[Document.Span.text(question)], [.text($0.text)]] }
        }
        var sections: [Document.Section] = []
        if !rows.isEmpty {
            let table = Document.Table(columns: ["Question", "Answer"], rows: rows)
            sections.append(Document.Section("Three questions", id: .threeQuestions, [.table(table)]))
        }
        sections.append(Document.Section("To say to yourself", id: .toSay, sentences.map { .draft([$0.spoken]) }))
        if !related.isEmpty {
            sections.append(
                Document.Section(
                    "Work like it", id: .workLikeIt,
                    [
                        .list(
                            related.map { item in
                                [
                                    .text("\(Period.date(item.day)): "),
                                    .figure(item.title.text, EvidenceRef(pieces: [item.id])),
                                ]
                            })
                    ]))
        }
        return Document(
            title: "A task from the career angle",
            headline: [.text("\(what): \(sentences.first?.text.text.lowercasedFirst ?? "")")],
            sections: sections)
    }

    /// The same for somebody else. What is not known, or may not be said, is asked.
    private func handout(to name: Sayable) -> Handout {
        var rows: [[[Handout.Span]]] = []
        if let builtSkills { rows.append([[.text("What does it build?")], [.text(builtSkills)]]) }
        if speaks {
            rows.append([[.text("Who will see it?")], [.soft("for you to say: nobody else is named here")]])
        }
        if let next = next() { rows.append([[.text("What does it make possible next?")], [.text(next.text)]]) }
        let none: [Handout.Block] = [
            .paragraph([.soft("Nothing that may be said to \(name) is known about it. Ask:")]),
            .draft(.init("What would you like it to lead to?")),
        ]
        var sections: [Handout.Section] = []
        if !rows.isEmpty {
            sections.append(.init("Three questions", id: .threeQuestions, [.table(["Question", "Answer"], rows)]))
        }
        sections.append(
            .init("To say to \(name)", id: .toSay, sentences.isEmpty ? none : sentences.map { .draft($0.spoken) }))
        if !related.isEmpty {
            let rows = related.map { item in
                [
                    Handout.Span.text("\(Sayable(item.day)): "),
                    .figure(item.title, EvidenceRef(pieces: [item.id])),
                ]
            }
            sections.append(.init("Work like it", id: .workLikeIt, [.list(rows)]))
        }
        let what: Sayable = task.map { "“\($0)”" } ?? "A task"
        let first = sentences.first?.text.lowercasedFirst ?? "nothing that may be said is known about it."
        return Handout(
            title: "A task from the career angle", headline: "\(what) for \(name): \(first)", sections: sections)
    }
}
