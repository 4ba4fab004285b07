/// Text that came from outside, made safe to print: nothing in it can move a cursor, change a
/// colour, end a line or turn the reading direction.
enum UntrustedText {
    /// `text` on one line: line breaks and tabs become spaces, other control characters U+FFFD, and
    /// invisible direction marks go.
    static func inert(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { treatment(of: $0) != .keep }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch treatment(of: scalar) {
            case .keep: result.append(scalar)
            case .space: result.append(" ")
            case .mark: result.append("\u{FFFD}")
            case .drop: continue
            }
        }
        return String(result)
    }

    private enum Treatment { case keep, space, mark, drop }

    private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: .space
        // C0, DEL and C1: an eight-bit terminal takes U+009B for the start of an escape sequence.
        case 0x00...0x1F, 0x7F...0x9F: .mark
        case 0x20...0x7E: .keep
        // Marks, embeddings, overrides and isolates of direction (UAX #9).
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .drop
        // Invisible characters that hide or split words: soft hyphen, zero-width space, joiners of
        // words, deprecated format characters, interlinear annotation, tags.
        case 0x00AD, 0x180E, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .drop
        default: .keep
        }
    }
}

extension UntrustedText {
    /// `text` in ASCII, for terminals without Unicode: punctuation and Latin letters become the nearest
    /// character, everything else a question mark.
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
