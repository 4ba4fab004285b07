import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Machines in what is read")
struct MachinesReadTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    private func others() throws -> [String] {
        try here.ledger.asking.people().map(\.name).filter { $0 != "mina@example.org" }
    }

    @Test("Bots and assistants are in no list of people, and a notetaker makes no meeting")
    func read() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First\n\nCo-authored-by: Claude <noreply@anthropic.com>", at: "2026-03-16T09:00:00+0100")
        try fixture.write("b\n", to: "b")
        try fixture.commit(
            "Bump", by: "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
            at: "2026-03-16T10:00:00+0100")
        try fixture.write("c\n", to: "c")
        try fixture.commit("Third", by: "Claude Dupont <claude.dupont@example.org>", at: "2026-03-16T11:00:00+0100")
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        try await here.importCalendar(
            "Work",
            [
                "UID:n\nDTSTART:20260316T130000Z\nDTEND:20260316T140000Z\nSUMMARY:Notes\n"
                    + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org\nATTENDEE:mailto:fred@fireflies.ai"
            ], arena: .job)
        #expect(try others() == ["Claude Dupont"])
        // The lead-in of one commit; the event is a plan.
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1_800)
    }

    @Test("What My job lists is a machine from the next reading on")
    func listed() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First\n\nReviewed-by: CI <ci@example.org>", at: "2026-03-16T09:00:00+0100")
        func importGit() async throws {
            _ = try await here.ledger.importing.importAll(
                .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        }
        try await importGit()
        #expect(try others() == ["CI"])
        try here.ledger.myJob.keep(try here.ledger.myJob.change("machines: [ci@example.org]\n", fileName: "job.yaml"))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try others().isEmpty)
    }
}
