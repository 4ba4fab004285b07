import LedgerModel
import Testing

@testable import TraceFormats

@Suite struct CalendarPeopleTests {
    private static let mara = "mailto:Mara@Example.org"
    private static let jonas = "mailto:jonas@example.org"

    private func draft(_ lines: String..., method: String = "") throws -> EvidenceDraft {
        let text =
            "BEGIN:VCALENDAR\n\(method)BEGIN:VEVENT\nUID:p\nDTSTART:20260317T090000Z\nDTEND:20260317T100000Z\n"
            + lines.joined(separator: "\n") + "\nEND:VEVENT\nEND:VCALENDAR\n"
        return try #require(try CalendarFixture.read(text).drafts.first)
    }

    @Test(arguments: [
        ("ACCEPTED", Standing.accepted), ("TENTATIVE", .tentative), ("NEEDS-ACTION", .unanswered),
        ("DECLINED", .declined),
        ("DELEGATED", .declined), ("", .accepted), ("X-CONFIRMED", .accepted),
    ])
    func `my answer is how it stands`(answer: String, standing: Standing) throws {
        let mine = "ATTENDEE\(answer.isEmpty ? "" : ";PARTSTAT=" + answer):" + Self.mara
        let draft = try draft("ORGANIZER;CN=Jonas:" + Self.jonas, mine, "ATTENDEE;PARTSTAT=ACCEPTED:" + Self.jonas)
        #expect(draft.standing == standing && draft.headCount == 1)
        #expect(
            draft.people == [
                PersonMention(
                    identity: "jonas@example.org", name: "Jonas", role: .organizer, participation: "accepted"),
                PersonMention(
                    identity: "mara@example.org", name: "", role: .attendee, participation: answer.lowercased()),
            ])
    }

    @Test func `mine, alone, cancelled and free`() throws {
        let guest = "ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Jonas:" + Self.jonas
        #expect(try draft("ORGANIZER:" + Self.mara, guest).standing == .organised)
        #expect(try draft("ORGANIZER:" + Self.mara).standing == .alone)
        #expect(try draft("ORGANIZER:" + Self.jonas).standing == .alone)
        #expect(try draft(guest).standing == .possible)
        #expect(try draft(guest, "STATUS:TENTATIVE").standing == .tentative)
        #expect(try draft(guest, "STATUS:CANCELLED").standing == .cancelled)
        #expect(try draft(guest, "TRANSP:TRANSPARENT").standing == .transparent)
        #expect(try draft(guest, method: "METHOD:CANCEL\n").standing == .cancelled)
    }

    @Test func `rooms, resources, the declined and the informed are not expected`() throws {
        let draft = try draft(
            "ORGANIZER:" + Self.mara, "ATTENDEE;PARTSTAT=ACCEPTED:" + Self.mara,
            "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED;CN=Room 4:mailto:room4@example.org",
            "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.org",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org",
            "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:boss@example.org",
            "ATTENDEE;PARTSTAT=ACCEPTED;CN=Jonas:" + Self.jonas, "ATTENDEE;PARTSTAT=ACCEPTED:" + Self.jonas)
        #expect(draft.headCount == 1 && draft.standing == .organised)
        #expect(
            draft.people.map(\.identity) == [
                "mara@example.org", "ada@example.org", "boss@example.org", "jonas@example.org",
            ])
        #expect(draft.people.map(\.participation) == ["accepted", "declined", "informed", "accepted"])
    }

    @Test func `with only rooms and the declined the person is alone`() throws {
        let draft = try draft(
            "ORGANIZER:" + Self.mara, "ATTENDEE;PARTSTAT=DECLINED:" + Self.jonas,
            "ATTENDEE;CUTYPE=ROOM:mailto:room4@example.org")
        #expect(draft.headCount == 0 && draft.standing == .alone)
    }

    @Test(arguments: [true, false])
    func `a private event keeps its time only, and so does its series`(bySource: Bool) throws {
        let secret = "SENTINEL"
        let event = """
            UID:p
            DTSTART;TZID=Europe/Berlin:20260317T090000
            DTEND;TZID=Europe/Berlin:20260317T100000
            RRULE:FREQ=WEEKLY;COUNT=3;X-NOTE=\(secret)
            EXDATE;X-A=\(secret);TZID=Europe/Berlin:20260324T090000,\(secret)
            SUMMARY:\(secret) title
            DESCRIPTION:\(secret)
            LOCATION:\(secret)
            COMMENT:\(secret)
            CATEGORIES:\(secret)
            STATUS:\(secret)
            X-\(secret):\(secret)
            ORGANIZER;CN=\(secret):mailto:\(secret)@example.org
            ATTENDEE;CN=\(secret);PARTSTAT=NEEDS-ACTION:\(Self.mara)
            ATTENDEE;CN=\(secret);PARTSTAT=\(secret):mailto:\(secret)2@example.org
            \(bySource ? "CLASS:PUBLIC" : "CLASS:CONFIDENTIAL")
            BEGIN:VALARM
            DESCRIPTION:\(secret)
            END:VALARM
            """
        let changed = event.replacing(
            "RRULE:FREQ=WEEKLY;COUNT=3;X-NOTE=\(secret)", with: "RECURRENCE-ID:20260331T070000Z")
        let text = CalendarFixture.calendar(event, changed)
            .replacing("VERSION:2.0\n", with: "VERSION:2.0\nX-WR-CALNAME:\(bySource ? secret : "Work")\n")
        let reading = try CalendarFixture.read(text, CalendarFixture.options(isPrivate: bySource))
        #expect(reading.drafts.count == 2)
        for draft in reading.drafts {
            #expect(draft.flags.contains(.isPrivate) && draft.title.isEmpty && draft.people.isEmpty)
            #expect(draft.headCount == 0 && draft.standing == .unanswered)
        }
        #expect(!"\(reading)".lowercased().contains(secret.lowercased()))
        #expect(reading.series.first?.isPrivate == true)
        // Read again it stays private and stands as it stood.
        let again = try CalendarFixture.read(try #require(reading.series.first).text)
        #expect(again.drafts.elementsEqual(reading.drafts))
    }
}
