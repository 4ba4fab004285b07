import LedgerModel
import TestSupport
import Testing

@testable import DemoYear

@Suite struct DemoCalendarTests {
    @Test(arguments: DemoWorld.moments) func filesKeepTheShapeOfRFC5545(now: Instant) {
        for calendar in DemoYear(seed: 11, now: now, zone: FixedWorld.berlin).calendars {
            let lines = calendar.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.last?.isEmpty == true)
            var open: [Substring] = []
            for line in lines.dropLast() {
                #expect(line.last == "\r")
                #expect(Substring(line).utf8.count <= 76)
                let text = Substring(line.dropLast())
                if text.hasPrefix("BEGIN:") { open.append(text.dropFirst(6)) }
                if text.hasPrefix("END:") { #expect(open.popLast() == text.dropFirst(4)) }
            }
            #expect(open.isEmpty)
        }
    }

    @Test func everyEventHasWhatItNeedsAndItsOwnName() {
        var names: Set<String> = []
        for calendar in DemoWorld.year.calendars {
            for event in calendar.text.split(separator: "BEGIN:VEVENT\r\n").dropFirst() {
                for key in ["UID:", "DTSTAMP:", "DTSTART", "DTEND", "SUMMARY:", "SEQUENCE:"] {
                    #expect(event.contains("\r\n" + key) || event.hasPrefix(key))
                }
                let uid = event.split(separator: "\r\n").first { $0.hasPrefix("UID:") } ?? ""
                let original = event.split(separator: "\r\n").first { $0.hasPrefix("RECURRENCE-ID") } ?? ""
                #expect(names.insert("\(uid) \(original)").inserted, "\(uid) \(original)")
            }
        }
    }

    @Test func aMeetingOfTwoHasTwoAttendees() {
        let events = DemoWorld.year.calendars[0].text.split(separator: "BEGIN:VEVENT")
        let talks = events.filter { $0.contains("SUMMARY:1:1") }
        #expect(talks.count > 8)
        #expect(talks.allSatisfy { $0.split(separator: "\r\nATTENDEE").count == 3 })
    }

    @Test func theCalendarHoldsEachKindOfAnswer() {
        let text = DemoWorld.year.calendars[0].text
        for word in [
            "PARTSTAT=DECLINED", "PARTSTAT=TENTATIVE", "PARTSTAT=NEEDS-ACTION", "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
            "STATUS:CANCELLED", "RECURRENCE-ID;TZID=Europe/Berlin:", "EXDATE;TZID=Europe/Berlin:", "VALUE=DATE",
        ] {
            #expect(text.replacing("\r\n ", with: "").contains(word), "\(word)")
        }
    }

    @Test func clockChangesAreDescribed() {
        let text = DemoWorld.year.calendars[0].text
        #expect(text.contains("BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200"))
        #expect(text.contains("BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100"))
    }

    @Test func easterFallsOnItsDays() {
        let days = [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28")]
        for (year, day) in days { #expect(DemoHoliday.easter(year)?.iso == day) }
    }

    @Test func aTalkWithTheDirectorComesSoon() {
        let days = DemoDays(now: FixedWorld.now, zone: FixedWorld.berlin)
        let series = WorkPlan.teamSeries(days, DemoStory(days: days, seed: 1)).first { $0.uid.hasPrefix("one-maria") }
        #expect(series?.days().contains { $0 > days.today && $0 < days.today + 21 } == true)
    }
}
