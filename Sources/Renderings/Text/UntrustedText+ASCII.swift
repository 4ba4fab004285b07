extension UntrustedText {
    /// `text` in ASCII for terminals that are not told to be Unicode: punctuation and Latin letters
    /// get their nearest form, everything else a question mark.
    static func ascii(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var result = ""
        for character in text {
            if character.isASCII {
                result.append(character)
            } else if let plain = spelled[character] {
                result += plain
            } else if let first = character.unicodeScalars.first, first.isASCII {
                // A decomposed letter: the base without its marks.
                result.unicodeScalars.append(first)
            } else {
                result += "?"
            }
        }
        return result
    }

    private static let spelled: [Character: String] = {
        var table: [Character: String] = [
            "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-",
            "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "«": "<<", "»": ">>", "‹": "<", "›": ">",
            "…": "...", "·": "-", "•": "-", "×": "x", "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≈": "~", "½": "1/2",
            "±": "+/-", "€": "EUR", "£": "GBP", "°": " deg", "✓": "v", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe",
            "Œ": "OE",
            "þ": "th", "Þ": "Th",
        ]
        let letters = [
            "àáâãäåāăą": "a", "ÀÁÂÃÄÅĀĂĄ": "A", "çćčĉċ": "c", "ÇĆČĈĊ": "C", "ďđð": "d", "ĎĐÐ": "D", "èéêëēĕėęě": "e",
            "ÈÉÊËĒĔĖĘĚ": "E", "ğĝġģ": "g", "ĞĜĠĢ": "G", "ĥħ": "h", "ĤĦ": "H", "ìíîïīĭįı": "i", "ÌÍÎÏĪĬĮİ": "I",
            "ķ": "k",
            "Ķ": "K", "łľĺļ": "l", "ŁĽĹĻ": "L", "ñńňņ": "n", "ÑŃŇŅ": "N", "òóôõöøōŏő": "o", "ÒÓÔÕÖØŌŎŐ": "O",
            "řŕŗ": "r", "ŘŔŖ": "R", "śšşșŝ": "s", "ŚŠŞȘŜ": "S", "ťţțŧ": "t", "ŤŢȚŦ": "T", "ùúûüūŭůűų": "u",
            "ÙÚÛÜŪŬŮŰŲ": "U", "ýÿŷ": "y", "ÝŸŶ": "Y", "źżž": "z", "ŹŻŽ": "Z",
        ]
        for (accented, plain) in letters {
            for letter in accented { table[letter] = plain }
        }
        return table
    }()
}
