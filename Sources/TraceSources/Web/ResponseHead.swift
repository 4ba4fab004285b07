/// What a server says before the document: the status and the header fields of its last answer.
struct ResponseHead: Hashable, Sendable {
    let status: Int
    /// By their names in lower case; of several with one name the first.
    private var fields: [String: String] = [:]

    /// Fields from a server are bounded like everything from outside: a longer one counts as not sent.
    private static let longestField = 8192

    /// Reads what curl's `dump-header` wrote. Interim answers (1xx) come before the final one, and trailers of the
    /// document may follow it. Nil while the final one is not whole, and for what is no answer of HTTP.
    init?(_ bytes: some Collection<UInt8>) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)[...]
        // What comes after the last end of line is not whole yet.
        _ = lines.popLast()
        repeat {
            guard let first = lines.popFirst(), let status = Self.status(first) else { return nil }
            guard let end = lines.firstIndex(where: { $0.isEmpty || $0.elementsEqual([13]) }) else { return nil }
            let block = lines[..<end]
            lines = lines[(end + 1)...]
            guard (100..<200).contains(status) else {
                self.init(status, block)
                return
            }
        } while true
    }

    private init(_ status: Int, _ lines: some Sequence<some Collection<UInt8>>) {
        self.status = status
        for line in lines where line.count <= Self.longestField {
            let parts = line.split(separator: 58, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = String(decoding: parts[0], as: UTF8.self).lowercased()
            let value = String(decoding: parts[1], as: UTF8.self).unicodeScalars.drop { $0 == " " || $0 == "\t" }
            if fields[name] == nil { fields[name] = Self.trimmed(value) }
        }
    }

    private static func trimmed(_ value: Substring.UnicodeScalarView) -> String {
        var value = value
        while let last = value.last, last == " " || last == "\t" || last == "\r" { value.removeLast() }
        return String(Substring(value))
    }

    subscript(name: String) -> String? { fields[name] }

    /// `HTTP/1.1 200 OK`, `HTTP/2 200`.
    private static func status(_ line: some Collection<UInt8>) -> Int? {
        guard line.starts(with: "HTTP/".utf8) else { return nil }
        let words = line.split(whereSeparator: { $0 == 32 || $0 == 13 })
        guard words.count > 1, words[1].count == 3 else { return nil }
        return Int(String(decoding: words[1], as: UTF8.self))
    }
}
