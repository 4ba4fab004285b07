import LedgerModel
import TestSupport
import Testing

/// What people type and what it means, worked out by hand from a calendar.
///
/// Unless a row says otherwise, it is Tuesday, 1 December 2026, 13:00 in Berlin (12:00 UTC).
@Suite("Dates, times and lengths as people type them")
struct SpokenTableTests {
    /// How a spelling is asked for.
    enum Asked: String, CaseIterable {
        /// A moment, in UTC to the minute; with its end if it is a span.
        case moment
        /// One day that has passed, or one ahead.
        case day, ahead
        /// A period, as its first day and the first day after it.
        case period
        /// Minutes.
        case length
        /// The beginning of a note: the date, the time and what follows.
        case line
    }

    struct Row: CustomTestStringConvertible {
        var asked: Asked
        var typed: String
        var now: String
        var zone: Zone
        /// What is meant; with `!` in front, part of the reason why it is refused; `-` if it is words.
        var meant: String

        var testDescription: String { "\(asked): \(typed)" }
    }

    /// `asked; typed; meant`, or `asked; typed; meant; now; zone`.
    static let rows: [Row] = table.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
        guard cells.count >= 3, let asked = Asked(rawValue: cells[0]) else { return nil }
        let zone = cells.count > 4 && cells[4] == "St. John’s" ? OddZones.stJohns : FixedWorld.berlin
        return Row(
            asked: asked, typed: cells[1].replacing("~", with: "\u{A0}"),
            now: cells.count > 3 ? cells[3] : "2026-12-01T12:00:00Z", zone: zone, meant: cells[2])
    }

    @Test("Every spelling means what it should", arguments: rows)
    func spelling(row: Row) throws {
        let spoken = SpokenTime(now: try SpokenTime.exact(row.now), zones: ZoneHistory(row.zone))
        let read: String
        do throws(LedgerError) {
            read = try answer(row, spoken)
        } catch {
            #expect(row.meant.hasPrefix("!"), "\(row.typed): \(error.message)")
            let said = "\(error.message) \(error.hint)"
            #expect(said.contains(row.meant.dropFirst().trimmed), "\(row.typed): \(said)")
            #expect(error.message.contains("“\(row.typed)”") && !error.hint.isEmpty)
            return
        }
        #expect(read == row.meant, "\(row.typed)")
    }

    @Test("The table is as long as it says, and says no row twice")
    func count() {
        #expect(Self.rows.count >= 120)
        #expect(Self.rows.count == Self.table.split(separator: "\n").count { !$0.isEmpty })
        #expect(Set(Self.rows.map { "\($0.asked) \($0.typed) \($0.now)" }).count == Self.rows.count)
        for asked in Asked.allCases { #expect(Self.rows.contains { $0.asked == asked }) }
    }

    private func answer(_ row: Row, _ spoken: SpokenTime) throws(LedgerError) -> String {
        switch row.asked {
        case .moment:
            let span = try spoken.parseSpan(row.typed)
            return Self.utc(span.from) + (span.until.map { "/" + Self.utc($0) } ?? "")
        case .day: return try spoken.readDay(row.typed).iso
        case .ahead: return try spoken.readDay(row.typed, year: .next(from: spoken.today)).iso
        case .period:
            let period = try Period(row.typed, today: spoken.today)
            return "\(period.since.iso) \(period.until.iso)"
        case .length: return try Self.length(row.typed)
        case .line:
            switch SpokenBeginning.read(row.typed, today: spoken.today) {
            case .found(let found):
                let times = [found.parts.from, found.parts.until].compactMap(\.self).map {
                    "\($0 / 3600):\($0 / 60 % 60)"
                }
                return ([found.parts.date.map(Self.said) ?? "-"] + times + [String(found.rest)]).joined(
                    separator: " | ")
            case .doubt(let doubt):
                throw LedgerError(.badTime, "“\(row.typed)” \(doubt.why)", hint: "Write \(doubt.write).")
            case nil: return "-"
            }
        }
    }

    private static func said(_ date: SpokenDate) -> String {
        date.unit == .day ? date.first.iso : date.text
    }

    private static func length(_ text: String) throws(LedgerError) -> String {
        guard let seconds = SpokenDuration.parse(text) else {
            throw LedgerError(.badTime, "“\(text)” is not a length of time", hint: "Write \(SpokenDuration.examples).")
        }
        return "\(seconds / 60)"
    }

    private static func utc(_ instant: Instant) -> String {
        let civil = Zone.utc.civil(instant)
        return "\(civil.day.iso) \(civil.paddedClock)"
    }

    /// `~` stands for a no-break space.
    private static let table = """
        moment; 4.11. 15:00; 2026-11-04 14:00
        moment; 4.11. 15 Uhr; 2026-11-04 14:00
        moment; 4.11., 15.30 Uhr; 2026-11-04 14:30
        moment; 4.11 15:00; 2026-11-04 14:00
        moment; 15:00 4.11; 2026-11-04 14:00
        moment; 27.10.2026 15:00; 2026-10-27 14:00
        moment; 27.10.2026,~15:00; 2026-10-27 14:00
        moment; 27.10.26 15:00; 2026-10-27 14:00
        moment; 3 Nov 14:00; 2026-11-03 13:00
        moment; 3. Nov. 14 Uhr; 2026-11-03 13:00
        moment; 3.Nov 14:00; 2026-11-03 13:00
        moment; Nov 3, 2pm; 2026-11-03 13:00
        moment; 3 November 2026 at 2:30 pm; 2026-11-03 13:30
        moment; 17. März 9:00; 2026-03-17 08:00
        moment; 17 maerz 2026 9.15; 2026-03-17 08:15
        moment; 14 Uhr; 2026-12-01 13:00
        moment; 14 Uhr 30; 2026-12-01 13:30
        moment; um 11 Uhr; 2026-12-01 10:00
        moment; 14.30; 2026-12-01 13:30
        moment; 9.15; 2026-12-01 08:15
        moment; 4.11 Uhr; 2026-12-01 03:11
        moment; 9/14/2026 3pm; 2026-09-14 13:00
        moment; 9/14 3pm; 2026-09-14 13:00
        moment; 14/9/2026 15:00; 2026-09-14 13:00
        moment; 14-9-2026 15:00; 2026-09-14 13:00
        moment; 2026/9/14 15:00; 2026-09-14 13:00
        moment; 2026-9-4 15:00; 2026-09-04 13:00
        moment; 17-Mar-2026 9:00; 2026-03-17 08:00
        moment; last tuesday 10:00; 2026-11-24 09:00
        moment; letzten Dienstag 10:00; 2026-11-24 09:00
        moment; tuesday 10:00; 2026-12-01 09:00
        moment; Di 10:00; 2026-12-01 09:00
        moment; Fr. 16 Uhr; 2026-11-27 15:00
        moment; am Freitag um 16 Uhr; 2026-11-27 15:00
        moment; Friday, 27 November 16:00; 2026-11-27 15:00
        moment; Monday 27 November 16:00; !is a Friday
        moment; gestern 17:45; 2026-11-30 16:45
        moment; vorgestern 17:45; 2026-11-29 16:45
        moment; 17:45 yesterday; 2026-11-30 16:45
        moment; yesterday; 2026-11-30 12:00
        moment; -1h30; 2026-12-01 10:30
        moment; −20m; 2026-12-01 11:40
        moment; 1,5h ago; 2026-12-01 10:30
        moment; vor 20 min; 2026-12-01 11:40
        moment; 13:00-13:45; 2026-12-01 12:00/2026-12-01 12:45
        moment; 13:00–13:45; 2026-12-01 12:00/2026-12-01 12:45
        moment; 13:00 – 13:45; 2026-12-01 12:00/2026-12-01 12:45
        moment; 13.00 bis 13.45 Uhr; 2026-12-01 12:00/2026-12-01 12:45
        moment; 9-11 Uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; 9 Uhr-11 Uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; 9 Uhr–11 Uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; 9uhr-11uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; 9 bis 11 Uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; von 9 bis 11 Uhr; 2026-12-01 08:00/2026-12-01 10:00
        moment; from 9 to 11am; 2026-12-01 08:00/2026-12-01 10:00
        moment; 1-2pm; 2026-12-01 12:00/2026-12-01 13:00
        moment; 4.11. 22:00-0:30; 2026-11-04 21:00/2026-11-04 23:30
        moment; 20:00-24:00; 2026-12-01 19:00/2026-12-01 23:00
        moment; 23:30; 2026-11-30 22:30; 2026-11-30T23:10:00Z
        moment; 22 Uhr; 2026-11-30 21:00; 2026-12-01T00:10:00Z
        moment; 0:30; 2026-11-30 23:30; 2026-11-30T23:10:00Z
        moment; 23:30-0:05; 2026-11-30 22:30/2026-11-30 23:05; 2026-11-30T23:10:00Z
        moment; 23:30; 2026-11-30 22:30; 2026-12-01T07:00:00Z
        moment; 17:30; 2026-12-01 16:30; 2026-12-01T16:20:00Z
        moment; 2:30; 2026-10-25 00:30; 2026-10-25T12:00:00Z
        moment; 25.10. 2:30; 2026-10-25 00:30
        moment; 29.3. 2:30; 2026-03-29 01:30
        moment; 29.3.2026 3 Uhr; 2026-03-29 01:00
        moment; 1 Nov 1:30; 2026-11-01 04:00; 2026-12-01T12:00:00Z; St. John’s
        moment; 8.3. 2:30; 2026-03-08 06:00; 2026-12-01T12:00:00Z; St. John’s
        moment; 4.11; !4 November or the time 4:11
        moment; 12/11; !could be 12 November or 11 December
        moment; 12/11 9:00; !could be 12 November or 11 December
        moment; 9/11/2026; !could be 9 November 2026 or 11 September 2026
        moment; 4.5; !could be 4 May or a number
        moment; 31.11. 9:00; !November has 30 days
        moment; 30.2.2026 9:00; !February 2026 has 28 days
        moment; 2026-02-30 9:00; !February 2026 has 28 days
        moment; 30 February; !February has 29 days
        moment; 9/31/2026 3pm; !September 2026 has 30 days
        moment; 2026-13-01; !there is no month 13
        moment; 25:10; !is not a time of day
        moment; 25 Uhr; !is not a time of day
        moment; 13pm; !is not a time of day
        moment; October; !is a month, not a time
        moment; 2026-W40; !is a week, not a time
        moment; Q4 9:00; !is not a time
        moment; 1430; !is not a time
        moment; soon; !is not a time
        day; 4.11.; 2026-11-04
        day; 4.12.; 2025-12-04
        day; 1.12.; 2026-12-01
        day; 31.12; 2025-12-31
        day; 24.12.; 2025-12-24
        day; 29.2.; 2024-02-29
        day; 5/5; 2026-05-05
        day; 9/14; 2026-09-14
        day; December 5; 2025-12-05
        day; 5th of May; 2026-05-05
        day; 1er mai; 2026-05-01
        day; 5 août 2026; 2026-08-05
        day; last tuesday; 2026-11-24
        day; last monday; 2026-11-30
        day; letzten Freitag; 2026-11-27
        day; Mittwoch; 2026-11-25
        day; tues; 2026-12-01
        day; this friday; 2026-12-04
        day; next friday; 2026-12-04
        day; next tuesday; 2026-12-08
        day; heute; 2026-12-01
        day; übermorgen; 2026-12-03
        day; 14.09.98; 1998-09-14
        day; October; !is a month, not a day
        day; 12/11; !could be 12 November or 11 December
        day; 4.11; !4 November or the time 4:11
        day; 31.6.; !June has 30 days
        day; 9:30; !is not a date
        day; 4.11. 9:30; !is not a date
        ahead; 4.12.; 2026-12-04
        ahead; 4.11.; 2027-11-04
        ahead; 1.12.; 2026-12-01
        ahead; 29.2.; 2028-02-29
        ahead; friday; 2026-12-04
        ahead; Dienstag; 2026-12-01
        ahead; 31 Dec; 2026-12-31
        ahead; 3 Nov 2026; 2026-11-03
        ahead; 9/14; 2027-09-14
        ahead; 12/11; !could be 12 November or 11 December
        period; October; 2026-10-01 2026-11-01
        period; Oktober; 2026-10-01 2026-11-01
        period; December; 2026-12-01 2027-01-01
        period; Oct 2025; 2025-10-01 2025-11-01
        period; last october; 2026-10-01 2026-11-01
        period; last december; 2025-12-01 2026-01-01
        period; Q4; 2026-10-01 2027-01-01
        period; q3; 2026-07-01 2026-10-01
        period; Q1 2026; 2026-01-01 2026-04-01
        period; 2026Q1; 2026-01-01 2026-04-01
        period; 1. Quartal 2026; 2026-01-01 2026-04-01
        period; 2026-W40; 2026-09-28 2026-10-05
        period; 2026-w53; 2026-12-28 2027-01-04
        period; KW 40; 2026-09-28 2026-10-05
        period; week 1 2026; 2025-12-29 2026-01-05
        period; W49; 2026-11-30 2026-12-07
        period; W50; 2025-12-08 2025-12-15
        period; this week; 2026-11-30 2026-12-07
        period; letzte Woche; 2026-11-23 2026-11-30
        period; next month; 2027-01-01 2027-02-01
        period; 10/2026; 2026-10-01 2026-11-01
        period; 4.11.; 2026-11-04 2026-11-05
        period; last tuesday; 2026-11-24 2026-11-25
        period; last 30 days; 2026-11-02 2026-12-02
        period; 2025-W53; !2025 has no week 53
        period; 12/11; !could be 12 November or 11 December
        period; Q5; !is not a period
        length; 1,5h; 90
        length; 1.5 h; 90
        length; 1h30; 90
        length; 1 h 30; 90
        length; 1h 30m; 90
        length; 90m; 90
        length; 90 min.; 90
        length; 45 Minuten; 45
        length; 2 Std.; 120
        length; 1 hour and 30 minutes; 90
        length; 1:30; 90
        length; 1:30h; 90
        length; 1,500h; !is not a length of time
        length; 90; !is not a length of time
        length; 1h90; !is not a length of time
        line; 2026-09-14~ 11:00 nbsp; 2026-09-14 | 11:0 | nbsp
        line; 2026-09-14 12:00–12:45 lunch; 2026-09-14 | 12:0 | 12:45 | lunch
        line; 2026-09-14T14:00 iso; 2026-09-14 | 14:0 | iso
        line; 14.09.2026 15:00 german; 2026-09-14 | 15:0 | german
        line; 9/14/2026 3pm american; 2026-09-14 | 15:0 | american
        line; 14.9. 15 Uhr call; 2026-09-14 | 15:0 | call
        line; 9.9. 13 Uhr-14 Uhr call; 2026-09-09 | 13:0 | 14:0 | call
        line; 13 Uhr-14 Uhr call; - | 13:0 | 14:0 | call
        line; 9.9. von 13 bis 14 Uhr call; 2026-09-09 | 13:0 | 14:0 | call
        line; von 13 bis 14 Uhr call; - | 13:0 | 14:0 | call
        line; 13 to 14 people came; -
        line; from Maria: the map; -
        line; 14.30 call with Maria; - | 14:30 | call with Maria
        line; 3 Nov: drill; 2026-11-03 | drill
        line; 3 Nov restore drill; 2026-11-03 | restore drill
        line; Q1 2026: audit; Q1 2026 | audit
        line; October – audit; October 2026 | audit
        line; [2026-03-17 09:30] drill; 2026-03-17 | 9:30 | drill
        line; Monday planning; -
        line; monday 10:00 planning; 2026-11-30 | 10:0 | planning
        line; we 9:30 had a call; -
        line; May 5 people see it; -
        line; 3 may come; -
        line; October was hard; -
        line; 2026 plan is agreed; -
        line; 10 tickets; -
        line; noon run; -
        line; 24/7 on call; -
        line; 1/2 of them agreed; -
        line; 3.14 is pi; -
        line; 1.10.12 is out; -
        line; 1.2.3 is out; -
        line; 4:1 for the plan; -
        line; 12/11 drill; !could be 12 November or 11 December
        line; 4.11 drill; !4 November or the time 4:11
        line; 9/11/2026 drill; !could be 9 November 2026 or 11 September 2026
        line; 30.2. drill; !February has 29 days
        line; 2026-02-30 drill; !February 2026 has 28 days
        line; 2026-09-14–2026-09-15 fair; !is not a date
        line; 4.11.-5.11. fair; !it names two days
        line; 25:10 drill; !is not a time of day
        line; yesterday 9:75 drill; !is not a time of day
        """
}
