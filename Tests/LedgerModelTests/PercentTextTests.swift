import LedgerModel
import Testing

@Suite("Escapes of an address")
struct PercentTextTests {
    @Test(
        "What is an escape is read, and what is none stays",
        arguments: [
            ("a%20b", "a b"), ("%C3%A9", "é"), ("%c3%a9", "é"), ("100%", "100%"), ("%2", "%2"), ("%zz%41", "%zzA"),
            ("%+4", "%+4"), ("a+b", "a+b"), ("", ""), ("%25", "%"), ("é%41", "éA"), ("%FF", "\u{FFFD}"),
        ])
    func decoded(text: String, meant: String) {
        #expect(text.percentDecoded == meant)
    }

    @Test("All but unreserved characters are escaped, and slashes where they are to stay")
    func encoded() {
        #expect("A-z_0.~/é?&%".percentEncoded() == "A-z_0.~%2F%C3%A9%3F%26%25")
        #expect("/a b/é".percentEncoded(keepingSlashes: true) == "/a%20b/%C3%A9")
    }

    @Test("What is escaped reads back the same, in an address and in a form", arguments: 0..<50)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = String(decoding: (0..<40).map { _ in UInt8(random.number(0, 255)) }, as: UTF8.self)
        #expect(text.percentEncoded().percentDecoded == text)
        #expect(Fields("a=" + text.percentEncoded())["a"] == text)
    }
}

@Suite("Numbers from a seed")
struct SeededGeneratorTests {
    @Test("They are those of SplitMix64")
    func known() {
        var random = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test("Streams of one seed differ, and both ends of a range come")
    func streams() {
        var (one, other) = (SeededGenerator(seed: 3, stream: "one"), SeededGenerator(seed: 3, stream: "other"))
        #expect(one.next() != other.next())
        var again = SeededGenerator(seed: 3, stream: "one")
        _ = again.next()
        #expect(again.next() == one.next())
        #expect(Set((0..<200).map { _ in one.number(-1, 1) }) == [-1, 0, 1])
        #expect(one.number(5, 5) == 5 && one.number(5, 4) == 5)
        #expect(one.pick([], or: "none") == "none")
        #expect((0..<99).allSatisfy { _ in one.chance(100) && !one.chance(0) })
    }
}
