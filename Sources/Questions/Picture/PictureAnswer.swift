package import LedgerModel

/// Where the work leads: the hours that touched each project and each skill.
package struct PictureAnswer: PeriodAnswer {
    package var skills: [Touched]
    package var projects: [Touched]
    /// Skills of My job that no work touched.
    package var untouched: [Skill]

    package struct Touched: Sendable, Hashable {
        package var key: String
        package var name: String
        package var seconds: Int64
        package var pieces: Int
        package var arenas: [Arena]
        package var ref: EvidenceRef
    }

    /// A skill that rules read from evidence.
    package struct SkillRow: Sendable, Hashable {
        package var skill: String
        package var seconds: Int64
        package var pieces: Int

        package init(skill: String, seconds: Int64, pieces: Int) {
            self.skill = skill
            self.seconds = seconds
            self.pieces = pieces
        }
    }
}

extension PictureAnswer {
    package static let grain: CellGrain = [.project, .arena]

    package init(_ input: AnswerBase, skills rows: [SkillRow]) {
        let labels = MyJobLabels(input.myJob)
        skills = Dictionary(grouping: rows, by: \.skill).map { key, rows in
            let pieces = rows.reduce(0) { $0 + $1.pieces }
            return Touched(
                key: key, name: labels.skill(key), seconds: rows.reduce(0) { $0 + $1.seconds }, pieces: pieces,
                arenas: [], ref: EvidenceRef(count: pieces, query: input.query([.init(.skill, key)])))
        }.sorted(by: Self.most)
        projects = Dictionary(grouping: input.cells.filter { !$0.project.isEmpty }, by: \.project).map { key, cells in
            let arenas = Set(cells.compactMap(\.meaning.arena))
            return Touched(
                key: key, name: key, seconds: cells.seconds, pieces: cells.pieces,
                arenas: Arena.allCases.filter(arenas.contains), ref: input.ref(cells, [.init(.project, key)]))
        }.sorted(by: Self.most)
        let seen = Set(rows.map(\.skill))
        untouched = input.myJob.skills.filter { $0.meets(input.period) && !seen.contains($0.key) }
    }

    private static func most(_ a: Touched, _ b: Touched) -> Bool {
        a.seconds != b.seconds ? a.seconds > b.seconds : a.key < b.key
    }
}

extension PictureAnswer {
    package func document(_ input: AnswerBase) -> Document {
        let title = "Where this leads"
        guard input.total.high > 0 else {
            return Empty.nothingSeen(
                title, input,
                "The skills and projects that your work touches, and for a task of next week what it builds, who will "
                    + "see it and what it makes possible.",
                ways: [.calendar, .repository, .setUp])
        }
        return Document(
            title: title, period: input.period.text, headline: headline(input),
            sections: [
                Document.Section(
                    "A task seen from the career angle", id: .task,
                    [
                        .empty(
                            "Name a task of the coming week: what it builds, who will see it, what it makes possible next.",
                            .task)
                    ]),
                wantedSection(input), skillSection(input), projectSection(),
            ].compactMap { $0 })
    }

    private func headline(_ input: AnswerBase) -> [Document.Span] {
        guard let first = skills.first else {
            let wanted = wanted(input)
            guard projects.isEmpty else {
                return [
                    .text("\(Words.count(projects.count, "project").sentence) took your time. "),
                    .text("Which skills \(projects.count == 1 ? "it builds" : "they build") is not said yet."),
                ]
            }
            return [
                .text(
                    wanted.isEmpty
                        ? "Where you want to go is not written down yet."
                        : "You want \(Words.list(wanted.map { "“\($0.label)”" })). Which work leads there is not said yet."
                )
            ]
        }
        var spans: [Document.Span] = [
            .text("The work touched "), .strong(first.name), .text(" most, "),
            .figure(Hours.text(first.seconds), first.ref),
        ]
        if skills.count > 1 {
            spans += [
                .text(", then "), .strong(skills[1].name), .text(", "),
                .figure(Hours.text(skills[1].seconds), skills[1].ref),
            ]
        }
        spans.append(.text("."))
        if !untouched.isEmpty {
            spans.append(.text(" Nothing touched \(Words.list(untouched.prefix(3).map(\.label)))."))
        }
        return spans
    }

    /// What the person wants to learn or do next, as of today.
    private func wanted(_ input: AnswerBase) -> [LearningArea] {
        input.myJob.areas.filter { $0.holds(on: input.zones.day(of: input.now)) }
    }

    private func wantedSection(_ input: AnswerBase) -> Document.Section {
        let wanted = wanted(input)
        guard !wanted.isEmpty else {
            return Document.Section(
                "What I want next", id: .wanted, [.empty("What you want to learn or do next will appear here.", .setUp)]
            )
        }
        return Document.Section(
            "What I want next", id: .wanted,
            [
                .list(wanted.map { [.text($0.label)] }),
                .paragraph([.soft("Which task of the coming week leads there? "), .offer(.task)]),
            ])
    }

    private func skillSection(_ input: AnswerBase) -> Document.Section {
        guard !skills.isEmpty else {
            return Document.Section(
                "Skills", id: .skills,
                [
                    .empty(
                        "The hours that touched each skill will appear here, once rules say which work builds which skill.",
                        .editJob)
                ])
        }
        let rows = skills.map { row -> [[Document.Span]] in
            [[.text(row.name)], [.figure(Hours.column(row.seconds), row.ref)], [.text(String(row.pieces))]]
        }
        return Document.Section(
            "Skills", id: .skills,
            [
                .table(Document.Table(columns: ["Skill", .number("Hours touched"), .number("Pieces")], rows: rows)),
                .paragraph([.soft("Hours touched overlap and do not add up.")]),
            ])
    }

    private func projectSection() -> Document.Section? {
        guard !projects.isEmpty else { return nil }
        let rows = projects.prefix(15).map { row -> [[Document.Span]] in
            [
                [.text(row.name)], [.soft(row.arenas.map(\.label).joined(separator: ", "))],
                [.figure(Hours.column(row.seconds), row.ref)], [.text(String(row.pieces))],
            ]
        }
        return Document.Section(
            "Projects", id: .projects,
            [
                .table(
                    Document.Table(columns: ["Project", "For", .number("Hours"), .number("Pieces")], rows: Array(rows)))
            ])
    }
}
