import Attribution
import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TestSupport
import Testing

@Suite("Forgetting: what Sort was told of a 1:1 stays told, and its rule loses the name")
struct ForgetSortedTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        var myJob = try here.ledger.myJob.current()
        myJob.responsibilities = [
            Responsibility(key: "team", label: "Leading the team"), Responsibility(key: "hire", label: "Hiring"),
        ]
        try here.ledger.myJob.load(myJob)
    }

    private func exported() throws -> String {
        var text = ""
        try here.ledger.keeping.export { text += $0 }
        return text
    }

    private static func meeting(_ uid: String, _ title: String, _ name: String, day: Int) -> String {
        let word = name.split(separator: " ")[0].lowercased()
        return """
            UID:\(uid)
            SUMMARY:\(title)
            DTSTART:202603\(day < 10 ? "0" : "")\(day)T130000Z
            DTEND:202603\(day < 10 ? "0" : "")\(day)T150000Z
            ORGANIZER:mailto:mina@example.org
            ATTENDEE;CN="\(name)";PARTSTAT=ACCEPTED:mailto:\(word)@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """
    }

    @discardableResult
    private func answer(_ name: String, _ key: String) throws -> JobEditing.Sorted {
        // One by one, since 1:1s are asked about together.
        let together = try here.ledger.asking.sortSheet(here.march).groups.filter { $0.kind == .oneOnOnes }.map(\.id)
        let sheet = try here.ledger.asking.sortSheet(here.march, split: Set(together))
        let group = try #require(sheet.groups.first { $0.name == name }, "\(name)")
        let asked = JobEditing.SortAsked(
            id: group.id, pieces: group.pieces.count, period: here.march, split: Set(together))
        guard case .kept(let sorted) = try here.ledger.myJob.answer(asked, .responsibility(key)) else {
            throw LedgerError(.usage, "refused")
        }
        return sorted
    }

    private func forget(_ name: String) throws {
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: name))
    }

    /// The act alone, without the mark at which `undo` stops: what an `undo` would write is scrubbed all the same.
    private func forgetUnmarked(_ name: String) throws {
        guard case .person(let id, _, _, _) = try here.ledger.forgetting.forgettable(person: name) else { return }
        let store = try LedgerStore(path: here.ledger.path)
        _ = try store.write(at: here.ledger.now) { try $0.forget(person: id) }
    }

    private func rules() throws -> [Rule] { try here.ledger.myJob.current().rules }

    private static let emre = (1...3).map { meeting("e\($0)", "1:1 Emre", "Emre Can", day: $0 * 2) }
    private static let noor = (1...2).map { meeting("n\($0)", "1:1 Noor", "Noor Haddad", day: $0 * 2 + 1) }

    @Test("The hours stay decided, nothing is asked again, and the name is nowhere")
    func kept() async throws {
        try await here.importCalendar("Work", Self.emre + [Self.meeting("d", "Demo", "Kim Li", day: 12)], arena: .job)
        #expect(try answer("1:1 Emre", "team").rules == ["sort-1-1-emre"])
        let before = try here.ledger.asking.sortSheet(here.march)
        let target = try here.ledger.forgetting.forgettable(person: "Emre Can")
        #expect(try here.ledger.forgetting.preview(of: target).stays.isEmpty)
        try forget("Emre Can")
        let rule = try #require(try rules().first)
        #expect(rule.key == "sort-1-1-forgotten")
        #expect(rule.sortedName([:]) == "meetings called “1:1 [forgotten]”")
        #expect(rule.set.responsibility == "team")
        let after = try here.ledger.asking.sortSheet(here.march)
        #expect(after.undecided == before.undecided)
        #expect(after.groups.map(\.name) == ["Demo"])
        let text = try exported().lowercased()
        #expect(!text.contains("emre"))
        try await here.importCalendar("Work", Self.emre + [Self.meeting("d", "Demo", "Kim Li", day: 12)])
        #expect(try here.ledger.asking.sortSheet(here.march).undecided == before.undecided)
        #expect(!(try exported().lowercased().contains("emre")))
    }

    @Test("Undo of the answer after forgetting takes back exactly it, and no name comes back")
    func undone() async throws {
        try await here.importCalendar("Work", Self.emre, arena: .job)
        try answer("1:1 Emre", "team")
        try forgetUnmarked("Emre Can")
        let undone = try here.ledger.keeping.undo()
        #expect(undone.title == "meetings called “1:1 [forgotten]”")
        #expect(try rules().isEmpty)
        #expect(try here.ledger.asking.sortSheet(here.march).groups.map(\.name) == ["1:1 [forgotten]"])
        #expect(!(try exported().lowercased().contains("emre")))
    }

    @Test("A rule that was taken back loses the name in the journal too")
    func journal() async throws {
        try await here.importCalendar("Work", Self.emre, arena: .job)
        try answer("1:1 Emre", "team")
        _ = try here.ledger.keeping.undo()
        #expect(try rules().isEmpty)
        try forget("Emre Can")
        #expect(!(try exported().lowercased().contains("emre")))
    }

    @Test("Two who are forgotten: two keys, one expression, and the first decision holds; a third is answered anew")
    func two() async throws {
        try await here.importCalendar("Work", Self.emre + Self.noor, arena: .job)
        try answer("1:1 Emre", "team")
        try answer("1:1 Noor", "hire")
        try forgetUnmarked("Noor Haddad")
        #expect(try rules().map(\.key) == ["sort-1-1-emre", "sort-1-1-forgotten"])
        try forgetUnmarked("Emre Can")
        let kept = try rules()
        #expect(kept.map(\.key) == ["sort-1-1-forgotten-2", "sort-1-1-forgotten"])
        #expect(kept.map { $0.sortedName([:]) } == Array(repeating: "meetings called “1:1 [forgotten]”", count: 2))
        #expect(kept.map(\.set.responsibility) == ["team", "hire"])
        #expect(kept[0].when == kept[1].when)
        #expect(try here.ledger.asking.sortSheet(here.march).undecided == 0)
        let text = try exported().lowercased()
        for name in ["emre", "noor"] { #expect(!text.contains(name), "\(name)") }
        // Both are taken back as two.
        _ = try here.ledger.keeping.undo()
        #expect(try rules().map(\.key) == ["sort-1-1-forgotten-2"])
    }

    @Test("Numbers, a whole name and a rule of the person's own follow too; a rule of something else stays")
    func others() async throws {
        let numbered = (1...2).map { Self.meeting("s\($0)", "Emre sync \($0)", "Emre Can", day: $0 * 3 + 10) }
        let whole = [Self.meeting("w", "Review (Emre Can)", "Emre Can", day: 9)]
        let demo = [Self.meeting("d", "Demo", "Kim Li", day: 12)]
        try await here.importCalendar("Work", Self.emre + numbered + whole + demo, arena: .job)
        let family = try #require(try here.ledger.asking.sortSheet(here.march).groups.first { $0.kind == .numbered })
        try answer(family.name, "team")
        try answer("Review (Emre Can)", "hire")
        try answer("Demo", "hire")
        var myJob = try here.ledger.myJob.current()
        var condition = Condition()
        condition.title = "^1:1 emre$"
        myJob.rules.append(Rule(key: "my-emre", when: condition, set: .init(responsibility: "team")))
        try here.ledger.myJob.load(myJob)
        #expect(try here.ledger.asking.sortSheet(here.march).undecided == 0)
        try forget("Emre Can")
        #expect(
            try rules().map(\.key).sorted() == [
                "my-forgotten", "sort-demo", "sort-forgotten-sync", "sort-review-forgotten",
            ])
        #expect(try here.ledger.asking.sortSheet(here.march).undecided == 0)
        #expect(!(try exported().lowercased().contains("emre")))
        // Of somebody else, after a rule holds what stands for the first.
        try forget("Kim Li")
        #expect(try here.ledger.asking.sortSheet(here.march).undecided == 0)
    }
}
