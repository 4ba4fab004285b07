import LedgerModel
import LedgerStore
import Questions
import TestSupport
import Testing

@testable import LedgerOperations

@Suite("Expressions that cannot be used are refused when My job is read")
struct ExpressionTests {
    let world: OperationsWorld

    init() throws { world = try OperationsWorld() }

    @Test(
        "With the line, the reason and the place in the expression",
        arguments: [
            (
                "rules:\n  - name: pager\n    when: {title~: 'ops('}\n    set: {worth: baseline}\n", 3,
                "“(” is not closed, at character 4"
            ),
            (
                "rules:\n  - name: pager\n    when:\n      body~: '(a)\\1'\n    set: {worth: baseline}\n", 4,
                "back references are not supported, at character 4"
            ),
            ("blocks:\n  - label: Course\n    when:\n      title~: '(a{200}){200}'\n", 4, "it is too large"),
            ("name: Jo\nleave: '[a'\n", 2, "“[” is not closed, at character 1"),
        ])
    func refused(text: String, line: Int, reason: String) throws {
        let error = #expect(throws: LedgerError.self) {
            try world.ledger.myJob.change(text, fileName: "job.yaml")
        }
        #expect(error?.code == .jobInvalid)
        #expect(error?.location == "job.yaml:\(line)")
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test("Whatever the case and form, and before anything is kept")
    func taken() throws {
        let text = "rules:\n  - name: handover\n    when: {title~: '^u\u{308}bergabe'}\n    set: {worth: baseline}\n"
        try world.ledger.myJob.keep(try world.ledger.myJob.change(text, fileName: "job.yaml"))
        try world.note("ÜBERGABE an Noor", at: world.at("9:00"))
        let tested = try world.ledger.myJob.testRules(Period("week", today: try world.ledger.asking.today()))
        #expect(tested.rules.map(\.matches) == [1])
    }

    @Test("A rule that came in with a restored ledger is named by what asks it")
    func kept() throws {
        var when = Condition()
        when.title = "(a)\\1"
        let rule = Rule(key: "old", when: when, set: .init(worth: .baseline))
        var myJob = MyJob()
        myJob.rules = [rule]
        #expect(throws: LedgerError.self) { try world.ledger.myJob.load(myJob) }
        try world.ledger.asking.write { try $0.save(myJob, action: world.ledger.asking.ulid(), verb: "job") }
        let error = #expect(throws: LedgerError.self) {
            try world.ledger.myJob.testRules(Period("week", today: try world.ledger.asking.today()))
        }
        #expect(error?.code == .jobInvalid && error?.message.hasPrefix("rule “old”: title~ cannot be used") == true)
    }
}
