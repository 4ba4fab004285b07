import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Dropped calendars: kept without their private parts")
struct DropPrivateTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("petra.vogel@corp.test")
    }

    private static let secret = """
        UID:p
        CLASS:CONFIDENTIAL
        DTSTAMP:20260201T000000Z
        DTSTART:20260310T090000Z
        DTEND:20260310T100000Z
        SUMMARY:ZQTITLE
        LOCATION:ZQPLACE
        DESCRIPTION:first ZQLI
         NE and more
        X-ALT-DESC;FMTTYPE=text/html:<p>ZQALT</p>
        \(ForgetSeriesTests.guests.replacing("Tomasz Nowak", with: "ZQPERSON Nowak"))
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:ZQALARM
        TRIGGER:-PT15M
        END:VALARM
        """
    private static let leave =
        "UID:l\nCLASS:PRIVATE\nDTSTART;VALUE=DATE:20260318\nDTEND;VALUE=DATE:20260319\nSUMMARY:Urlaub ZQTITLE"
    private static let words = ["ZQTITLE", "ZQPLACE", "ZQLINE", "ZQALT", "ZQPERSON", "ZQALARM"]

    @discardableResult
    private func drop(_ events: [String]) async throws -> ImportReport {
        try await here.ledger.importing.importDropped(
            try DropTests.receive([("work.ics", CutCalendarTests.calendar(events))], here.ledger)[0], arena: nil,
            progress: OperationsWorld.silent)
    }

    private func kept() throws -> String {
        try String(contentsOfFile: here.ledger.path + ".files/Work/1.ics", encoding: .utf8)
    }

    @Test("No word of a private event is saved beside the ledger; times and standing are, and read the same again")
    func classes() async throws {
        try await drop([Self.secret, Self.leave, ForgetSeriesTests.weekly])
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try kept().contains("SUMMARY:1:1 Tomasz"))
        #expect(try kept().contains("X-LIMELIGHT-AS:organised"))
        let total = try here.ledger.asking.totals(here.march, by: .source).answer
        let again = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(again.outcomes.map(\.count.updated) == [0])
        #expect(again.outcomes.map(\.count.withdrawn) == [0])
        let then = try here.ledger.asking.totals(here.march, by: .source).answer
        #expect(then.total == total.total)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        // The same file, dropped once more, is still known as the same.
        let same = try await drop([Self.secret, Self.leave, ForgetSeriesTests.weekly])
        #expect(same.outcomes.flatMap(\.remarks).contains { $0.words.contains("same file as before") })
    }

    @Test("What was forgotten, and what became private by hand or by a rule, leaves the saved file")
    func later() async throws {
        try await drop([
            ForgetSeriesTests.weekly, ForgetSeriesTests.changed, CutCalendarTests.first, CutCalendarTests.second,
        ])
        func id(_ query: String) throws -> String {
            try #require(try here.ledger.asking.search(query).hits.first).id.description
        }
        func perform(_ target: Forgetting.Forgettable) throws {
            let plan = try here.ledger.forgetting.plan(target)
            #expect(plan.rewritten.map(\.name) == ["Work"])
            _ = try here.ledger.forgetting.perform(plan, .init(files: false, backups: false), by: ReviewPaper.render)
        }
        try perform(here.ledger.forgetting.forgettable(id("ZQOVERTITLE")))
        #expect(try !kept().contains("ZQOVER"))
        #expect(try kept().contains("ZQSERDESC"))
        try perform(here.ledger.forgetting.privatable(id("restore"), wholeSeries: false))
        #expect(try !kept().contains("Restore review"))
        #expect(try kept().contains("Handover"))
        let rule = "rules:\n  - {name: quiet, when: {title~: \"^hand\"}, private: yes}\n"
        try here.ledger.myJob.keep(here.ledger.myJob.change(rule, fileName: "job.yaml"))
        #expect(try !kept().contains("Handover"))
        try perform(here.ledger.forgetting.forgettable(id("ZQSERDESC"), wholeSeries: true))
        #expect(try Traces.places(["ZQSERDESC", "Tomasz", "Handover", "Restore"], of: here.ledger) == [])
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try Traces.places(["ZQSERDESC", "Tomasz", "Handover", "Restore"], of: here.ledger) == [])
    }

    @Test("What became private in a second file keeps no words in the record of the first")
    func secondFile() async throws {
        let before = ForgetSeriesTests.weekly
        let after = before.replacing("SUMMARY", with: "CLASS:PRIVATE\nSEQUENCE:2\nSUMMARY")
        try await here.importCalendar("before", [before])
        #expect(try !Traces.places(["ZQSERDESC"], of: here.ledger).isEmpty)
        try await here.importCalendar("after", [after])
        #expect(try Traces.places(["ZQSERTITLE", "ZQSERDESC", "Tomasz"], of: here.ledger) == [])
    }

    @Test("A file that breaks off inside a private event keeps no word of it")
    func cut() async throws {
        let whole = CutCalendarTests.calendar([ForgetSeriesTests.weekly, Self.secret])
        let text = String(whole.prefix(through: whole.range(of: "ZQALT")!.upperBound))
        _ = try await here.ledger.importing.importDropped(
            try DropTests.receive([("work.ics", text)], here.ledger)[0], arena: nil, progress: OperationsWorld.silent)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
    }
}
