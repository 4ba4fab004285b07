import LedgerModel
import TestSupport
import Testing
import Timeline

@testable import Questions

/// Documentation/Guard.md, "Which hours hold": the two half hours that a sentence names, and its words.
@Suite("Which hours hold, in words")
struct HoursThatHoldTests {
    private let friday = CivilDay(iso: "2026-03-13")!

    /// Friday 8:00, Tuesday 17:30 and Monday 12:00, each on its latest days and whether it held on them.
    private func survival(friday held: [Bool], tuesday: [Bool], monday: [Bool] = []) -> Survival {
        let hours: [(weekday: Int, start: Int, ago: Int64, held: [Bool])] = [
            (5, 480, 0, held), (2, 1050, 3, tuesday), (1, 720, 4, monday),
        ]
        let days = hours.flatMap { hour in
            hour.held.enumerated().map { week, held in
                let day = friday - hour.ago - 7 * Int64(week)
                let start = FixedWorld.berlin.instant(day, seconds: Int64(hour.start) * 60)
                let meeting = (interval: Interval(start, seconds: 1800), id: PublicID(.event, day.iso))
                return Survival.Day(day: day, taken: held ? [] : [meeting])
            }
        }
        return Survival(
            possible: hours.map {
                DayHours(weekday: $0.weekday, spans: [ClockRange(start: $0.start, end: $0.start + 30)])
            }, days: days, zones: ZoneHistory(FixedWorld.berlin), today: friday)
    }

    private func sentence(_ survival: Survival) -> String {
        var answer = GuardAnswer(WorkedWeek.base([], []), blocks: [])
        answer.survival = survival
        let base = WorkedWeek.base()
        let document = answer.document(base)
        let next = document.lines(.next)
        // The section names the half hour that the sentence calls the best.
        #expect(next.isEmpty == (survival.extremes == nil))
        #expect(next.allSatisfy { $0.contains("Friday 8:00.") })
        return document.headline.plain
    }

    @Test("Four Fridays that held, four Tuesdays that were taken: 0.909 from 0.749 on, 0.095 up to 0.260")
    func four() throws {
        // Weights of the Fridays, 0, 1, 2 and 3 weeks ago: 1 + 0.9439 + 0.8909 + 0.8409 = 3.6757; of the Tuesdays,
        // three days older each: 3.5858. All: (3.6757 + 1) / (7.2614 + 2) = 0.50485. What is expected of Friday:
        // (3.6757 + 2 × 0.50485) / 5.6757 = 0.82552, of Tuesday: 2 × 0.50485 / 5.5858 = 0.18076. The chances:
        // (3.6757 + 4 × 0.82552) / 7.6757 = 0.90907 and 4 × 0.18076 / 7.5858 = 0.09532.
        let survival = survival(
            friday: Array(repeating: true, count: 4), tuesday: Array(repeating: false, count: 4))
        let (best, worst) = try #require(survival.extremes)
        #expect(abs(best.kept - 0.909_07) < 1e-5 && abs(best.low - 0.748_51) < 1e-5)
        #expect(abs(worst.kept - 0.095_32) < 1e-5 && abs(worst.high - 0.260_17) < 1e-5)
        #expect(
            sentence(survival).hasPrefix("Friday 8:00 holds nine times in ten, Tuesday 17:30 one time in ten."))
    }

    @Test("Half a year of both: almost always, almost never")
    func halfAYear() {
        // The weights are 13.8488 and 13.5102; the chances 0.98602, from 0.942 on, and 0.01490, up to 0.061.
        let survival = survival(
            friday: Array(repeating: true, count: 26), tuesday: Array(repeating: false, count: 26))
        #expect(sentence(survival).hasPrefix("Friday 8:00 holds almost always, Tuesday 17:30 almost never."))
    }

    @Test("Intervals that overlap name none: two of four Tuesdays held, 0.563 up to 0.841, and Friday 0.947 from 0.821")
    func overlap() {
        let survival = survival(
            friday: Array(repeating: true, count: 4), tuesday: [true, true, false, false])
        #expect(survival.extremes == nil)
        #expect(!sentence(survival).contains("holds"))
    }

    @Test("Three days name none, however bad they were")
    func unknown() {
        let held = Array(repeating: true, count: 26)
        let taken = Array(repeating: false, count: 26)
        #expect(survival(friday: held, tuesday: [], monday: [false, false, false]).extremes == nil)
        let all = survival(friday: held, tuesday: taken, monday: [false, false, false])
        #expect(all.extremes?.worst.weekday == .tuesday)
    }

    @Test(
        "A chance in words",
        arguments: [
            (0.0, "almost never"), (0.0499, "almost never"), (0.05, "one time in ten"), (0.14, "one time in ten"),
            (0.16, "two times in ten"), (0.4499, "four times in ten"), (0.45, "every other time"),
            (0.5499, "every other time"), (0.56, "six times in ten"), (0.672, "seven times in ten"),
            (0.9499, "nine times in ten"), (0.95, "almost always"), (1, "almost always"),
        ])
    func words(kept: Double, words: String) {
        let slot = Survival.Slot(weekday: .friday, minutes: 480..<510, kept: kept, low: 0, high: 1, n: 9, takenBy: [])
        #expect(slot.often == words)
        #expect(slot.label == "Friday 8:00")
    }
}
