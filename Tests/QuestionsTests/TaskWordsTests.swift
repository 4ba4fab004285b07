import LedgerModel
import Questions
import Testing

/// Documentation/Picture.md, "Work like it": what connects a piece with a task.
@Suite("What connects earlier work with a task")
struct TaskWordsTests {
    private func commit(_ project: String?, people: [PersonMention] = []) -> EvidenceDraft {
        var draft = EvidenceDraft(kind: .commit, externalID: "a", at: Instant(0), title: "Restore drill")
        draft.project = project
        draft.people = people
        return draft
    }

    private let jonas = PersonMention(identity: "jw@example.org", name: "Jonas Weber", role: .reviewer)

    @Test(
        "A repository that the task names, in any case, by all words of its name",
        arguments: [
            ("restore drill", "acme/restore", true), ("Restore drill", "restore", true),
            ("the pay roll of May", "acme/pay-roll", true), ("the pay of May", "acme/pay-roll", false),
            ("acme drill", "acme/restore", false), ("restore drill", nil, false),
        ])
    func repository(task: String, project: String?, isConnected: Bool) {
        #expect(TaskWords(task).isConnected(to: commit(project), me: []) == isConnected)
    }

    @Test(
        "A person who is named as such; not the person themself, and not a word in lower case",
        arguments: [
            ("drill with Jonas", true), ("drill with Weber", true), ("drill of jonas", false), ("drill", false),
        ])
    func person(task: String, isConnected: Bool) {
        #expect(TaskWords(task).isConnected(to: commit(nil, people: [jonas]), me: []) == isConnected)
        #expect(!TaskWords(task).isConnected(to: commit(nil, people: [jonas]), me: ["jw@example.org"]))
    }

    @Test("Who is on the piece that the task is, and its repository")
    func others() {
        let piece = commit("acme/restore", people: [jonas])
        #expect(TaskWords("drill", piece: piece).isConnected(to: commit("acme/restore"), me: []))
        #expect(TaskWords("drill", piece: piece).isConnected(to: commit(nil, people: [jonas]), me: []))
        #expect(!TaskWords("drill", piece: piece).isConnected(to: commit("acme/other"), me: []))
    }

    @Test("A name connects and is not sought as a word as well")
    func names() {
        #expect(TaskWords("Restore drill with Jonas", people: ["Jonas Weber"]).sought == ["drill", "restore", "with"])
        #expect(TaskWords("the jonas drill", people: ["Jonas Weber"]).sought == ["drill", "jonas"])
    }

    @Test("Two words, or one that under two in a hundred titles hold")
    func likeness() {
        #expect(TaskWords.isLike([90, 90], of: 100))
        #expect(TaskWords.isLike([1], of: 100))
        #expect(!TaskWords.isLike([2], of: 100))
        #expect(!TaskWords.isLike([1], of: 50))
        #expect(TaskWords.isLike([1], of: 51))
        #expect(!TaskWords.isLike([], of: 0))
    }

    @Test("What is wanted next is in the task with all its telling words")
    func wanted() {
        let task = TaskWords("Course on networks and the team")
        #expect(task.hold("Networks") && task.hold("The networks course"))
        #expect(!task.hold("Leading networks") && !task.hold("Cloud") && !task.hold(""))
    }
}
