import Testing

@testable import LedgerModel

@Suite("People as mail programs write them")
struct MailListTests {
    @Test(
        "A line of people with addresses, and of nothing else",
        arguments: [
            "otto@quill.example", "Otto Quill <otto@quill.example>", "a@b.example, c@d.example", "a@b; Otto <c@d>;",
            "- Otto <a@b>", "• a@b", "> a@b", "mailto:a@b", "Otto (a@b)", "Otto [mailto:a@b]", "<a@b>",
            "one two three four five six <a@b>", "  a@b  ,  c@d  ",
        ])
    func people(line: String) {
        #expect(MailList.isAll(line))
        #expect(MailList.holdsAddress(line.replacing("mailto:", with: "")))
    }

    @Test(
        "What has a word of its own, or no address, is no list",
        arguments: [
            "", " ", ",", "- ", "Otto Quill", "ask otto@quill.example", "Otto <otto@quill.example> knows",
            "a@b, and others", "one two three four five six seven <a@b>", "Otto <>", "Otto <a>", "Otto (at) b", "@otto",
            "a@b: the plan",
        ])
    func others(line: String) { #expect(!MailList.isAll(line)) }

    @Test(
        "Addresses, and what only looks like one",
        arguments: [
            ("a@b", true), ("otto.quill+x@mail.quill.example", true), ("ö@quill.example", true), ("@b", false),
            ("a@", false),
            ("a@b@c", false), ("a b@c", false), ("a@b c", false), ("git@host:path", false), ("ssh://git@host", false),
            ("a@b/c", false), ("a=b@c", false), ("\"a\"@b", false), ("a@b,c", false), ("", false), ("@", false),
            (String(repeating: "a", count: 319) + "@b", false), (String(repeating: "a", count: 318) + "@b", true),
        ])
    func addresses(text: String, isOne: Bool) { #expect(MailList.isAddress(text) == isOne) }

    @Test("An address within a sentence is a word of it; a name before one stands in angles")
    func within() {
        for text in ["ask a@b.example.", "(a@b)", "\"a@b\", says he", "to: a@b;c"] {
            #expect(MailList.holdsAddress(text))
        }
        for text in ["at 5 @ noon", "@otto", "a @ b", "x"] { #expect(!MailList.holdsAddress(text)) }
        #expect(MailList.holdsNamed("Otto <a@b>") && MailList.holdsNamed("x: Otto <a@b> y"))
        for text in ["<a@b>", "a@b", "Otto <a>", "1 < 2 > a@b", "Otto <a@b"] { #expect(!MailList.holdsNamed(text)) }
        #expect(MailList.items("- a, b;c,,").map(String.init) == ["a", "b", "c"])
    }
}

@Suite("Lists of guests in descriptions: what goes and what stays")
struct InvitedInTextTests {
    @Test(
        "A list goes to its end, and not a line further",
        arguments: [
            // A label alone: names and bullets below it, up to the first line that is neither.
            (
                "Attendees:\n- Otto Quill\n- Anna\nBring the plan, all of it.\n- first",
                "Bring the plan, all of it.\n- first"
            ),
            ("Guests:\nOtto Quill\n\nOtto Quill speaks", "Otto Quill speaks"), ("Teilnehmer：Otto", ""),
            ("Guests:\n1. Otto\n2. Anna\n\n3. Plan", "3. Plan"),
            // A line that ends in a comma goes on.
            ("To: a@b,\n  c@d,\n e@f\nAgenda", "Agenda"), ("a@b;\nc@d\nOtto", "Otto"),
            ("Invited: Otto,\nAnna,\nKim\nGo", "Go"),
            // A label that needs an address, with one and without.
            ("Host: a@b\nHost: the lab", "Host: the lab"), ("From: Berlin\nTo: Hamburg", "From: Berlin\nTo: Hamburg"),
            ("Cc: Otto <a@b>\n\n\nPlan", "Plan"), ("* **Organizer:** Otto\nPlan", "Plan"),
            ("_Gäste_: Otto\nPlan", "Plan"),
            ("> Attendees: Otto\nPlan", "Plan"), ("Plan\nAttendees:", "Plan"), ("attendees : Otto\nPlan", "Plan"),
            // No label: a sentence with a colon, and a word that is none of ours.
            ("We ask the guests: who comes?", "We ask the guests: who comes?"), ("Agenda: Otto", "Agenda: Otto"),
            ("", ""),
            ("no list here\n\n\nat all", "no list here\n\n\nat all"),
        ])
    func lists(text: String, kept: String) { #expect(InvitedInText.stripped(text) == kept) }

    @Test(
        "Markup is read as it looks",
        arguments: [
            ("<p>Attendees:</p><ul><li>Otto</li></ul><p>We plan.</p>", "<p>We plan.</p>"),
            ("Plan<br>Guests: Otto<br/>End", "Plan<br>\nEnd"),
            ("<div>To: Otto &lt;a@b&gt;</div><div>Plan &amp; more</div>", "<div>Plan &amp; more</div>"),
            ("See <a href=\"https://x.example\">this</a><br>", "See <a href=\"https://x.example\">this</a><br>"),
            ("Ask <A HREF='mailto:a@b'>Otto</A> first", "Ask  first"),
            ("<a href=\"mailto:a@b\">Otto", "<a href=\"mailto:a@b\">Otto"),
        ])
    func markup(text: String, kept: String) { #expect(InvitedInText.stripped(text) == kept) }

    @Test("Empty lines are not doubled where a list was, and none is left at an end")
    func joined() {
        #expect(PeopleTrailers.joined(["", "a", "", "", "b", " ", ""]) == "a\n\nb")
        #expect(PeopleTrailers.joined([]) == "" && PeopleTrailers.joined(["", " "]) == "")
    }
}

@Suite("Trailers that name people")
struct PeopleTrailerTests {
    @Test(
        "A subject loses the trailers that it took in, and nothing else",
        arguments: [
            ("Mend it Signed-off-by: Otto Quill <o@q>", "Mend it"), ("Mend it", "Mend it"),
            ("Mend it Cc: o@q", "Mend it Cc: o@q"), ("Cc: Otto <o@q> mend", "Cc: Otto <o@q> mend"),
            ("Mend Fixes: 12 for <o@q>", "Mend Fixes: 12 for <o@q>"),
            ("a Reviewed-by: O <o@q> b Cc: P <p@q> c", "a b c"),
            ("Use a:  two blanks <o@q>", "Use a:  two blanks <o@q>"),
            ("x Cc: one two three four five six <o@q>", "x"),
            ("x Cc: one two three four five six seven <o@q>", "x Cc: one two three four five six seven <o@q>"),
        ])
    func subjects(subject: String, kept: String) { #expect(PeopleTrailers.stripped(subject: subject) == kept) }

    @Test(
        "A deed done by somebody names them, whatever it is called; what is done by a thing does not",
        arguments: [
            ("Diagnosed-by: Otto", true), ("Reported-and-tested-by: Otto", true), ("Found by: Otto", true),
            ("Idea-by: Otto", true), ("Superseded-by: 12", false), ("Caused-by: a null pointer", false),
            ("Blessed-by: o@q", true), ("Reviewed by Otto", false), ("Reviewed-by Otto", false), ("Mentor: Otto", true),
            ("With: o@q", true), ("With: care", false), ("Refs: Otto <o@q>", false), ("Something: Otto <o@q>", true),
            ("one two three four five six seven: Otto <o@q>", false), ("9: Otto <o@q>", true),
        ])
    func keys(line: String, isPerson: Bool) {
        #expect(PeopleTrailers.stripped("Why.\n\n" + line) == (isPerson ? "Why." : "Why.\n\n" + line))
    }

    @Test("Of events, notes from calendars and commits the people go; of what was written by hand nothing does")
    func drafts() {
        func draft(_ kind: EvidenceKind, _ external: String, _ body: String) -> EvidenceDraft {
            var draft = EvidenceDraft(kind: kind, externalID: external, at: Instant(0), title: "t")
            draft.body = body
            draft.people = [PersonMention(identity: "o@q", name: "Otto", role: .attendee)]
            draft.headCount = 1
            return draft.withoutPeople
        }
        #expect(draft(.event, "e", "Guests: Otto").body == "" && draft(.note, "event/e", "Guests: Otto").body == "")
        #expect(draft(.note, "01J", "Guests: Otto").body == "Guests: Otto")
        #expect(draft(.timer, "01J", "Guests: Otto").body == "Guests: Otto")
        #expect(
            draft(.commit, "c", "Cc: Otto").body == "" && draft(.commit, "c", "Guests: Otto").body == "Guests: Otto")
        // How many there were stays.
        #expect(draft(.event, "e", "").headCount == 1 && draft(.event, "e", "").people == [])
    }
}
