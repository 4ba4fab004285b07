/// Words of a command, quoted for a shell.
enum ShellWord {
    /// `text` in quotation marks, single ones if a shell would interpret double ones.
    static func text(_ text: String) -> String {
        let plain = UntrustedText.inert(text)
        let isSafe = plain.utf8.allSatisfy { !"\"\\$`!".utf8.contains($0) }
        return isSafe ? "\"\(plain)\"" : single(plain)
    }

    /// `text` in single quotes if it needs them.
    static func quoted(_ text: String) -> String {
        let plain = UntrustedText.inert(text)
        let isPlain = plain.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "@"), UInt8(ascii: "="):
                true
            default: false
            }
        }
        return isPlain && !plain.isEmpty ? plain : single(plain)
    }

    /// `text` in single quotes in any case.
    static func single(_ text: String) -> String {
        var result = "'"
        for scalar in UntrustedText.inert(text).unicodeScalars {
            if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "'"
    }
}
