import LedgerModel
import Testing

@Suite("Machines are no people")
struct MachinesTests {
    @Test(
        "Known by their addresses",
        arguments: [
            "noreply@anthropic.com", "codex@openai.com", "cursoragent@cursor.com",
            "49699333+dependabot[bot]@users.noreply.github.com", "198982749+copilot@users.noreply.github.com",
            "29139614+renovate[bot]@users.noreply.github.com", "project_7_bot_0a1b@noreply.gitlab.com",
            "fred@fireflies.ai",
        ])
    func known(address: String) { #expect(Machines().contains(address)) }

    @Test(
        "People of such names are people",
        arguments: [
            "claude.dupont@example.org", "devin@example.org", "12345+mona@users.noreply.github.com", "claude",
            "copilot",
            "botond@example.org", "project_lead@example.org",
        ])
    func people(address: String) { #expect(!Machines().contains(address)) }

    @Test("My job may list more, in any case")
    func listed() {
        #expect(Machines(["CI@Example.org "]).contains("ci@example.org"))
        #expect(!Machines().contains("ci@example.org"))
    }

    @Test("A commit loses its machines, and who was with the person stays")
    func commit() {
        var draft = EvidenceDraft(kind: .commit, externalID: "c1", at: Instant(0), title: "Fix")
        draft.people = [
            PersonMention(identity: "noreply@anthropic.com", name: "Claude", role: .coAuthor),
            PersonMention(identity: "ada@example.org", name: "Ada", role: .coAuthor),
        ]
        draft.headCount = 2
        let kept = draft.without(Machines())
        #expect(kept.people.map(\.identity) == ["ada@example.org"])
        #expect(kept.headCount == 1)
    }
}
