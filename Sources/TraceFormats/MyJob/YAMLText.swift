/// Writes scalars, lists and maps of YAML on one line.
enum YAMLText {
    /// Without quotes if it cannot be anything but text.
    static func scalar(_ text: String) -> String {
        if isPlain(text) { return text }
        let isSimple = text.unicodeScalars.allSatisfy { !mustBeEscaped($0) } && !text.contains("'")
        if isSimple, text.contains(where: { $0 == "\\" || $0 == "\"" }) { return "'\(text)'" }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    static func scalar(_ text: String?) -> String? { text.map { scalar($0) } }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map { scalar($0) }.joined(separator: ", ") + "]"
    }

    /// The fields that have a value, in braces; the values are YAML already.
    static func map(_ fields: [(key: String, value: String?)]) -> String {
        let parts = fields.compactMap { field in field.value.map { "\(field.key): \($0)" } }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " ", text.utf8.count <= 200
        else { return false }
        guard !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased()) else {
            return false
        }
        return scalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic && scalar.value < 0x2000
                || ("0"..."9").contains(scalar) || " -_./@()+&;=".unicodeScalars.contains(scalar)
        }
    }

    /// Whether YAML counts a scalar as unprintable or as a line break.
    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: false
        default: true
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": return "\\\\"
        case "\"": return "\\\""
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default: break
        }
        guard mustBeEscaped(scalar) else { return String(Character(scalar)) }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    }
}
