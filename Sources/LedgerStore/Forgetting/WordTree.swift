import LedgerModel

/// An item of My job as JSON, in which only the person's words can be changed.
///
/// The problem: an item mixes words (`label`, `owner`, `title` of a condition) with keys, dates and choices. Forgetting
/// Kim Park must scrub the label “1:1s with Kim Park” but leave the key `kim-park` alone, since rules and readings
/// refer to it. A scrubbed date or choice could not even be decoded.
///
/// So `words` lists the members that hold a person's own words; `mapped` changes texts below those and nothing else.
/// Decoding into a tree instead of the real types also keeps members that this version of the program does not know. A
/// new member with free text belongs into `words`.
indirect enum WordTree: Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([WordTree])
    case object([String: WordTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([WordTree].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: WordTree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The members that hold a person's own words. The others are keys, dates and choices.
    private static let words: Set<String> = [
        "label", "owner", "identities", "measure", "target", "unit", "source", "agreedWith", "project", "path",
        "folder", "file",
        "title", "body", "person", "calendar", "tag", "holidayCalendars",
    ]

    /// The texts in the list `key` of an object.
    func texts(_ key: String) -> [String] {
        guard case .object(let members) = self, case .list(let values) = members[key] else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    mutating func set(_ key: String, _ text: String) {
        guard case .object(var members) = self, members[key] != nil else { return }
        members[key] = .text(text)
        self = .object(members)
    }

    /// The members that are regular expressions in the conditions of rules.
    private static let expressions: Set<String> = ["title", "body"]

    /// The tree with every text that holds words changed.
    func mapped(_ change: (String) -> String) -> WordTree {
        if case .object(let value) = self {
            .object(
                Dictionary(
                    uniqueKeysWithValues: value.map { key, member in
                        guard Self.words.contains(key) || member.isObject else { return (key, member) }
                        return (
                            key,
                            member.mapped { Self.expressions.contains(key) ? Self.escaped(change($0)) : change($0) }
                        )
                    }))
        } else {
            mappedList(change)
        }
    }

    /// Escapes the brackets of `[forgotten]`, which an expression would read as a set of letters.
    private static func escaped(_ expression: String) -> String {
        // Sort has already escaped it in its own rules.
        expression.replacing("\\" + Forgotten.mark, with: "\u{1}")
            .replacing(Forgotten.mark, with: "\\[\(Forgotten.name)\\]")
            .replacing("\u{1}", with: "\\" + Forgotten.mark)
    }

    private func mappedList(_ change: (String) -> String) -> WordTree {
        switch self {
        case .text(let value): .text(change(value))
        case .list(let value): .list(value.map { $0.mapped(change) })
        case .object, .null, .bool, .integer, .number: self
        }
    }

    /// Whether it is an object or a list of objects.
    private var isObject: Bool {
        switch self {
        case .object: true
        case .list(let value): value.contains(where: \.isObject)
        case .null, .bool, .integer, .number, .text: false
        }
    }
}
