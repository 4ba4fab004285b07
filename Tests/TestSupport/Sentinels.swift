/// Words that no surface may show, planted where Limelight reads: private events and sources, other people's
/// commits, files that are broken.
///
/// Each hidden word starts with `zqhide`; each that only the person may see, and no report, with `zqown`; what is
/// planted in the open starts with `zqseen`, so that a test can tell that it looked.
package enum Sentinels {
    package static let hidden = "zqhide"
    package static let onlyForYou = "zqown"
    package static let open = "zqseen"

    /// The minute of each hour at which others worked; nothing else in the planted world is at it.
    package static let othersMinute = "37"

    /// Whole words of a kind in a text, whatever their case.
    package static func found(_ mark: String, in text: String) -> [String] {
        let small = text.lowercased()
        guard small.contains(mark) else { return [] }
        let words = small.split { !$0.isLetter && !$0.isNumber }.filter { $0.hasPrefix(mark) }
        return words.isEmpty ? [mark] : Array(Set(words.map(String.init))).sorted()
    }

    /// Times of day at which others worked, as `3:37` or `T03:37`.
    package static func othersTimes(in text: String) -> [String] {
        text.matches(of: /\b[0-9]{1,2}:37(?![0-9])/).map { String($0.output) }
    }

    /// Of work: what is in the open, what is marked private in it, a block that was lost, a 1:1.
    package static let workCalendar = calendar(
        "Work",
        [
            """
            UID:open-1
            SUMMARY:Zqseenreview of the restore plan
            DESCRIPTION:Zqownbody of an open event
            LOCATION:Room 4
            DTSTART:20260316T090000Z
            DTEND:20260316T100000Z
            ORGANIZER;CN=Maria Keller:mailto:maria@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
            """
            UID:private-1
            CLASS:PRIVATE
            SUMMARY:Zqhidetitle with a doctor
            DESCRIPTION:Zqhidebody of it
            LOCATION:Zqhideplace
            CATEGORIES:Zqhidecategory
            URL:https://example.com/zqhideurl
            DTSTART:20260316T130000Z
            DTEND:20260316T140000Z
            ORGANIZER;CN=Zqhideorganizer:mailto:zqhideorganizer@example.com
            ATTENDEE;CN=Zqhideattendee;PARTSTAT=ACCEPTED:mailto:zqhideattendee@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
            """
            UID:private-2
            CLASS:CONFIDENTIAL
            SUMMARY:Zqhideseries
            COMMENT:Zqhidecomment
            DTSTART:20260302T070000Z
            DTEND:20260302T073000Z
            RRULE:FREQ=WEEKLY;COUNT=4
            """,
            """
            UID:block-1
            SUMMARY:Learning: zqownblock
            CATEGORIES:growth
            DTSTART:20260317T080000Z
            DTEND:20260317T093000Z
            """,
            """
            UID:meets-the-block
            SUMMARY:Zqowninstead of learning
            DTSTART:20260317T080000Z
            DTEND:20260317T093000Z
            ORGANIZER:mailto:maria@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
            """
            UID:pair-1
            SUMMARY:1:1 Zqownkin
            DTSTART:20260310T130000Z
            DTEND:20260310T133000Z
            RRULE:FREQ=WEEKLY;COUNT=4
            ORGANIZER;CN=Zqownkin Vale:mailto:zqownkin@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
        ])

    /// A calendar whose source is marked private. Its name is how the person calls it, and nobody else's business.
    package static let homeCalendar = calendar(
        "Zqownhome",
        [
            """
            UID:home-1
            SUMMARY:Zqhidehome title
            DESCRIPTION:Zqhidehomebody
            LOCATION:Zqhidehomeplace
            DTSTART:20260313T160000Z
            DTEND:20260313T170000Z
            ATTENDEE;CN=Zqhidehomeguest;PARTSTAT=ACCEPTED:mailto:zqhidehomeguest@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """
        ])

    /// Notes in the open, a line each, as a phone writes them.
    package static let inbox = """
        2026-03-16 11:00 zqseennote asked about the ladder 30m
        - zqseensecond read a chapter 30m
        """

    /// Shared work: Mina's own commits in the open; Omar's with words and times that are nobody's business.
    package static func sharedRepository() throws -> GitFixture {
        let shared = try GitFixture(name: "Hedgehog")
        try shared.write("one\n", to: "plan.txt")
        try shared.commit("Zqseencommit: write the restore plan", at: "2026-03-09T10:00:00+0100")
        try shared.write("two\n", to: "shared.txt")
        try shared.commit(
            "Zqhidesubject: swear at the build\n\nZqhidemessage in the body\n",
            by: "Omar Haddad <omar@example.org>", at: "2026-03-10T03:37:00+0100")
        try shared.write("three\n", to: "shared.txt")
        try shared.commit(
            "Zqseennaming: mend the build\n\nReviewed-by: Mina Weber <mina@example.org>\n",
            by: "Omar Haddad <omar@example.org>", at: "2026-03-11T04:37:00+0100")
        try shared.write("four\n", to: "plan.txt")
        try shared.commit("Zqseenlater: shorten the plan", at: "2026-03-12T15:00:00+0100")
        try shared.git(["branch", "zqhidebranch", "HEAD~1"])
        try shared.write("how\n", to: "docs/zqownrunbook.md")
        try shared.commit("Write down how it runs", at: "2026-03-13T15:00:00+0100")
        return shared
    }

    /// A repository whose source is marked private.
    package static func privateRepository() throws -> GitFixture {
        let attic = try GitFixture(name: "Attic")
        try attic.write("x\n", to: "zqhidepath.txt")
        try attic.commit(
            "Zqhiderepo: a novel\n\nZqhiderepobody\n\nCo-authored-by: Zqhidefriend <zqhidefriend@example.com>\n",
            at: "2026-03-14T20:00:00+0100")
        try attic.write("y\n", to: "zqhidepath.txt")
        try attic.commit(
            "Zqhidecoauthor writes", by: "Zqhidecoauthor <zqhidecoauthor@example.com>", at: "2026-03-14T05:37:00+0100")
        return attic
    }

    /// What the person is judged by.
    package static let myJob = """
        people:
          - {key: maria, name: Maria Keller, role: decider, identities: [maria@example.com]}
        objectives:
          - key: resilience
            label: Resilience
            owner: Maria Keller
        responsibilities:
          - key: payments
            label: Payments stay up
        rules:
          - {name: hedgehog, when: {project: Hedgehog}, set: {arena: job, worth: baseline}}
        """

    /// Files that no reader can take whole, each holding hidden words where messages could quote them.
    package static let broken: [(name: String, text: String)] = [
        ("cut.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Zqhidecut\r\nDTSTART:2026031"),
        (
            "dates.ics",
            calendar(
                "Broken",
                [
                    "UID:zqhideuid\nSUMMARY:Zqhidebad\nDTSTART:zqhidedate\nDTEND:20269999T000000Z",
                    "UID:b\nSUMMARY:Zqhiderule\nDTSTART:20260316T090000Z\nRRULE:FREQ=ZQHIDEFREQ;COUNT=x",
                    "UID:c\nSUMMARY:Zqhidezone\nDTSTART;TZID=Zqhidezone/Nowhere:20260316T090000",
                    "UID:d\nSUMMARY:Zqhideend\nDTSTART:20260316T090000Z\nDTEND:20260315T090000Z\nATTENDEE:zqhideaddress",
                    "SUMMARY:Zqhidewithout a uid\nDTSTART:20260316T090000Z\nZQHIDEPROPERTY\nX-ZQHIDE;;;=:::",
                ])
        ),
        ("page.ics", "<!doctype html><title>Zqhidepage</title><p>Zqhidelogin"),
        ("lines.txt", "zqhide99 26:61 zqhideline\n2026-99-99 zqhidedated\n\u{0}zqhidenul\n" + long),
        ("notes.md", "# Zqhidehead\n- 32.13.2026 zqhidebullet\n* zqhideundated\n```\nzqhidecode\n" + long),
        ("rows.csv", "zqhidecolumn,\"zqhidequote\n1,2,3\n\"zqhide\"\"open,,,\n"),
        ("entries.json", "{\"entries\": [{\"title\": \"zqhideentry\", \"date\": \"zqhideday\"}, zqhidebare"),
        ("export.jsonl", "{\"limelight\": \"export\", \"zqhidekey\": 1}\n{\"row\": \"zqhiderow\"\nzqhiderest\n"),
        (
            "mail.eml",
            "From: Zqhidefrom <zqhidefrom@example.com>\r\nSubject: Zqhidemail\r\nDate: zqhidewhen\r\n\r\nZqhide"
        ),
    ]

    private static let long = String(repeating: "zqhidelong ", count: 4_000)

    static func calendar(_ name: String, _ events: [String]) -> String {
        let body = events.map { "BEGIN:VEVENT\nDTSTAMP:20260301T000000Z\n\($0)\nEND:VEVENT\n" }.joined()
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\nX-WR-CALNAME:\(name)\n\(body)END:VCALENDAR\n"
            .replacing("\n", with: "\r\n")
    }
}
