package import LedgerModel

/// A draft of a mail: a file that mail programs open for editing (RFC 5322, RFC 2045 to 2047).
package struct DraftMail: Sendable {
    /// The address between the angle brackets.
    package var address: String
    package var name: String
    package var subject: String
    package var date: CivilTime
    package var text: String
    package var html: String

    /// `nil` if `address` cannot be in a header: a draft must not go anywhere else.
    package init?(address: String, name: String, subject: String, date: CivilTime, text: String, html: String) {
        guard Self.isPlain(address) else { return nil }
        self.address = address
        self.name = name
        self.subject = subject
        self.date = date
        self.text = text
        self.html = html
    }

    /// A dot-atom, `@`, and a domain (RFC 5322, 3.4.1), in ASCII.
    static func isPlain(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let atoms = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.")
        func isDotted(_ text: Substring, _ allowed: Set<Character>) -> Bool {
            !text.isEmpty && text.allSatisfy(allowed.contains) && !text.hasPrefix(".") && !text.hasSuffix(".")
                && !text.contains("..")
        }
        return parts.count == 2 && address.utf8.count <= 254 && isDotted(parts[0], atoms)
            && isDotted(parts[1], atoms.subtracting("!#$%&'*+/=?^_`{|}~"))
    }

    /// The file, with CRLF at the end of each line.
    package var message: String {
        let boundary = "limelight-" + contentHash(text + html).prefix(24)
        let mailbox = name.isEmpty ? "<\(address)>" : "\(Self.word(name))\r\n <\(address)>"
        let head = [
            "X-Unsent: 1", "MIME-Version: 1.0", "Date: \(Self.text(date))", "From: \(mailbox)", "To: \(mailbox)",
            "Subject: \(Self.word(subject))", "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
        let parts = [("plain", text), ("html", html)].map { kind, body in
            [
                "--\(boundary)", "Content-Type: text/\(kind); charset=utf-8", "Content-Transfer-Encoding: base64", "",
            ] + Self.base64Lines(body)
        }
        return (head + [""] + parts.flatMap { $0 } + ["--\(boundary)--", ""]).joined(separator: "\r\n")
    }

    /// Encoded words of at most 75 characters, folded (RFC 2047, 2). All text in headers goes through this.
    static func word(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for character in text where !character.isNewline {
            // A character is never split; 39 bytes become 52 digits, so a line stays within 76.
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes.prefix(39)
        }
        return words.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }

    /// `Fri, 20 Nov 2026 15:00:00 +0100`
    static func text(_ time: CivilTime) -> String {
        let (year, month, day) = time.day.components
        let zone = offsetText(time.offset).filter { $0 != ":" }
        return "\(time.day.weekday.short), \(day) \(monthNames[month - 1].prefix(3)) \(padded(year, 4)) "
            + "\(time.paddedClock):\(padded(time.second, 2)) \(zone)"
    }

    private static func base64Lines(_ text: String) -> [String] {
        // Encoded text needs CRLF line ends too (RFC 2045, 6.8).
        let bytes = Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
        return stride(from: 0, to: bytes.count, by: 57).map { base64(bytes[$0..<min($0 + 57, bytes.count)]) }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(3))
            rest = rest.dropFirst(3)
            let bits = part.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << (16 - 8 * UInt32($1.offset)) }
            for index in 0..<4 {
                out.append(index <= part.count ? digits[Int(bits >> (18 - 6 * UInt32(index)) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
