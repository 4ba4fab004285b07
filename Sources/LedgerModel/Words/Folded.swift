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
