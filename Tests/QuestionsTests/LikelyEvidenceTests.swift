import LedgerModel
import Testing

@testable import Questions

@Suite("Evidence that may stand behind a result")
struct LikelyEvidenceTests {
    private func score(_ titles: [Int], people: [String] = [], days: Int64 = 0) -> Double? {
        EvidenceLikeness(
            words: titles.map { ("word", $0) }, people: people, days: days, isOfDay: true
        ).score(of: 1_000)
    }

    @Test("Worked by hand: two words, or a rare one, or one of the same day, or a person within two days")
    func formula() throws {
        // 1000/100 = 10 has 4 bits, 1000/250 = 4 has 3; 4 for the same day.
        #expect(score([100, 250]) == 11)
        // Three weeks away, nearness is half.
        #expect(score([100, 250], days: -21) == 9)
        // 1000/19 = 52 has 6 bits; 20 of 1000 are two in a hundred.
        #expect(score([19]) == 10)
        // On the same day a word is enough.
        #expect(score([20]) != nil)
        #expect(score([20], days: 1) == nil)
        #expect(score([20], people: ["Maria"], days: 3) == nil)
        // At 21 days nearness is 2.
        #expect(score([19], people: ["Maria"], days: 21) == 12)
        #expect(score([], people: ["Maria"], days: 2) != nil)
        #expect(score([]) == nil)
    }

    @Test("It says why: the words as the title has them, who, and how far")
    func why() {
        func why(_ words: [String], _ people: [String], _ days: Int64, isOfDay: Bool = true) -> String {
            EvidenceLikeness(words: words.map { ($0, 1) }, people: people, days: days, isOfDay: isOfDay).why
        }
        #expect(
            why(["restore", "drill"], ["Maria Keller"], -1)
                == "the words “restore” and “drill”, Maria Keller, one day before")
        #expect(why(["drill"], [], 21) == "the word “drill”, three weeks after")
        #expect(why(["drill"], [], 0) == "the word “drill”, the same day")
        #expect(why([], ["Maria"], 0, isOfDay: false) == "Maria, in that time")
        #expect(why(["drill"], [], -200) == "the word “drill”")
    }

    @Test("Words are compared by their beginnings, without those that say nothing and without names")
    func words() {
        let words = ResultWords(
            "Restores take 50 minutes instead of a day for Maria’s archive", people: ["Maria Keller"])
        #expect(words.stems == ["restor", "archiv"])
        #expect(words.common(with: "Restore the ARCHIVES").map(\.word) == ["restore", "archives"])
        #expect(ResultWords("Überprüfung der Käufe").common(with: "überprüfung").count == 1)
    }
}
