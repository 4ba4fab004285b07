import LedgerModel
import Testing

@Suite("What a source said, without who else was there")
struct WithoutPeopleTests {
    private static let people = [
        "Co-authored-by: Otto Quill <otto@quill.example>", "co-authored-by: otto@quill.example",
        "Reviewed-by: Otto Quill", "Signed-off-by: Otto Quill <otto@quill.example>", "Acked-by: Otto Quill",
        "Tested-by: @otto", "Reported-by: Otto Quill", "Suggested-by: Otto <otto@quill.example>",
        "Cc: Otto Quill <otto@quill.example>", "Helped-by: Otto Quill", "Reported-and-tested-by: Otto Quill",
        "Approved by: Otto Quill", "    Co-authored-by: Otto Quill <otto@quill.example>",
        "* Co-authored-by: Otto Quill <otto@quill.example>", "Pair: otto@quill.example", "Authors: Otto Quill",
        "X-Seen: Otto Quill <otto@quill.example>", "Otto Quill <otto@quill.example>", "Blessed-by: otto@quill.example",
    ]

    @Test("Trailers that name people go, in whatever block", arguments: people)
    func trailers(_ line: String) {
        for message in ["\(line)", "Why.\n\n\(line)", "Why.\n\n\(line)\n\nRefs: 12", "Why.\r\n\r\n\(line)\r\n"] {
            let kept = PeopleTrailers.stripped(message).lowercased()
            #expect(!kept.contains("otto") && !kept.contains("quill"), "\(message)")
            #expect(kept.contains("why.") == message.contains("Why."))
            #expect(kept.contains("refs: 12") == message.contains("Refs"))
        }
    }

    @Test(
        "What names nobody stays as it is, to the letter",
        arguments: [
            "Change-Id: I0123456789", "Refs: #12", "Fixes: 4d2a", "Caused by: java.lang.Error: broken",
            "Superseded-by: 1234", "Link: https://example.org/a@b", "Message-Id: <1@example.org>",
            "To: production\nFrom: staging", "Bump a from 1 to 2.\n\n\n- one\n  - two\n", "Note: thanks",
        ])
    func own(_ message: String) { #expect(PeopleTrailers.stripped(message) == message) }

    @Test("A line that goes on goes whole; what follows stays")
    func goesOn() {
        let message =
            "Why.\n\nReviewed-by: Otto\n  Quill\nChange-Id: I1\nCc: a@quill.example,\n b@quill.example\nRefs: 2"
        #expect(PeopleTrailers.stripped(message) == "Why.\n\nChange-Id: I1\nRefs: 2")
    }

    @Test("A subject that took in its trailers")
    func subject() {
        var draft = EvidenceDraft(
            kind: .commit, externalID: "c", at: Instant(0),
            title: "Mend it Co-authored-by: Otto Quill <otto@quill.example> Reviewed-by: Otto <o@quill.example> now")
        draft.people = [PersonMention(identity: "otto@quill.example", name: "Otto Quill", role: .coAuthor)]
        #expect(draft.withoutPeople.title == "Mend it now")
        #expect(draft.withoutPeople.people.isEmpty)
    }

    @Test(
        "Lists of guests go from descriptions",
        arguments: [
            "Attendees: Otto Quill, Anna Quill", "Teilnehmer:\n- Otto Quill\n- Anna Quill <anna@quill.example>",
            "From: Otto Quill <otto@quill.example>\nTo: anna@quill.example; otto@quill.example",
            "otto@quill.example, Otto Quill <otto@quill.example>", "**Guests:** Otto Quill",
            "Organisateur : Otto Quill", "Attendees: Otto Quill,\n   Anna Quill", "Invités:\nOtto Quill\nAnna Quill",
            "<b>Attendees:</b> Otto Quill", "<p>Attendees:</p><ul><li>Otto Quill</li><li>Anna Quill</li></ul>",
            "Join <a href=\"mailto:otto@quill.example\">Otto Quill</a>",
        ])
    func guests(_ list: String) {
        let isMarkup = list.contains("<p>") || list.contains("<b>")
        for line in isMarkup ? ["<br>", "<p>"] : ["\n\n", "\r\n\r\n"] {
            var draft = EvidenceDraft(kind: .event, externalID: "e", at: Instant(0), title: "Planning")
            draft.body = "Agenda: the plan.\(line)\(list)\(line)We decide on Monday."
            let kept = draft.withoutPeople.body
            #expect(!kept.contains("Quill") && !kept.contains("quill"), "\(kept)")
            #expect(kept.contains("Agenda: the plan.") && kept.contains("We decide on Monday."), "\(kept)")
        }
    }

    @Test("Sentences stay, and notes of one's own")
    func sentences() {
        let body = "From: Berlin\nWith: coffee\nWe meet Otto Quill at noon.\n- bring the plan\n\nTo: be decided"
        var draft = EvidenceDraft(kind: .event, externalID: "e", at: Instant(0), title: "Planning")
        draft.body = body
        #expect(draft.withoutPeople.body == body)
        var note = EvidenceDraft(kind: .note, externalID: "01J", at: Instant(0), title: "Planning")
        note.body = "Attendees: Otto Quill"
        #expect(note.withoutPeople.body == note.body)
    }

    @Test("Broken markup is read in one pass")
    func hostile() {
        var draft = EvidenceDraft(kind: .event, externalID: "e", at: Instant(0), title: "x")
        for part in ["<", "<a mailto:", "<br", "a@b,", "Attendees:\n", "mailto:<a "] {
            draft.body = String(repeating: part, count: 20_000)
            _ = draft.withoutPeople
        }
    }

    @Test(
        "Names are the same without case and marks",
        arguments: [
            ("José", "jose"), ("JÖRG", "jorg"), ("Zoë", "zoe"), ("Łukasz", "lukasz"), ("İbrahim", "ibrahim"),
            ("Ørsted", "orsted"),
        ])
    func folded(_ pair: (String, String)) { #expect(pair.0.folded == pair.1.folded) }
}
