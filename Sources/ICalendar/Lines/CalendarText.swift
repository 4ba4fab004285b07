/// TEXT values (RFC 5545, section 3.3.11).
enum CalendarText {
    /// At most `limit` bytes of a value, unescaped and without control characters.
    static func unescaped(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
        guard
            bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 32 && $0 != 9 || $0 == 127 })
                || bytes.count > limit
        else { return string(ContentLine.trimmed(bytes)) }
        var plain: [UInt8] = []
        plain.reserveCapacity(min(bytes.count, limit))
        var isEscaped = false
        for byte in bytes where plain.count < limit {
            if isEscaped {
                isEscaped = false
                plain.append(byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N") ? 10 : byte)
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte >= 32 && byte != 127 || byte == 9 {
                plain.append(byte)
            }
        }
        if plain.count == limit { dropBrokenEnd(&plain) }
        return string(ContentLine.trimmed(plain[...]))
    }

    /// The parts of a list, split at unescaped commas.
    static func list(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var from = bytes.startIndex
        var isEscaped = false
        for index in bytes.indices {
            if isEscaped {
                isEscaped = false
            } else if bytes[index] == UInt8(ascii: "\\") {
                isEscaped = true
            } else if bytes[index] == UInt8(ascii: ",") {
                parts.append(bytes[from..<index])
                from = index + 1
            }
        }
        parts.append(bytes[from...])
        return parts
    }

    /// UTF-8; a byte that is not is read as Windows-1252, which old programs wrote, and costs no other.
    static func string(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = String.UnicodeScalarView()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            if index + length <= bytes.endIndex,
                let part = String(validating: bytes[index..<index + length], as: UTF8.self)
            {
                text.append(contentsOf: part.unicodeScalars)
                index += length
            } else {
                text.append(windows1252(byte))
                index += 1
            }
        }
        return String(text)
    }

    /// Windows-1252 (Unicode Consortium, CP1252.TXT); its five unused bytes are what Latin-1 has there.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let upper1252 = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// The value with `\`, `;`, `,` and line ends escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.unicodeScalars.append(contentsOf: ["\\", scalar])
            case "\n": result += "\\n"
            case "\r": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A parameter value in quotes (RFC 6868).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "^": result += "^^"
            case "\"": result += "^'"
            case "\n": result += "^n"
            case _ where scalar.value < 32 || scalar.value == 127: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func dropBrokenEnd(_ bytes: inout [UInt8]) {
        var dropped = 0
        while dropped < 4, let last = bytes.last, last & 0xC0 == 0x80 {
            bytes.removeLast()
            dropped += 1
        }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
}
