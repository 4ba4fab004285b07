extension StringProtocol {
    /// In lower case and without diacritics, to compare names: `José` and `jose` are equal.
    ///
    /// Letters of scripts other than Latin stay.
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

    /// The letter without its marks; empty for a combining mark.
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

/// Letters in one form and one case, so that rules, globs and groups of titles compare them alike.
///
/// The form is NFC (Unicode Standard Annex 15), so a letter with a mark is one scalar if Unicode has such a scalar. The
/// case is Unicode's simple case folding (CaseFolding.txt, statuses C and S), which keeps the number of letters: `ẞ`
/// and `ß` are equal and neither equals `ss`; the Greek final sigma equals the sigma; the Turkish `İ` and `ı` equal no
/// other letter, because it depends on the language which of them is an `i`.
extension StringProtocol {
    /// The scalars of the text, composed (NFC) and folded.
    package var caseFoldedScalars: [Unicode.Scalar] {
        if unicodeScalars.allSatisfy(\.isSurelyComposed) { return unicodeScalars.map(\.caseFolded) }
        return String(self)._nfc.map(\.caseFolded)
    }

    /// The same as a text. Two texts differ only in case and form if their folded texts are equal.
    package var caseFolded: String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: caseFoldedScalars)
        return String(result)
    }

    /// NFC as it is, told at a glance.
    package var isSurelyComposed: Bool {
        utf8.allSatisfy { $0 < 0x80 } || unicodeScalars.allSatisfy(\.isSurelyComposed)
    }

    /// The text composed (NFC), as it is kept: what looks the same is the same.
    package var composed: String {
        if isSurelyComposed { return String(self) }
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
    /// The letter that represents all its cases.
    package var caseFolded: Unicode.Scalar {
        switch value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(value) + 32)
        case ..<0x80: self
        case ..<UInt32(Self.folded.count): Self.folded[Int(value)]
        // East Asian scripts have no case.
        case 0x2E80...0xA63F, 0xAC00...0xD7FF: self
        default: Self.fold(self)
        }
    }

    /// The capital of a folded letter; the letter itself if its capital is not a single scalar.
    package var capital: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

    /// Latin, Greek, Cyrillic and Armenian, which have most letters with a case, computed once.
    private static let folded = (0..<UInt32(0x590)).map { value in
        Unicode.Scalar(value).map(fold) ?? "\u{FFFD}"
    }

    /// Folds by way of the capital, because small letters can have a second form too: `ſ`, `ς`, `µ`.
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

    /// Whether text of such scalars alone is certainly NFC: none is a mark and none has another form (the quick check
    /// of Annex 15). Other text may be NFC too, but has to be composed to find out.
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

extension String {
    /// The same, byte by byte: nearly every text that is read is ASCII.
    package var isSurelyComposed: Bool {
        let isPlain = utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } }
        return isPlain == true || unicodeScalars.allSatisfy(\.isSurelyComposed)
    }
}
