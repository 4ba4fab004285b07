import LedgerModel

/// The issues and tickets that a text names: `#412`, `OPS-12`, in the order in which they count.
struct TitleNumbers: Sendable {
    /// Tickets in the title.
    private(set) var tickets: [String] = []
    /// Issues that it closes.
    private(set) var closed: [String] = []
    /// Tickets in the text, in trailers above all.
    private(set) var mentionedTickets: [String] = []
    private(set) var mentioned: [String] = []
    /// The request that brought it, at the end of the title: `… (#412)`.
    private(set) var request: String?

    /// What it is part of: `nil` if it names nothing.
    var main: String? { tickets.first ?? closed.first ?? mentionedTickets.first ?? mentioned.first ?? request }
    /// Whether it names an issue or a ticket, and not only the request that brought it.
    var isPart: Bool { main != nil && main != request }
    var all: Set<String> {
        Set(tickets + closed + mentionedTickets + mentioned + [request].compactMap { $0 })
    }

    /// - Parameter project: An address of another repository names none of its issues.
    init(title: String, body: String, project: String) {
        guard Self.mayName(title) || Self.mayName(body) else { return }
        let inTitle = Self.tokens(title)
        if let last = inTitle.last, last.hasPrefix("(#"), last.hasSuffix(")") { request = Self.issue(Self.bare(last)) }
        read(request == nil ? inTitle[...] : inTitle.dropLast(), project, isTitle: true)
        read(Self.tokens(body)[...], project, isTitle: false)
    }

    private mutating func read(_ tokens: ArraySlice<Substring>, _ project: String, isTitle: Bool) {
        var before = ""
        for token in tokens {
            let bare = Self.bare(token)
            if let issue = Self.issue(bare) ?? Self.issue(ofAddress: bare, project) {
                if issue == request { continue }
                if Self.closing.contains(before) {
                    if !closed.contains(issue) { closed.append(issue) }
                } else if !mentioned.contains(issue) {
                    mentioned.append(issue)
                }
                before = ""
                continue
            }
            if let ticket = Self.ticket(bare) {
                if isTitle { tickets.append(ticket) } else { mentionedTickets.append(ticket) }
            }
            // `fixes issue #12`
            let word = bare.caseFolded
            if word != "issue" || !Self.closing.contains(before) { before = word }
        }
        mentioned.removeAll { closed.contains($0) }
    }

    private static let closing: Set<String> = [
        "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved",
    ]

    private static func mayName(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    }

    private static func tokens(_ text: String) -> [Substring] {
        String(decoding: text.utf8.prefix(CandidatePiece.longestText), as: UTF8.self)
            .split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "," || $0 == "\r\n" }
    }

    private static func bare(_ token: Substring) -> Substring {
        func isMark(_ character: Character) -> Bool { "()[]{}<>.:;!?\"'`“”".contains(character) }
        var token = token.drop(while: isMark)
        while let last = token.last, isMark(last) { token.removeLast() }
        return token
    }

    /// `#412` and `GH-412`.
    private static func issue(_ token: Substring) -> String? {
        var digits = token.utf8[...]
        if digits.first == UInt8(ascii: "#") {
            digits = digits.dropFirst()
        } else if token.hasPrefix("GH-") {
            digits = digits.dropFirst(3)
        } else {
            return nil
        }
        guard (1...7).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return "#" + String(decoding: digits, as: UTF8.self)
    }

    /// `https://github.com/owner/repository/issues/412`, of the same repository.
    private static func issue(ofAddress token: Substring, _ project: String) -> String? {
        guard token.hasPrefix("http") else { return nil }
        let parts = token.split { $0 == "/" || $0 == "#" || $0 == "?" }
        guard let place = parts.firstIndex(where: { $0 == "issues" || $0 == "pull" || $0 == "merge_requests" }),
            place + 1 < parts.count, place > 0, parts[place + 1].utf8.allSatisfy(isDigit)
        else { return nil }
        let repository = parts[place - 1] == "-" && place > 1 ? parts[place - 2] : parts[place - 1]
        let own = project.split(separator: "/").last ?? ""
        return repository.caseFolded == own.caseFolded ? "#" + parts[place + 1] : nil
    }

    /// `OPS-12`, in capitals as trackers write it.
    static func ticket(_ token: Substring) -> String? {
        let parts = token.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, (2...10).contains(parts[0].count), (1...7).contains(parts[1].count),
            parts[0].first.map({ (0x41...0x5A).contains($0) }) == true,
            parts[0].allSatisfy({ (0x41...0x5A).contains($0) || isDigit($0) }), parts[1].allSatisfy(isDigit),
            !standards.contains(String(decoding: parts[0], as: UTF8.self))
        else { return nil }
        return String(token)
    }

    /// What looks like a ticket and names a standard.
    private static let standards: Set<String> = [
        "AES", "ARM", "BASE", "CP", "CVE", "CWE", "ED", "EN", "ES", "GH", "GPL", "HTTP", "IEEE", "IPV", "ISO", "LGPL",
        "MD", "MIT", "MP", "MPL", "PEP", "PHP", "RFC", "RSA", "SHA", "SOC", "TLS", "UTC", "UTF", "WCAG",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
