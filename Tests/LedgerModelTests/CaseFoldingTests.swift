import LedgerModel
import Testing

@_spi(_Unicode) import Swift

@Suite("Letters in one case and form")
struct CaseFoldingTests {
    @Test(
        "Texts that differ in case or form alone are equal",
        arguments: [
            ("Übergabe", "u\u{308}BERGABE"), ("STRAẞE", "straße"), ("ΟΔΟΣ", "οδος"), ("ſ", "S"), ("µ", "μ"), ("Ǆ", "ǅ"),
            ("\u{212A}", "k"), ("\u{1E9B}", "Ṡ"), ("ᾼ", "ᾳ"), ("Ꭰ", "ꭰ"), ("𐐀", "𐐨"), ("Å", "\u{212B}"), ("", ""),
        ])
    func equal(one: String, other: String) {
        #expect(one.caseFolded == other.caseFolded)
        #expect(one.caseFoldedScalars == other.caseFoldedScalars)
    }

    @Test(
        "Other letters are not, and folding keeps their number",
        arguments: [("ü", "u"), ("ß", "ss"), ("İ", "i"), ("ı", "i"), ("ŉ", "ʼn"), ("ﬁ", "fi"), ("a", "b")])
    func different(one: String, other: String) {
        #expect(one.caseFolded != other.caseFolded)
        #expect(one.caseFoldedScalars.count == one.unicodeScalars.count)
    }

    @Test("What is folded stays as it is, for every letter there is")
    func twice() {
        for letter in Self.letters where letter.caseFolded.caseFolded != letter.caseFolded {
            Issue.record("\(letter.value)")
        }
    }

    @Test("What is surely composed has no other form, and no letter takes it in")
    func composed() {
        var count = 0
        for letter in Self.letters where letter.isSurelyComposed {
            count += 1
            let alone = String(Character(letter))
            for before in ["", "e", "か", "\u{1100}", "가", "ж"]
            where !(before + alone)._nfc.elementsEqual((before + alone).unicodeScalars) {
                Issue.record("\(letter.value) after \(before)")
            }
        }
        #expect(count > 30_000)
    }

    private static var letters: some Sequence<Unicode.Scalar> {
        (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
    }
}
