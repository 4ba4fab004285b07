/// Words for who was forgotten (`zqgone`), and for people in a ledger that leaves them out (`zqleft`): no surface may
/// say them afterwards.
extension Sentinels {
    package static let gone = "zqgone"
    package static let leftOut = "zqleft"

    /// Who is forgotten, as their commits call them.
    package static let goneName = "Zqgonefirst Zqgonelast"

    /// A name that only the calendar gives, a first name in the title of a 1:1, and a meeting of three in the open.
    package static let goneCalendar = calendar(
        "Pair",
        [
            """
            UID:pair-1
            SUMMARY:Zqseenpair with ZQGONEFIRST
            DESCRIPTION:Zqgonefirst’s topics first
            DTSTART:20260305T130000Z
            DTEND:20260305T133000Z
            RRULE:FREQ=WEEKLY;COUNT=6
            ORGANIZER;CN=Zqgonenick:mailto:zqgone@example.com
            ATTENDEE;CN="Zqgonelast, Zqgonefirst";PARTSTAT=ACCEPTED:mailto:Zqgone@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
            """
            UID:group-1
            SUMMARY:Zqseengroup
            DESCRIPTION:As Zqgonecall Zqgonelast said
            DTSTART:20260306T130000Z
            DTEND:20260306T133000Z
            ATTENDEE;CN=Zqgonecall Zqgonelast;PARTSTAT=ACCEPTED:mailto:zqgone@example.com
            ATTENDEE;CN=Maria Keller;PARTSTAT=ACCEPTED:mailto:maria@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """,
        ])

    /// Commits with somebody in their trailers and one of their own.
    package static func trailerRepository(_ name: String, mail: String) throws -> GitFixture {
        let code = try GitFixture(name: "Burrow")
        try code.write("one\n", to: "plan.txt")
        try code.commit(
            "Zqseentrailer: write the plan\n\nWhy.\n\nCo-authored-by: \(name) <\(mail)>\nReviewed-by: \(name) <\(mail)>\n"
                + "Signed-off-by: \(name) <\(mail)>\nHelped-by: \(name)\nCc: \(mail)\nChange-Id: Zqseenchange\n",
            at: "2026-03-09T10:00:00+0100")
        try code.write("two\n", to: "plan.txt")
        try code.commit("Shorten it", by: "\(name) <\(mail)>", at: "2026-03-10T03:37:00+0100")
        return code
    }

    /// Guests in every place where a calendar names them but the title.
    package static let leftOutCalendar = calendar(
        "Guests",
        [
            """
            UID:guests-1
            SUMMARY:Zqseenguests
            DESCRIPTION:Zqseenagenda of it\\nAttendees: Zqleftone Zqlefttwo\\nZqleftone <zqleft@example.com>\\nSee you
            DTSTART:20260316T090000Z
            DTEND:20260316T100000Z
            RRULE:FREQ=WEEKLY;COUNT=3
            ORGANIZER;CN=Zqleftone:mailto:zqleft@example.com
            ATTENDEE;CN=Zqleftthree;PARTSTAT=ACCEPTED:mailto:zqleftthree@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """
        ])
}
