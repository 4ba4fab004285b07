/// Options for curl in the syntax of its configuration files, one a line. They go to its standard input: what
/// stands in arguments can be read by every account of the machine.
struct CurlConfiguration: Sendable {
    /// A value holds a character that no line can.
    struct Unwritable: Error {}

    private(set) var text = ""

    mutating func add(_ flag: String) { text += flag + "\n" }

    /// Quoted: a quote, a backslash, a tab and an end of line are escaped. Throws `Unwritable` for every other
    /// control character.
    mutating func add(_ option: String, _ value: String) throws(Unwritable) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            default:
                guard !scalar.isControl else { throw Unwritable() }
                quoted.unicodeScalars.append(scalar)
            }
        }
        text += "\(option) = \"\(quoted)\"\n"
    }

    /// A header field of the request. Throws `Unwritable` for every control character: an end of line would begin
    /// another field.
    mutating func addHeader(_ name: String, _ value: String) throws(Unwritable) {
        guard !value.unicodeScalars.contains(where: \.isControl) else { throw Unwritable() }
        try add("header", "\(name): \(value)")
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 32 || value == 127 }
}
