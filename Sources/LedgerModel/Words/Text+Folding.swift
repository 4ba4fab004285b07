extension StringProtocol {
    /// In small letters without marks above or below them, to compare names: `José` and `jose` are the same.
    ///
    /// Other scripts keep their letters.
    package var folded: String {
        var result = ""
        for scalar in lowercased().unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let base = Self.base(of: scalar) {
                result += base
            }
        }
        return result
    }

    /// The letter below the marks; empty for a mark of its own.
    private static func base(of scalar: Unicode.Scalar) -> String? {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return nil
        default: break
        }
        if scalar == "ß" { return "ss" }
        if scalar == "ı" { return "i" }
        let start = "LATIN SMALL LETTER "
        // `LATIN SMALL LETTER E WITH ACUTE`
        guard let name = scalar.properties.name, name.hasPrefix(start) else { return String(scalar) }
        let letter = name.dropFirst(start.count).prefix { $0 != " " }
        return letter.count == 1 && name.contains(" WITH ") ? letter.lowercased() : String(scalar)
    }
}

@_spi(_Unicode) import Swift

/// Letters in one form and one case, to compare them: what rules, globs and groups of titles hold equal.
///
/// The form is NFC (Unicode Standard Annex 15), so a letter with a mark is one scalar wherever there is one. The case is
/// Unicode's simple case folding (CaseFolding.txt, statuses C and S), which keeps the number of letters: `ẞ` and `ß`
/// are the same and neither is `ss`, the Greek final sigma is a sigma, and the Turkish `İ` and `ı` are letters of their
/// own, since which of them is an `i` depends on the language.
extension StringProtocol {
    /// The scalars of the text, composed (NFC) and folded.
    package var caseFoldedScalars: [Unicode.Scalar] {
        if unicodeScalars.allSatisfy(\.isSurelyComposed) { return unicodeScalars.map(\.caseFolded) }
        return String(self)._nfc.map(\.caseFolded)
    }

    /// The same as text: two texts are equal but for case and form when these are equal.
    package var caseFolded: String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: caseFoldedScalars)
        return String(result)
    }

    /// The text composed (NFC), as it is kept: what looks the same is the same.
    package var composed: String {
        if utf8.allSatisfy({ $0 < 0x80 }) || unicodeScalars.allSatisfy(\.isSurelyComposed) { return String(self) }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: String(self)._nfc)
        return String(result)
    }

    /// The scalars of the text, composed (NFC), in the case they have.
    package var composedScalars: [Unicode.Scalar] {
        unicodeScalars.allSatisfy(\.isSurelyComposed) ? Array(unicodeScalars) : Array(String(self)._nfc)
    }
}

extension Unicode.Scalar {
    /// The letter that stands for all its cases.
    package var caseFolded: Unicode.Scalar {
        switch value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(value) + 32)
        case ..<0x80: self
        case ..<UInt32(Self.folded.count): Self.folded[Int(value)]
        // Writing systems of the Far East have no case.
        case 0x2E80...0xA63F, 0xAC00...0xD7FF: self
        default: Self.fold(self)
        }
    }

    /// The capital of a folded letter; itself where it has none of one scalar.
    package var capital: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

    /// Latin, Greek, Cyrillic and Armenian: most letters that have a case, worked out once.
    private static let folded = (0..<UInt32(0x590)).map { value in
        Unicode.Scalar(value).map(fold) ?? "\u{FFFD}"
    }

    /// By way of the capital, since small letters too can have a second form: `ſ`, `ς`, `µ`.
    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "İ" || scalar == "ı" { return scalar }
        let small = only(scalar.properties.lowercaseMapping) ?? scalar
        guard let capital = only(small.properties.uppercaseMapping) else { return small }
        return only(capital.properties.lowercaseMapping) ?? small
    }

    private static func only(_ mapping: String) -> Unicode.Scalar? {
        let scalars = mapping.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return nil
        }
        return first
    }

    /// Text of these alone is NFC as it is: none is a mark, and none has another form (quick check of Annex 15).
    /// Others may be too; they take the long way.
    package var isSurelyComposed: Bool {
        switch value {
        // Latin, Greek and Cyrillic letters.
        case ..<0x300, 0x388...0x482, 0x48A...0x52F: true
        // Punctuation, hiragana, katakana, ideographs, Hangul syllables, emoji.
        case 0x2010...0x2027, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1FAFF:
            true
        default: false
        }
    }
}
