package import Attribution
package import LedgerModel

/// One task seen from the career angle: three questions, and four sentences to say aloud.
package struct TaskPicture: Sendable {
    package var task: String
    /// Someone the person leads; `nil` for the person.
    package var forName: String?
    package var grows: [Grows]
    package var responsibility: Responsibility?
    package var objective: Objective?
    /// Earlier evidence that resembles the task.
    package var related: [Related]
    package var sentences: [Sentence]

    package struct Grows: Sendable, Hashable {
        package var skill: String
        package var name: String
        package var because: String
    }

    package struct Related: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        package var day: CivilDay
        package var people: [String]
        /// The skills that it was read as building.
        package var skills: [String]

        package init(id: PublicID, title: String, day: CivilDay, people: [String], skills: [String] = []) {
            self.id = id
            self.title = title
            self.day = day
            self.people = people
            self.skills = skills
        }
    }

    package struct Sentence: Sendable, Hashable {
        package var text: String
        package var evidence: [PublicID]
        /// Whether it is about the future: such a sentence needs no evidence and holds no figure.
        package var isProspect: Bool
    }
}

extension TaskPicture {
    /// `reading` is what the rules say about the words of the task, or about the evidence that it names.
    package init(
        task: String, forName: String?, reading: Reading, myJob: MyJob, on day: CivilDay, related: [Related]
    ) {
        self.task = task
        self.forName = forName
        let labels = MyJobLabels(myJob)
        grows = reading.skills.compactMap { skill in
            skill.value.map { Grows(skill: $0, name: labels.skill($0), because: skill.because) }
        }
        if grows.isEmpty { grows = Self.grows(from: related, labels) }
        responsibility = myJob.responsibilities.first { $0.key == reading.responsibility.value }
        objective = myJob.objectives.first { $0.key == reading.objective.value }
        self.related = related
        sentences = []
        sentences = [builds(), seen(myJob, on: day), serves()] + (next().map { [$0] } ?? [])
    }

    /// The skills that earlier work like it built, most frequent first.
    private static func grows(from related: [Related], _ labels: MyJobLabels) -> [Grows] {
        let counts = Dictionary(related.flatMap(\.skills).map { ($0, 1) }, uniquingKeysWith: +)
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map {
            Grows(skill: $0.key, name: labels.skill($0.key), because: "earlier work like it")
        }
    }

    private var who: String { forName ?? "I" }
    private var isMine: Bool { forName == nil }

    private func builds() -> Sentence {
        let ids = related.map(\.id)
        guard !grows.isEmpty else {
            return Sentence(
                text: related.isEmpty
                    ? "This is new: nothing in the ledger resembles it."
                    : "The nearest earlier work is “\(related[0].title)”, of \(Period.date(related[0].day)).",
                evidence: ids, isProspect: false)
        }
        let names = Words.list(grows.map(\.name))
        let before =
            related.isEmpty
            ? "nothing in the ledger resembles it yet"
            : "the nearest earlier work is “\(related[0].title)”, of \(Period.date(related[0].day))"
        return Sentence(text: "It builds \(names): \(before).", evidence: ids, isProspect: false)
    }

    private func seen(_ myJob: MyJob, on day: CivilDay) -> Sentence {
        var people: [String] = []
        let named = [objective?.owner, responsibility?.agreedWith].compactMap { $0 }
        for name in named + related.flatMap(\.people) where !people.contains(name) && name != forName {
            people.append(name)
        }
        if people.isEmpty, let decider = myJob.deciders(on: day).first { people = [decider.label] }
        guard !people.isEmpty else {
            return Sentence(
                text: "Nobody is set to see it yet; decide first who should.", evidence: [], isProspect: true)
        }
        return Sentence(
            text: "\(Words.list(Array(people.prefix(3)))) will see it.", evidence: related.map(\.id), isProspect: true)
    }

    private func serves() -> Sentence {
        if let objective {
            let through = responsibility.map { " through “\($0.label)”" } ?? ""
            return Sentence(text: "It serves “\(objective.label)”\(through).", evidence: [], isProspect: false)
        }
        if let responsibility {
            return Sentence(
                text: "It belongs to “\(responsibility.label)”, which serves no objective yet.", evidence: [],
                isProspect: false)
        }
        return Sentence(
            text:
                "No rule connects it to anything \(isMine ? "you are" : "\(who) is") measured on; ask what it is for before it starts.",
            evidence: [], isProspect: false)
    }

    private func next() -> Sentence? {
        let whose = isMine ? "you" : who
        if let result = objective?.keyResults.first {
            return Sentence(
                text: "Done well, it gives \(whose) a result to show on “\(result.label)”.", evidence: [],
                isProspect: true)
        }
        if let skill = grows.first {
            return Sentence(
                text: "Done well, \(whose) can be asked for \(skill.name) by name.", evidence: [],
                isProspect: true)
        }
        return nil
    }

    package func document() -> Document {
        let table = Document.Table(
            columns: ["Question", "Answer"],
            rows: [
                [
                    [.text("What does it build?")],
                    [grows.isEmpty ? .soft("no rule names a skill for it") : .text(Words.list(grows.map(\.name)))],
                ],
                [[.text("Who will see it?")], [.text(sentences[1].text)]],
                [
                    [.text("What does it make possible next?")],
                    [next().map { .text($0.text) } ?? .soft("not known: nothing in My job is named for it")],
                ],
            ])
        var sections = [
            Document.Section("Three questions", id: .threeQuestions, [.table(table)]),
            Document.Section(
                "To say to \(forName ?? "yourself")",
                sentences.map { sentence in
                    .draft([.text(sentence.text)] + (sentence.isProspect ? [.soft(" (prospect)")] : []))
                }),
        ]
        if !related.isEmpty {
            sections.append(
                Document.Section(
                    "Work like it", id: .workLikeIt,
                    [
                        .list(
                            related.prefix(8).map { item in
                                [
                                    .text("\(item.day.iso) "),
                                    .figure(
                                        item.title,
                                        EvidenceRef(pieces: [item.id])),
                                ]
                            })
                    ]))
        }
        return Document(
            title: "A task from the career angle",
            headline: [
                .text("“\(task)”"), .text(forName.map { " for \($0)" } ?? ""), .text(": "),
                .text(sentences[0].text.lowercasedFirst),
            ], sections: sections)
    }
}
