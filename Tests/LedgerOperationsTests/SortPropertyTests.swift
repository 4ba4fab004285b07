import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Ledgers drawn at random: a repository, a calendar with categories and 1:1s, a journal, notes with tags.
@Suite("Sorting: what a group shows is what its answer places, and what undo takes back")
struct SortPropertyTests {
    @Test("Over random ledgers, groups in parts and waiting ones too", arguments: Seeds.or(1...4))
    func exact(seed: UInt64) async throws {
        let here = try OperationsWorld()
        var random = SeededGenerator(seed: seed)
        try await fill(here, &random)
        var split: Set<String> = []
        for step in 0..<12 {
            let before = try here.ledger.asking.sortSheet(here.march, split: split)
            guard let group = before.groups.randomElement(using: &random) else { return }
            let place = "seed \(seed), step \(step): \(group.kind) \(group.name)"
            let asked = JobEditing.SortAsked(
                id: group.id, pieces: group.pieces.count, period: here.march, split: split)
            let said = Self.answers.randomElement(using: &random) ?? .mine
            guard case .kept(let sorted) = try here.ledger.myJob.answer(asked, said) else {
                Issue.record("not kept; \(place)")
                return
            }
            let after = try here.ledger.asking.sortSheet(here.march, split: split)
            #expect(after.traced == before.traced, "\(place)")
            #expect(after.explained == before.explained + group.seconds, "\(place)")
            #expect(after.group(group.id) == nil, "\(place)")
            _ = try here.ledger.keeping.undoSort(sorted.action)
            let back = try here.ledger.asking.sortSheet(here.march, split: split)
            #expect(back.groups == before.groups && back.undecided == before.undecided, "\(place)")
            _ = try here.ledger.myJob.answer(asked, said)
            if let part = after.groups.first(where: \.canSplit), random.next() % 2 == 0 { split.insert(part.id) }
        }
    }

    private static let answers: [SortAnswer] = [.mine, .notMine(nil), .arena(.growth), .arena(.side)]

    private func fill(_ here: OperationsWorld, _ random: inout SeededGenerator) async throws {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        func two(_ number: Int) -> String { padded(number, 2) }
        try here.ledger.importing.addMe("mina@example.org")
        let repository = try GitFixture()
        for day in 1...14 {
            for hour in [6, 20] where random.next() % 4 > 0 {
                let folder = pick(["src/core", "src/site", "docs", "test", "src/core/deep", ""])
                for name in 0..<pick([1, 1, 2]) {
                    try repository.write("\(day) \(hour)", to: (folder.isEmpty ? "" : folder + "/") + "f\(name)")
                }
                try repository.write("\(day) \(hour)", to: pick(["src/site/x", "top", "src/core/y"]))
                try repository.commit(
                    pick(["fix(core): ", "feat(site): ", "docs: ", "", "fix: "]) + "thing \(day) #\(day % 3)",
                    at: "2026-03-\(two(day))T\(two(hour)):30:00+0100")
            }
        }
        _ = try await here.ledger.importing.importAll(
            .git, [repository.path], arena: .job, progress: OperationsWorld.silent)
        let events = (1...14).flatMap { day in
            [8, 10, 12, 14].map { hour in
                let title = pick(["1:1 Jo", "1:1 Pri", "Board", "Review: a", "Review: b", "Call \(day)"])
                let category = pick(["", "", "\nCATEGORIES:Red", "\nCATEGORIES:Red,Hiring"])
                return """
                    UID:\(day)-\(hour)
                    DTSTAMP:20260301T080000Z
                    DTSTART:202603\(two(day))T\(two(hour))0000Z
                    DTEND:202603\(two(day))T\(two(hour))3000Z
                    SUMMARY:\(title)
                    ORGANIZER:mailto:mina@example.org
                    ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
                    ATTENDEE;PARTSTAT=ACCEPTED:mailto:\(title.hasSuffix("Pri") ? "pri" : "jo")@example.org\(category)
                    """
            }
        }
        try await here.importCalendar("Work", events, arena: .job)
        let journal = here.folder.write(
            "brag.md", (1...14).map { "- 2026-03-\(two($0)) 17:10 thing \($0) #won\n" }.joined())
        _ = try await here.ledger.importing.importAll(
            .notes, [journal], arena: .job, progress: OperationsWorld.silent)
        for day in 1...14 {
            try here.note(
                pick(["reading", "Reading", "call", "OPS-\(day)"]), at: here.at("18:00", "2026-03-\(two(day))"),
                minutes: 20, tags: pick([[], ["won"], ["book"], ["book", "won"]]))
        }
    }
}
