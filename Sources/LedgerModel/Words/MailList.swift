/// Finds people as mail programs write them: `Name <mail>`, `mail; mail`.
enum MailList {
    /// Whether a line is only a list of people with addresses.
    static func isAll(_ line: some StringProtocol) -> Bool {
        let items = items(line)
        return !items.isEmpty && items.allSatisfy(isPerson)
    }

    /// Whether the text contains `Name <mail>`.
    static func holdsNamed(_ text: some StringProtocol) -> Bool {
        guard let open = text.firstIndex(of: "<") else { return false }
        let rest = text[text.index(after: open)...]
        guard let close = rest.firstIndex(of: ">") else { return false }
        return isAddress(rest[..<close]) && text[..<open].contains(where: \.isLetter)
    }

    /// Whether the text contains an address as a word.
    static func holdsAddress(_ text: some StringProtocol) -> Bool {
        text.contains("@")
            && text.split { $0.isWhitespace || "<>()[],;:\"'".contains($0) }.contains(where: { isAddress($0) })
    }

    static func items(_ line: some StringProtocol) -> [Substring] {
        Substring(line).drop { $0.isWhitespace || "*-•·–>".contains($0) }.split { $0 == "," || $0 == ";" }
            .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
    }

    private static func isPerson(_ item: Substring) -> Bool {
        var text = item
        while text.last?.isWhitespace == true { text = text.dropLast() }
        if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst(7) }
        if isAddress(text) { return true }
        for (open, close) in [("<", ">"), ("(", ")"), ("[", "]")] as [(Character, Character)] {
            guard text.last == close, let start = text.lastIndex(of: open) else { continue }
            var address = text[text.index(after: start)...].dropLast()
            if address.lowercased().hasPrefix("mailto:") { address = address.dropFirst(7) }
            return isAddress(address) && text[..<start].split(whereSeparator: \.isWhitespace).count <= 6
        }
        return false
    }

    static func isAddress(_ text: some StringProtocol) -> Bool {
        guard let at = text.firstIndex(of: "@"), at > text.startIndex, text.count <= 320 else { return false }
        let host = text[text.index(after: at)...]
        return !host.isEmpty && !text.contains { $0.isWhitespace || "<>\"=;,()[]/".contains($0) }
            && !host.contains("@") && !host.contains(":")
    }
}
