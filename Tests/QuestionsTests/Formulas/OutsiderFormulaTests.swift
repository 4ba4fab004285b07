import LedgerModel
import TestSupport
import Testing

@testable import Questions

/// Documentation/Value.md, *Whether somebody else could run it*, worked by hand. The twelve months end with 17 March 2026,
/// in the first quarter: 2026 × 4 + 0 = 8104.
@Suite("Who else could run it, worked by hand")
struct OutsiderFormulaTests {
    private let zones = ZoneHistory(FixedWorld.berlin)
    private let files: [Int64: String] = [
        1: "bin/backup.sh", 2: "docs/backup.md", 3: "README.md", 4: "web/page.html", 5: "CHANGELOG.md",
    ]

    private func own(_ name: String, _ iso: String, _ files: Set<Int64>, isShared: Bool = false) -> FileChanges.Own {
        .init(id: PublicID(.commit, name), at: FixedWorld.at(iso, "12:00"), files: files, isShared: isShared)
    }

    private func other(_ name: String, _ quarter: Int, _ files: Set<Int64> = [1]) -> FileChanges.Other {
        .init(author: "\(name)@example.com", name: name, quarter: quarter, files: files)
    }

    private func facts(
        _ own: [FileChanges.Own], _ others: [FileChanges.Other] = [], pieces: Set<PublicID>? = nil,
        isFresh: Bool = true, isWhole: Bool = true, commits: Int = 5, meetings: Int = 0,
        notes: [SystemFacts.Handbook] = [], hasRepository: Bool = true
    ) -> SystemFacts {
        let touched = own.reduce(into: Set<Int64>()) { $0.formUnion($1.files) }
            .union(others.reduce(into: Set<Int64>()) { $0.formUnion($1.files) })
        let changes = FileChanges(
            own: own, others: others, paths: files.filter { touched.contains($0.key) }, isWhole: isWhole)
        return SystemFacts(
            name: "backups", ref: EvidenceRef(count: 5, query: "project:backups"), commits: commits,
            meetings: meetings,
            repositories: hasRepository ? [.init(changes, pieces: pieces, isFresh: isFresh)] : [], notes: notes,
            until: FixedWorld.day, zones, WhoIsWho(QuestionWorld.myJob()))
    }

    @Test("Soon: written down, and two others changed it in this quarter or the three before")
    func soon() {
        let mine = [own("b", "2026-02-03", [2]), own("a", "2025-06-02", [1])]
        let found = facts(mine, [other("omar", 8104), other("ada", 8101), other("ada", 8102), other("bo", 8100)])
        #expect(found.others == 2 && !found.isAlone)
        #expect(
            found.soon?.spans.plain
                == "Somebody else could run backups soon: how it works is written down (docs/backup.md), and two others have changed it since 1 April 2025."
        )
        #expect(found.soon?.handbook == [PublicID(.commit, "b")] && found.later == nil)
        // Written down by nobody, or changed by nobody else, it is not soon; a change log says nothing of how it works.
        #expect(facts([own("a", "2026-02-03", [1, 5])], [other("omar", 8104)]).soon == nil)
        #expect(facts(mine).soon == nil)
        // What others wrote down counts, and so does a note; a runbook goes before a page, and that before a README.
        #expect(facts([own("a", "2026-02-03", [1])], [other("omar", 8104, [3])]).handbook?.name == "README.md")
        let note = SystemFacts.Handbook(name: "Runbook of the backups", pieces: [PublicID(.note, "n")])
        #expect(facts([own("a", "2026-02-03", [1])], [other("omar", 8104)], notes: [note]).soon != nil)
        #expect(facts([own("a", "2026-02-03", [3])] + mine).handbook?.name == "docs/backup.md")
    }

    @Test("Later: nobody else in twelve months, and nothing that says how it works")
    func later() {
        let mine = [own("a", "2026-02-03", [1])]
        #expect(
            facts(mine).later?.spans.plain
                == "Nobody else has changed backups in a year, and nothing here says how it works: that is a risk for its owner. Next: write down how it works, from 5 pieces."
        )
        #expect(facts(mine, meetings: 1).later?.spans.plain.contains("Next: show it to somebody you meet") == true)
        #expect(facts(mine, commits: 26, meetings: 1).later?.spans.plain.contains("Next: automate what") == true)
        #expect(facts(mine, [other("omar", 8099)]).later != nil)
        // Of a commit in the quarter in which the year begins nobody knows whether it was in it.
        #expect(facts(mine, [other("omar", 8100)]).later == nil)
        #expect(facts([own("a", "2026-02-03", [1], isShared: true)]).later == nil)
        #expect(facts([own("a", "2026-02-03", [1, 2])]).later == nil)
    }

    @Test("Where no source would show others, nobody says that there were none")
    func unknown() {
        let mine = [own("a", "2026-02-03", [1])]
        #expect(facts(mine, hasRepository: false).later == nil)
        #expect(facts(mine, isFresh: false).later == nil)
        #expect(facts(mine, isWhole: false).later == nil)
        #expect(facts(mine, commits: 2).later == nil)
    }

    @Test("In a repository that holds other work too, a system is the files of its commits and of their folders")
    func shared() {
        let mine = [own("a", "2026-02-03", [1]), own("web", "2026-02-04", [4, 3])]
        let found = facts(mine, [other("omar", 8104, [4])], pieces: [PublicID(.commit, "a")])
        #expect(found.others == 0 && found.isAlone && found.handbook == nil)
        #expect(facts(mine, [other("omar", 8104, [4])]).others == 1)
    }

    @Test("Which files say how something works")
    func handbooks() {
        let kinds = [
            "README": HandbookFile.readme, "ops/README.md": .readme, "docs/backup.md": .page, "RUNBOOK.md": .runbook,
            "runbooks/mail.txt": .runbook, "docs/runbook-mail.md": .runbook,
        ]
        for (path, kind) in kinds { #expect(HandbookFile(path) == kind, "\(path)") }
        for path in ["docs/changelog.md", "CHANGELOG.md", "docs/logo.png", "bin/runbook.sh", "notes.md", "docs/.md"] {
            #expect(HandbookFile(path) == nil, "\(path)")
        }
    }

    @Test("Could not: it serves an objective, and colleagues are on its evidence; at most three are named")
    func couldNot() {
        let labels = MyJobLabels(QuestionWorld.myJob())
        func line(_ objective: String?, _ names: [String]) -> String? {
            let claim = Claim(
                id: PublicID(.claim, "r"), text: "Restores are tested", objective: objective, at: FixedWorld.now,
                evidence: [PublicID(.event, "e")])
            return Outsider.Line(claim, colleagues: names, labels)?.spans.plain
        }
        #expect(line(nil, ["Maria"]) == nil && line("resilience", []) == nil)
        let objective = labels.objective("resilience")
        #expect(
            line("resilience", ["Maria", "Tom"])
                == "An outsider could not have brought about “Restores are tested”: it serves \(objective), and Maria and Tom were part of it."
        )
        #expect(
            line("resilience", ["A", "B", "C", "D", "E"])?.hasSuffix("and A, B, C and two others were part of it.")
                == true)
    }
}

/// Documentation/Value.md, *Decisions, handbooks and tools*, worked by hand.
@Suite("What the person began, worked by hand")
struct BegunFormulaTests {
    private func begun(
        _ own: [(day: String, files: Set<Int64>)], _ others: [(quarter: Int, files: Set<Int64>)],
        paths: [Int64: String] = [1: "docs/restore.md", 2: "run.sh"], isWhole: Bool = true
    ) -> [String] {
        let changes = FileChanges(
            own: own.reversed().map {
                .init(id: PublicID(.commit, $0.day), at: FixedWorld.at($0.day, "12:00"), files: $0.files)
            },
            others: others.map {
                .init(author: "omar@example.com", name: "Omar", quarter: $0.quarter, files: $0.files)
            },
            paths: paths, isWhole: isWhole)
        return changes.begun("sorter", ZoneHistory(FixedWorld.berlin)).map {
            "\($0.lasting.kind) \($0.lasting.claim.text)"
        }
    }

    @Test("Begun in 2025-Q4, 8103: a tool if others came from 8104 on, nothing if one was there in the same quarter")
    func tool() {
        #expect(begun([("2025-11-03", [2])], [(8104, [2])]) == ["tool sorter"])
        #expect(begun([("2025-11-03", [2])], [(8103, [2]), (8104, [2])]).isEmpty)
        #expect(begun([("2025-11-03", [2])], []).isEmpty)
        #expect(begun([("2025-11-03", [2])], [(8104, [2])], isWhole: false).isEmpty)
    }

    @Test("A page is hers if no other had it by then and it was changed in a later quarter")
    func handbook() {
        let page = ["handbook docs/restore.md"]
        let early: (quarter: Int, files: Set<Int64>) = (8100, [2])
        #expect(begun([("2025-11-03", [1])], [early, (8104, [1])]) == page)
        #expect(begun([("2025-11-03", [1]), ("2026-02-03", [1])], [early]) == page)
        #expect(begun([("2025-11-03", [1]), ("2025-12-03", [1])], [early]).isEmpty)
        #expect(begun([("2025-11-03", [1])], [early, (8103, [1]), (8104, [1])]).isEmpty)
        // A page of that name elsewhere: it may have moved. One of 21 files: it came from elsewhere.
        #expect(
            begun([("2025-11-03", [1])], [early, (8104, [1, 3])], paths: [1: "docs/a.md", 3: "wiki/a.md"]).isEmpty)
        let many = Set((1...21).map { Int64($0) })
        #expect(begun([("2025-11-03", many)], [early, (8104, [1])]).isEmpty)
    }
}
