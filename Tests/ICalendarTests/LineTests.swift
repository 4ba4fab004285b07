import Testing

@testable import ICalendar

@Suite struct LineTests {
    private func lines(_ text: String, maximum: Int = 1000) -> [LineReader.Line] {
        var reader = LineReader(Array(text.utf8), maximum: maximum)
        var lines: [LineReader.Line] = []
        while let line = reader.next() { lines.append(line) }
        return lines
    }

    private func content(_ text: String) throws -> ContentLine {
        let line = try #require(lines(text).first)
        return try #require(ContentLine(line))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `folded lines are joined and keep the number of their first line`(end: String) {
        let text = ["\u{FEFF}BEGIN:VEVENT", "SUMMARY:A long", "  title", "\tgoes on", "", "UID:1"].joined(
            separator: end)
        let lines = lines(text)
        #expect(lines.map(\.number) == [1, 2, 6])
        #expect(
            lines.map { CalendarText.string($0.content) } == ["BEGIN:VEVENT", "SUMMARY:A long titlegoes on", "UID:1"])
    }

    @Test func `a fold inside a letter of several bytes is mended`() {
        let bytes = Array("SUMMARY:Caf".utf8) + [0xC3, 13, 10, 32, 0xA9]
        var reader = LineReader(bytes, maximum: 100)
        #expect(reader.next().map { CalendarText.string($0.content) } == "SUMMARY:Café")
    }

    @Test func `a line over the limit is told and passed over`() {
        let lines = lines(
            "A:1\nB:" + String(repeating: "x", count: 60) + "\n " + String(repeating: "y", count: 60) + "\nC:1",
            maximum: 100)
        #expect(lines.map(\.isTooLong) == [false, true, false])
        #expect(lines.map(\.number) == [1, 2, 4])
    }

    @Test func `parameters are read with and without quotes`() throws {
        let line = try content("ATTENDEE;CN=\"Lind, Mara; PhD: x\";PARTSTAT=Accepted;X-A=b:mailto:Mara@Example.org")
        #expect(line[.commonName] == "Lind, Mara; PhD: x" && line[.participation] == "Accepted")
        let person = CalendarPerson(line)
        #expect(person.address == "mara@example.org" && person.participation == "accepted")
        #expect(try content("ATTENDEE;CN=\"^'Mara^' ^^ x\":mailto:a@b.c")[.commonName] == "\"Mara\" ^ x")
    }

    @Test func `a zone with colons needs no quotes before a date`() throws {
        let line = try content("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260317T090000")
        #expect(line[.zoneID] == "(UTC+01:00) Amsterdam, Berlin")
        #expect(CalendarTime(bytes: line.value) == CalendarTime("20260317T090000"))
        let stray = try content("DTSTART;;VALUE=DATE-TIME:20260317T090000")
        #expect(CalendarTime(bytes: stray.value) != nil)
    }

    @Test(arguments: [
        ("mailto:A@b.C", "a@b.c"), ("MAILTO:a b@c", "ab@c"), ("a@b", "a@b"), ("urn:uuid:1", ""),
        ("/principals/1@2/", ""), ("invalid:nomail", ""), ("mailto:mara@X.org", "mara@x.org"),
    ])
    func `an address is that of EMAIL, and the other an alias`(value: String, address: String) throws {
        #expect(CalendarPerson(try content("ATTENDEE:" + value)).address == address)
        let person = CalendarPerson(try content("ATTENDEE;EMAIL=Mara@x.org:" + value))
        #expect(person.address == "mara@x.org")
        #expect(person.alias == (address.isEmpty || address == "mara@x.org" ? nil : address))
        #expect(person.isOne(of: ["mara@x.org"]) && (address.isEmpty || person.isOne(of: [address])))
    }

    @Test func `text is unescaped, bounded and free of control characters`() {
        func read(_ text: String, _ limit: Int = 100) -> String {
            CalendarText.unescaped(Array(text.utf8)[...], limit: limit)
        }
        #expect(read("a\\, b\\; c\\\\n\\nd\\N\u{7}e\u{0}") == "a, b; c\\n\nd\ne")
        #expect(read(String(repeating: "é", count: 10), 5) == "éé")
        #expect(CalendarText.string([0x63, 0x61, 0x66, 0xE9]) == "café")
        let text = "a,b;c\\d\ne"
        #expect(read(CalendarText.escaped(text)) == text)
    }

    @Test(arguments: [
        ("20260317", "20260317"), ("20260317T080000Z", "20260317T080000"), ("20260317T0800", "20260317T080000"),
        ("20260317T240000", "20260318T000000"), (" 20260317T080060 ", "20260317T080059"), ("19000228", "19000228"),
    ])
    func `dates are read`(text: String, basic: String) {
        #expect(CalendarTime(text)?.basicText == basic)
    }

    @Test(arguments: [
        "", "2026-03-17", "20260230", "20261301", "00000101", "20260317T", "20260317T2500", "20260317T080000ZZ",
        "202603171",
        "T080000", "20260317T08000", "𝟮0260317",
    ])
    func `what is no date is none`(text: String) { #expect(CalendarTime(text) == nil) }

    @Test func `durations are read and bounded`() {
        func read(_ text: String) -> CalendarDuration? { CalendarDuration(bytes: Array(text.utf8)) }
        #expect(read("P1DT2H3M4S") == CalendarDuration(days: 1, seconds: 7384))
        #expect(read("P2W") == CalendarDuration(days: 14, seconds: 0))
        #expect(read("+PT45M") == CalendarDuration(days: 0, seconds: 2700))
        for text in ["", "P", "PT", "-PT5M", "P5", "5M", "P999999999999999999W", "P20000D", "PT5X"] {
            #expect(read(text) == nil, "\(text)")
        }
    }
}
