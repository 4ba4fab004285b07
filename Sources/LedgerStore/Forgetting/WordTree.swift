import LedgerModel

/// An item of My job as JSON, to change the words in it and nothing else.
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

    /// The members in which a person writes their own words; the others are keys, dates and choices.
    private static let words: Set<String> = [
        "label", "owner", "identities", "measure", "target", "unit", "source", "agreedWith", "project", "path", "title",
        "body", "person", "calendar", "tag", "holidayCalendars",
    ]

    /// The texts in a list of an object.
    func texts(_ key: String) -> [String] {
        guard case .object(let members) = self, case .list(let values) = members[key] else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    mutating func set(_ key: String, _ text: String) {
        guard case .object(var members) = self, members[key] != nil else { return }
        members[key] = .text(text)
        self = .object(members)
    }

    /// Of these the conditions of rules are regular expressions.
    private static let expressions: Set<String> = ["title", "body"]

    /// Every text that is somebody's words changed.
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

    /// What stands for a name is no set of letters.
    private static func escaped(_ expression: String) -> String {
        // Where it stands already, Sort wrote it.
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

    /// An object, or a list of them.
    private var isObject: Bool {
        switch self {
        case .object: true
        case .list(let value): value.contains(where: \.isObject)
        case .null, .bool, .integer, .number, .text: false
        }
    }
}
