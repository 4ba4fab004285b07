import LedgerModel
import TestSupport
import Testing

@testable import LedgerOperations

@Suite("What was found, as questions that every surface asks alike")
struct ImportPlanTests {
    private static func source(_ name: String, likely: Bool, known: Bool = false) -> Importing.Found {
        Importing.Found(
            kind: .git, path: "/code/\(name)", name: name, what: "3 of 8 commits are yours", last: nil,
            isLikely: likely, isKnown: known, othersBetween: nil)
    }

    private static func plan(_ found: [Importing.Found], _ arenas: [Arena] = Arena.allCases) -> ImportPlan {
        var plan = ImportPlan(arenas: arenas)
        plan.found = found
        return plan
    }

    private static let three = plan([
        source("runbooks", likely: true), source("network", likely: true, known: true), source("old", likely: false),
    ])

    @Test("What is read already is not asked about, and the rest is left out unless the person says so")
    func usual() {
        let plan = Self.three
        #expect(plan.likely.map(\.place) == [0] && plan.rest.map(\.place) == [2])
        #expect(plan.likely[0].usual(for: .job) == .read(.job))
        #expect(plan.rest[0].usual(for: .job) == .leaveOut)
        #expect(plan.restTitle == "Without a commit of yours in the last year: old")
        #expect(plan.remarks() == ["One more was read before."])
        var known = plan
        known.found = plan.found.filter(\.isKnown)
        #expect(known.remarks() == ["One was read before."])
        #expect(plan.remarks(listing: 0).count == 2)
    }

    @Test("Only what is answered with yes is read, each for what was said")
    func chosen() {
        let plan = Self.three
        let chosen = plan.chosen([0: .read(.side), 1: .read(.job), 2: .leaveOut, 7: .read(nil)])
        #expect(chosen.map(\.found.name) == ["runbooks"] && chosen.map(\.arena) == [.side])
        #expect(plan.chosen([2: .read(nil)]).map(\.found.name) == ["old"])
        #expect(plan.chosen([:]).isEmpty)
    }

    @Test("Each answer is known by its first letter, and what is none reads nothing")
    func words() {
        let plan = Self.three
        for choice in plan.choices {
            #expect(plan.answer(choice.word) == choice.answer)
            #expect(plan.answer(" " + choice.word.prefix(1).uppercased()) == choice.answer)
        }
        #expect(Set(plan.choices.map { $0.word.first }).count == plan.choices.count)
        for word in ["", "  ", "yes please", "jobs"] { #expect(plan.answer(word) == nil) }
        let without = Self.plan(plan.found, Arena.allCases.filter { $0 != .side })
        #expect(without.answer("side") == nil)
    }

    @Test("Whose commits they are is said with numbers of the list, addresses and names")
    func whose() {
        let whose = ImportPlan.WhoseCommits(authors: [
            .init(name: "Mina Weber", identity: "mina@example.org", commits: 3),
            .init(name: "Jo", identity: "jo@example.org", commits: 1),
        ])
        #expect(whose.identities("2") == ["jo@example.org"])
        #expect(whose.identities("1, m@example.com,") == ["mina@example.org", "m@example.com"])
        for answer in ["", ",", "3", "0", "1, 9"] { #expect(whose.identities(answer) == nil) }
    }

    @Test("Of notes a day is typed as elsewhere; one for all gives way to one of its own")
    func notes() throws {
        let here = try OperationsWorld()
        let sheet = try here.ledger.importing.notesSheet(text: ImportNotesTests.brag)
        #expect(sheet.question == "When were these two?")
        #expect(sheet.others == "4 other entries have dates.")
        let first = sheet.undated[0].id
        let days = try sheet.days(each: { $0.id == first ? " 2026-01-07 " : "" }, others: "yesterday")
        #expect(days == .init(each: [first: CivilDay(iso: "2026-01-07")!], others: FixedWorld.day - 1))
        #expect(throws: LedgerError.self) { try sheet.days(each: { _ in "soon" }, others: "") }
        #expect(try sheet.days(each: { _ in nil }, others: " ") == .init())
    }
}
