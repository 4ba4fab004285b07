import LedgerModel
import Testing

@testable import Questions

@Suite("How hours, shares and counts are written")
struct HoursTests {
    @Test(
        "Minutes below an hour, then hours with a decimal that says something",
        arguments: [
            (0, "0 min"), (29, "0 min"), (30, "1 min"), (3599, "60 min"), (3600, "1 h"), (5400, "1.5 h"),
            (113_400, "31.5 h"), (3_600_000, "1000 h"), (3_601_800, "1001 h"),
        ] as [(Int64, String)])
    func lengths(seconds: Int64, text: String) { #expect(Hours.text(seconds) == text) }

    @Test(
        "A range where low or high lie more than a twentieth away",
        arguments: [
            (Spent(sure: 36_000), "10 h"), (Spent(sure: 34_200, likely: 1800), "10 h"),
            (Spent(sure: 34_199, likely: 1801), "10 h (9.5–10)"), (Spent(sure: 36_000, possible: 1801), "10 h (10–11)"),
            (Spent(sure: 600, likely: 600), "20 min (10–20)"),
        ])
    func ranges(spent: Spent, text: String) { #expect(Hours.text(spent) == text) }

    @Test(
        "Whole percents; never nothing of something, never all of less",
        arguments: [
            (0, 10, "0 %"), (1, 201, "under 1 %"), (1, 200, "1 %"), (7, 12, "58 %"), (399, 400, "over 99 %"),
            (400, 400, "100 %"), (1, 0, "–"),
        ] as [(Int64, Int64, String)])
    func percents(part: Int64, whole: Int64, text: String) { #expect(Hours.percent(part, of: whole) == text) }

    @Test("Counts are words up to twelve", arguments: [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
    func counts(number: Int, text: String) { #expect(Words.count(number) == text) }
}
