import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("What the person says of time set aside is kept, counted and undone")
struct BlockAnswerTests {
    /// Four Fridays of “Study: cloud course” from 14:00 to 16:00, the last of them ahead, a meeting that took half an
    /// hour of that of 13 March, and a timesheet on three Wednesdays.
    private func world() async throws -> OperationsWorld {
        let world = try OperationsWorld(now: FixedWorld.at("2026-03-17", "12:00"))
        try world.ledger.importing.addMe("me@example.com", name: "Me")
        func event(_ uid: String, _ day: String, _ from: String, _ until: String, _ rest: String) -> String {
            "UID:\(uid)\nDTSTAMP:20260301T000000Z\nDTSTART:\(day)T\(from)00Z\nDTEND:\(day)T\(until)00Z\n\(rest)"
        }
        try await world.importCalendar(
            "Work",
            ["20260227", "20260306", "20260313", "20260320"].map {
                event("study\($0)", $0, "1300", "1500", "SUMMARY:Study: cloud course")
            }
                + ["20260225", "20260304", "20260311"].map {
                    event("sheet\($0)", $0, "0800", "0830", "SUMMARY:Timesheet")
                }
                + [
                    event(
                        "talk", "20260313", "1300", "1330",
                        "SUMMARY:Vendor\nORGANIZER;CN=Me:mailto:me@example.com\nATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.com\nATTENDEE;CN=Maria;PARTSTAT=ACCEPTED:mailto:maria@example.com"
                    )
                ], arena: .job)
        return world
    }

    private func titles(_ world: OperationsWorld) throws -> [String] {
        try world.ledger.reviewing.blockQuestions().plans.map(\.title)
    }

    private let friday = CivilDay(iso: "2026-03-13")!

    @Test("Time for me becomes a block and growth, work and neither are remembered; each is one undo")
    func plans() async throws {
        let world = try await world()
        let job = world.ledger.myJob
        #expect(try titles(world) == ["Study: cloud course", "Timesheet"])
        #expect(try job.answer(plan: "study: cloud course", .forMe) == "Study: cloud course")
        #expect(try titles(world) == ["Timesheet"])
        let answer = try world.ledger.asking.guardAnswer(world.march).answer
        #expect(answer.blocks.map(\.title) == ["Study: cloud course", "Study: cloud course"] && answer.ahead == 7200)
        _ = try job.answer(plan: "Timesheet", .neither)
        #expect(try titles(world).isEmpty)
        #expect(try job.current().rules.map(\.set.arena) == [.personal, .growth])
        #expect(try world.ledger.keeping.undo().sentence == "the answer about meetings called “Timesheet”")
        #expect(try titles(world) == ["Timesheet"])
        _ = try job.answer(plan: "Timesheet", .work)
        #expect(try titles(world).isEmpty && job.current().rules.first?.set.arena == .job)
        _ = try world.ledger.keeping.undo()
        #expect(try world.ledger.keeping.undo().sentence == "the answer about meetings called “Study: cloud course”")
        #expect(try job.current().blocks.isEmpty && job.current().rules.isEmpty)
        #expect(throws: LedgerError.self) { try job.answer(plan: "Vendor", .forMe) }
    }

    @Test("One word answers for the week: gave it turns what was taken too, for me leaves it, each is one undo")
    func week() async throws {
        let world = try await world()
        let (reviewing, asking) = (world.ledger.reviewing, world.ledger.asking)
        _ = try world.ledger.myJob.answer(plan: "Study: cloud course", .forMe)
        func minutes() throws -> [Int64] {
            let answer = try asking.guardAnswer(ReviewWeek.around(friday)).answer
            return [answer.forMe, answer.given, answer.taken, answer.noTrace].map { $0 / 60 }
        }
        #expect(try minutes() == [0, 0, 30, 90])
        #expect(
            try reviewing.blockQuestions().weeks.map(\.week.since.iso) == ["2026-03-09", "2026-03-02", "2026-02-23"])
        #expect(try reviewing.answerBlocks(ofWeek: friday, .gave) == 1)
        #expect(try minutes() == [0, 120, 0, 0])
        #expect(try asking.guardAnswer(ReviewWeek.around(friday)).answer.instead.isEmpty)
        #expect(try reviewing.answerBlocks(ofWeek: friday, .taken) == 0)
        #expect(try world.ledger.keeping.undo().sentence == "what you said of “Study: cloud course”")
        #expect(try reviewing.answerBlocks(ofWeek: friday, .taken) == 1)
        #expect(try minutes() == [0, 0, 120, 0])
        _ = try world.ledger.keeping.undo()

        #expect(try reviewing.answerBlocks(ofWeek: friday, .forMe) == 1)
        #expect(try minutes() == [90, 0, 30, 0])
        // The meeting keeps its half hour, and the rest is growth on the timeline.
        let backstage = try asking.backstage(ReviewWeek.around(friday)).answer
        #expect(backstage.ledgers.first { $0.arena == .growth }?.spent.seconds == 5400)
        #expect(try asking.scope(ReviewWeek.around(friday)).answer.base.seconds == 1800)
        _ = try world.ledger.keeping.undo()

        #expect(try reviewing.answerBlocks(ofWeek: friday, .unknown) == 1)
        #expect(try minutes() == [0, 0, 30, 90])
        #expect(try reviewing.blockQuestions().weeks.map(\.week.since.iso) == ["2026-03-02", "2026-02-23"])
        #expect(try reviewing.review(ReviewWeek.around(friday)).answer.blocks == nil)
    }

    @Test("One block is answered by itself and can be answered again; what is no block is refused")
    func block() async throws {
        let world = try await world()
        _ = try world.ledger.myJob.answer(plan: "Study: cloud course", .forMe)
        let reviewing = world.ledger.reviewing
        let open = try #require(try reviewing.openBlocks(of: friday)?.blocks.first)
        _ = try reviewing.answerBlock(open.id.description, .taken)
        #expect(try reviewing.answerBlock(open.id.description, .forMe) == "Study: cloud course")
        #expect(try world.ledger.asking.guardAnswer(ReviewWeek.around(friday)).answer.forMe == 5400)
        let talk = try #require(try world.ledger.asking.search("Vendor").hits.first)
        #expect(throws: LedgerError.self) { try reviewing.answerBlock(talk.id.description, .forMe) }
        let ahead = try #require(try world.ledger.asking.search("cloud until:2026-04-01 since:2026-03-18").hits.first)
        #expect(throws: LedgerError.self) { try reviewing.answerBlock(ahead.id.description, .forMe) }
    }

    @Test("The review answers with the same word, and an export brings it back")
    func review() async throws {
        let world = try await world()
        _ = try world.ledger.myJob.answer(plan: "Study: cloud course", .forMe)
        var replies = ReviewReplies()
        replies.week = .gave
        let outcome = try world.ledger.reviewing.finishReview(ReviewWeek.around(friday), replies)
        #expect(outcome.answers == 1)
        var text = ""
        try world.ledger.keeping.export { text += $0 }
        let other = try OperationsWorld(now: FixedWorld.at("2026-03-17", "12:00"))
        try other.ledger.keeping.restore(file: other.folder.write("kept.jsonl", text))
        #expect(try other.ledger.asking.guardAnswer(ReviewWeek.around(friday)).answer.given == 7200)
    }

    @Test("A calendar that is personal or of a side project asks nothing", arguments: [Arena.personal, .side])
    func beside(arena: Arena) async throws {
        let world = try OperationsWorld()
        let study = ["20260227", "20260306", "20260313"].map {
            "UID:s\($0)\nDTSTAMP:20260301T000000Z\nDTSTART:\($0)T130000Z\nDTEND:\($0)T150000Z\nSUMMARY:Study"
        }
        try await world.importCalendar("Own", study, arena: arena)
        #expect(try titles(world).isEmpty)
        try await world.importCalendar("Work", study.map { $0.replacing("UID:", with: "UID:w") }, arena: .job)
        #expect(try titles(world) == ["Study"])
    }

    @Test("A name in the title of a block is forgotten in what the answer wrote too, and the block stays one")
    func forgotten() async throws {
        let world = try await world()
        try await world.importCalendar(
            "Own",
            ["20260303", "20260310"].map {
                "UID:m\($0)\nDTSTAMP:20260301T000000Z\nDTSTART:\($0)T170000Z\nDTEND:\($0)T180000Z\nSUMMARY:Study for Maria"
            })
        _ = try world.ledger.myJob.answer(plan: "Study for Maria", .forMe)
        let forgetting = world.ledger.forgetting
        _ = try forgetting.forget(forgetting.forgettable(person: "Maria"))
        var text = ""
        try world.ledger.keeping.export { text += $0 }
        #expect(!text.lowercased().contains("maria"))
        #expect(try world.ledger.asking.guardAnswer(world.march).answer.blocks.count == 2)
        #expect(try titles(world) == ["Study: cloud course", "Timesheet"])
    }

    @Test("A private event is neither asked about nor named")
    func privately() async throws {
        let world = try OperationsWorld()
        try await world.importCalendar(
            "Work",
            ["20260227", "20260306", "20260313"].map {
                "UID:s\($0)\nDTSTAMP:20260301T000000Z\nDTSTART:\($0)T130000Z\nDTEND:\($0)T150000Z\nCLASS:PRIVATE\nSUMMARY:Study"
            })
        #expect(try titles(world).isEmpty)
    }
}
