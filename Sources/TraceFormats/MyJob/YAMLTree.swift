import LedgerModel
import Yams

/// A YAML document as plain values, each with its line. Every scalar stays as typed: in YAML 1.1
/// `9:00` would be a number and `no` a truth value.
struct YAMLTree: Sendable {
    /// From 1.
    var line: Int
    var content: Content

    enum Content: Sendable {
        /// `plain` is text without quotes.
        case text(String, plain: Bool)
        case list([YAMLTree])
        case map([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var line: Int
        var value: YAMLTree
    }

    /// Whether there is no value: `key:`, `~` or `null`.
    var isNothing: Bool {
        guard case .text(let text, plain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    init(line: Int, content: Content) {
        self.line = line
        self.content = content
    }

    /// Throws `.jobInvalid` or `.tooLarge` with the line; anchors and aliases are refused, because
    /// a few of them can stand for more values than memory holds.
    init(_ text: String, fileName: String) throws(LedgerError) {
        guard text.utf8.count <= MyJobYAML.sizeLimit else {
            throw LedgerError(
                .tooLarge, "the file is larger than 1 MB", location: fileName,
                hint: "My job is usually a few pages of text.")
        }
        let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        let bounds = YAMLBounds(text)
        if let line = bounds.lineOfTooManyAliases { throw Self.aliases(line, fileName) }
        if let line = bounds.lineOfTooManyKeys { throw Self.complexKey(line, fileName) }
        let parser: Parser
        let root: Node?
        do {
            parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            root = try parser.singleRoot()
        } catch let error as YamlError {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            throw LedgerError(yaml: error, fileName: fileName, lastLine: lines.count)
        } catch {
            throw LedgerError(.jobInvalid, "this is not valid YAML", location: fileName)
        }
        guard let root else {
            throw LedgerError(
                .jobInvalid, "the file is empty", location: fileName,
                hint: "To end everything, write at least `name:`. To change nothing, close the editor without saving.")
        }
        // Nodes refer to their anchors only while the parser is alive.
        defer { withExtendedLifetime(parser) {} }
        try self.init(root, depth: 0, fileName: fileName)
    }

    private init(_ node: Node, depth: Int, fileName: String) throws(LedgerError) {
        let line = node.mark?.line ?? 1
        if node.anchor != nil { throw Self.aliases(line, fileName) }
        guard depth < 16 else {
            throw LedgerError(.jobInvalid, "the file is nested too deeply", location: "\(fileName):\(line)")
        }
        switch node {
        case .scalar(let scalar):
            self.init(line: line, content: .text(scalar.string, plain: scalar.style == .plain))
        case .sequence(let sequence):
            var items: [YAMLTree] = []
            for item in sequence { items.append(try YAMLTree(item, depth: depth + 1, fileName: fileName)) }
            self.init(line: line, content: .list(items))
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                let keyLine = key.mark?.line ?? line
                guard case .scalar(let scalar) = key, key.anchor == nil else {
                    throw Self.complexKey(keyLine, fileName)
                }
                entries.append(
                    Entry(
                        key: scalar.string, line: keyLine,
                        value: try YAMLTree(value, depth: depth + 1, fileName: fileName)))
            }
            self.init(line: line, content: .map(entries))
        case .alias:
            throw Self.aliases(line, fileName)
        }
    }

    private static func complexKey(_ line: Int, _ fileName: String) -> LedgerError {
        LedgerError(
            .jobInvalid, "a key has to be a word", location: "\(fileName):\(line)",
            hint: "Text that begins with a question mark, a bracket or a brace needs quotes.")
    }

    private static func aliases(_ line: Int, _ fileName: String) -> LedgerError {
        LedgerError(
            .jobInvalid, "anchors (&name) and aliases (*name) are not supported", location: "\(fileName):\(line)",
            hint: "Write the value out, or put it in quotes if it is text.")
    }
}

extension LedgerError {
    /// The message is the parser's own; the only content of the file in it is repeated keys.
    fileprivate init(yaml error: YamlError, fileName: String, lastLine: Int) {
        let hint: Advice = "A value with a colon, a # or a leading quote, bracket or star needs quotes around it."
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                .jobInvalid, "this is not valid YAML: \(problem)",
                location: "\(fileName):\(min(max(1, mark.line), lastLine))", hint: hint)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = excerpt(duplicates.first ?? "")
            self.init(
                .jobInvalid, "the key \(key) is there twice",
                location: "\(fileName):\(max(1, context.mark.line))",
                hint: "This is the first one. Keep only one of them.")
        case .reader(let problem, _, _, _):
            self.init(.jobInvalid, "this is not valid YAML: \(problem)", location: fileName)
        default:
            self.init(.jobInvalid, "this is not valid YAML", location: fileName)
        }
    }
}

/// Finds, before anything is parsed, the two kinds of content that could take minutes to compose.
///
/// The composer hashes the keys of a mapping. A key may be an alias for a value of any size, or a value
/// that is itself full of such keys. A few of either are accepted, so that the reader can say what is
/// wrong with the first.
struct YAMLBounds {
    private static let allowed = 6

    /// The line of the first alias beyond the limit, if the text also has an anchor.
    private(set) var lineOfTooManyAliases: Int?
    /// The line of the first `? ` beyond the limit.
    private(set) var lineOfTooManyKeys: Int?

    init(_ text: String) {
        var line = 1
        var anchors = 0
        var aliases = 0
        var keys = 0
        var tooManyAliases: Int?
        var before = UInt8(ascii: "\n")
        /// The previous byte, if a value can begin after it.
        var indicator: UInt8 = 0
        for byte in text.utf8 {
            switch indicator {
            case UInt8(ascii: "&") where Self.isNamePart(byte): anchors += 1
            case UInt8(ascii: "*") where Self.isNamePart(byte):
                aliases += 1
                if aliases > Self.allowed, tooManyAliases == nil { tooManyAliases = line }
            case UInt8(ascii: "?") where Self.isSpace(byte):
                keys += 1
                if keys > Self.allowed, lineOfTooManyKeys == nil { lineOfTooManyKeys = line }
            default: break
            }
            indicator = Self.mayPrecedeValue(before) ? byte : 0
            if byte == UInt8(ascii: "\n") { line += 1 }
            before = byte
        }
        lineOfTooManyAliases = anchors > 0 ? tooManyAliases : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || byte >= 0x80
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func mayPrecedeValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: isSpace(byte)
        }
    }
}
