/// Small calendars that hold every kind of line, and ways to break them.
enum CalendarMutation {
    static let seeds = [
        """
        BEGIN:VCALENDAR
        METHOD:PUBLISH
        BEGIN:VTIMEZONE
        TZID:Own
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        RDATE:20260317T020000
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Own:20260317T090000
        DTEND;TZID=Own:20260317T100000
        RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9;WKST=SU
        EXDATE;TZID=Own:20260319T090000
        RDATE;VALUE=PERIOD:20260401T090000Z/PT1H,20260402T090000Z/20260402T100000Z
        SUMMARY:A title\\, with
          folds
        ATTENDEE;CN="Lind, Mara";PARTSTAT=ACCEPTED:mailto:mara@example.org
        ORGANIZER:mailto:jonas@example.org
        CATEGORIES:a,b\\,c
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Own:20260402T090000
        DTSTART;TZID=Own:20260402T110000
        SEQUENCE:2
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        RECURRENCE-ID;TZID=Own:20260331T090000
        DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20260331T110000
        STATUS:CANCELLED
        CLASS:PRIVATE
        END:VEVENT
        END:VCALENDAR
        """,
        """
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260317
        DURATION:P2DT3H
        RRULE:FREQ=MONTHLY;BYSETPOS=-1,2;BYDAY=MO,2TU,-1FR;BYMONTHDAY=1,-1,15;BYHOUR=1,2;UNTIL=20270101T000000Z
        EXRULE:FREQ=YEARLY;BYWEEKNO=1,-1,20;BYMONTH=1,2
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART:20240101T000000
        RRULE:FREQ=SECONDLY;BYSECOND=1,2;BYMINUTE=3;BYHOUR=4;BYYEARDAY=366,-1;INTERVAL=7
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART:99991231T235959Z
        RRULE:FREQ=HOURLY;INTERVAL=7;BYDAY=SU
        END:VEVENT
        """,
    ]

    static func mutate(
        _ seed: [UInt8], _ others: [[UInt8]], using random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(Array("0159-+;:,=\n\r \"\\TZP".utf8).randomElement(using: &random) ?? 10, at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...60, using: &random)))
            case 4:
                let to = min(bytes.count, at + Int.random(in: 1...80, using: &random))
                bytes.insert(contentsOf: bytes[at..<to], at: Int.random(in: 0..<bytes.count, using: &random))
            case 5:
                let other = others.randomElement(using: &random) ?? seed
                let from = Int.random(in: 0..<other.count, using: &random)
                bytes.insert(contentsOf: other[from..<min(other.count, from + 100)], at: at)
            case 6: if (48...57).contains(bytes[at]) { bytes[at] = UInt8.random(in: 48...57, using: &random) }
            default: bytes.insert(contentsOf: tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: at)
            }
        }
        return bytes
    }

    private static let tokens = [
        "FREQ=SECONDLY", "FREQ=YEARLY", "INTERVAL=99999999", "COUNT=999999999", "BYMONTHDAY=31", "BYMONTH=2",
        "BYDAY=53MO", "BYSETPOS=-366",
        "BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23", "99999999", "-0000", "+2359",
        "BEGIN:VEVENT\n",
        "END:VEVENT\n", "TZID=", "VALUE=DATE:", "P9999D", "RSCALE=HEBREW", "UNTIL=00010101",
    ]
}
