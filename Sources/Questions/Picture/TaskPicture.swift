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
    /// Earlier evidence that resembles the task.
    package var related: [Related]
    package var sentences: [Sentence]
    /// Who will see it; `nil` for somebody else, to whom nobody is named.
    package var seen: Sentence?

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
    /// `reading` is what the rules say about the words of the task, or about the evidence that it names.
    package init(
        task: Sayable?, for addressee: Addressee, reading: Reading, myJob: MyJob, on day: CivilDay, related: [Related],
        wish: Wish? = nil
    ) {
        self.task = task
        self.addressee = addressee
        self.related = related
        let labels = MyJobLabels(myJob)
        grows = reading.skills.compactMap { skill in
            guard let key = skill.value, let name = addressee.label(labels.skill(key)) else { return nil }
            return Grows(skill: key, name: name, because: addressee.label(skill.because) ?? "a rule")
        }
        sentences = []
        if grows.isEmpty { grows = similar(labels) }
        responsibility = myJob.responsibilities.first {
            $0.key == reading.responsibility.value && addressee.label($0.label) != nil
        }
        objective = myJob.objectives.first {
            $0.key == reading.objective.value && addressee.label($0.label) != nil
        }
        if addressee.isMyself {
            seen = seen(myJob, on: day)
            sentences = [builds() ?? nothingLikeIt, seen, serves() ?? unconnected, next()].compactMap { $0 }
        } else {
            let said = wish.map { wish in
                Sentence(
                    text: "You said on \(Sayable(wish.day)): “\(wish.words)”.", evidence: [wish.id], isProspect: false)
            }
            sentences = [said, builds(), serves(), next()].compactMap { $0 }
        }
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

    private func builds() -> Sentence? {
        let skills = Sayable.list(grows.map(\.name))
        let nearest: Sayable? = related.first.map { "the nearest earlier work is “\($0.title)”, of \(Sayable($0.day))" }
        let text: Sayable? =
            switch (grows.isEmpty, nearest) {
            case (true, nil): nil
            case (true, let nearest?): "\(nearest.sentence)."
            case (false, let nearest?): "It builds \(skills): \(nearest)."
            case (false, nil) where addressee.isMyself:
                "It builds \(skills): nothing in the ledger resembles it yet."
            case (false, nil): "It builds \(skills)."
            }
        return text.map { Sentence(text: $0, evidence: related.map(\.id), isProspect: false) }
    }

    private var nothingLikeIt: Sentence {
        Sentence(text: "This is new: nothing in the ledger resembles it.", evidence: [], isProspect: false)
    }

    private func seen(_ myJob: MyJob, on day: CivilDay) -> Sentence {
        var people: [String] = []
        let named = [objective?.owner, responsibility?.agreedWith].compactMap { $0 }
        for name in named + related.flatMap(\.people) where !people.contains(name) { people.append(name) }
        if people.isEmpty, let decider = myJob.deciders(on: day).first { people = [decider.label] }
        guard !people.isEmpty else {
            return Sentence(
                text: "Nobody is set to see it yet; decide first who should.", evidence: [], isProspect: true)
        }
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
                belongs.map { "It belongs to “\($0)”, which serves no objective yet." }
            }
        return text.map { Sentence(text: $0, evidence: [], isProspect: false) }
    }

    private var unconnected: Sentence {
        Sentence(
            text:
                "No rule connects it to anything you are measured on; ask what it is for before it starts.",
            evidence: [], isProspect: false)
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
        func answer(_ said: Sayable?, else none: String) -> [Document.Span] {
            [said.map { .text($0.text) } ?? .soft(none)]
        }
        let table = Document.Table(
            columns: ["Question", "Answer"],
            rows: [
                [[.text("What does it build?")], answer(builtSkills, else: "no rule names a skill for it")],
                [[.text("Who will see it?")], answer(seen?.text, else: "")],
                [
                    [.text("What does it make possible next?")],
                    answer(next()?.text, else: "not known: nothing in My job is named for it"),
                ],
            ])
        var sections = [
            Document.Section("Three questions", id: .threeQuestions, [.table(table)]),
            Document.Section("To say to yourself", id: .toSay, sentences.map { .draft([$0.spoken]) }),
        ]
        if !related.isEmpty {
            sections.append(
                Document.Section(
                    "Work like it", id: .workLikeIt,
                    [
                        .list(
                            related.map { item in
                                [
                                    .text("\(item.day.iso) "),
                                    .figure(item.title.text, EvidenceRef(pieces: [item.id])),
                                ]
                            })
                    ]))
        }
        return Document(
            title: "A task from the career angle",
            headline: [.text("“\(task?.text ?? "")”: \(sentences.first?.text.text.lowercasedFirst ?? "")")],
            sections: sections)
    }

    /// The same for somebody else. What is not known, or may not be said, is asked.
    private func handout(to name: Sayable) -> Handout {
        func answer(_ said: Sayable?, else none: Sayable) -> [Handout.Span] { [said.map { .text($0) } ?? .soft(none)] }
        let questions: Handout.Block = .table(
            ["Question", "Answer"],
            [
                [[.text("What does it build?")], answer(builtSkills, else: "no rule names a skill for it")],
                [[.text("Who will see it?")], [.soft("for you to say: nobody else is named here")]],
                [
                    [.text("What does it make possible next?")],
                    answer(next()?.text, else: "not known: nothing in My job is named for it"),
                ],
            ])
        let none: [Handout.Block] = [
            .paragraph([.soft("Nothing that may be said to \(name) is known about it. Ask:")]),
            .draft(.init("What would you like it to lead to?")),
        ]
        var sections: [Handout.Section] = [
            .init("Three questions", id: .threeQuestions, [questions]),
            .init(
                "To say to \(name)", id: .toSay, sentences.isEmpty ? none : sentences.map { .draft($0.spoken) }),
        ]
        if !related.isEmpty {
            let rows = related.map { item in
                [
                    Handout.Span.text("\(Sayable(iso: item.day)) "),
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
