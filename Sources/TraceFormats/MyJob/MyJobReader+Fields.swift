import LedgerModel

/// One mapping of the file, reduced to the allowed keys.
struct MyJobFields {
    var line: Int
    fileprivate(set) var entries: [String: YAMLTree.Entry] = [:]

    func line(of key: String) -> Int { entries[key]?.line ?? line }

    /// The value of a key; `nil` if the key is missing or has no value.
    subscript(key: String) -> YAMLTree? {
        guard let value = entries[key]?.value, !value.isNothing else { return nil }
        return value
    }
}

extension MyJobReader {
    /// Reads a mapping and reports keys that are not `allowed`; `nil` if it is not a mapping.
    mutating func fields(_ tree: YAMLTree, allowed: [String], what: String) -> MyJobFields? {
        guard case .map(let entries) = tree.content else {
            problems.add(
                tree.line, "\(what) must be written as `key: value`",
                hint: "Its keys are: \(allowed.joined(separator: ", ")).")
            return nil
        }
        var fields = MyJobFields(line: tree.line)
        for entry in entries {
            if !allowed.contains(entry.key) {
                problems.unknown("key", entry.key, choices: allowed, at: entry.line)
            } else if fields.entries.updateValue(entry, forKey: entry.key) != nil {
                problems.add(entry.line, "the key \(excerpt(entry.key)) is there twice")
            }
        }
        return fields
    }

    mutating func text(_ tree: YAMLTree, _ key: String) -> String? {
        guard case .text(let text, _) = tree.content else {
            problems.add(tree.line, "\(excerpt(key)) takes a text")
            return nil
        }
        guard text.utf8.count <= 4_000 else {
            problems.add(tree.line, "\(excerpt(key)) is longer than 4,000 bytes")
            return nil
        }
        return text
    }

    mutating func text(_ fields: MyJobFields, _ key: String) -> String? {
        guard let tree = fields[key] else { return nil }
        return text(tree, key)
    }

    /// A list, or one value in place of a list of one.
    func list(_ fields: MyJobFields, _ key: String) -> [YAMLTree] {
        guard let tree = fields[key] else { return [] }
        if case .list(let items) = tree.content { return items }
        return [tree]
    }

    mutating func texts(_ fields: MyJobFields, _ key: String) -> [String] {
        var result: [String] = []
        for item in list(fields, key) where !item.isNothing {
            if let text = text(item, key) { result.append(text) }
        }
        return result
    }

    /// Reads a text with `read`, or reports what the key takes.
    mutating func value<Value>(
        _ fields: MyJobFields, _ key: String, takes: String, _ read: (String) -> Value?
    ) -> Value? {
        guard let tree = fields[key], let text = text(tree, key) else { return nil }
        return value(text, key, at: tree.line, takes: takes, read)
    }

    mutating func value<Value>(
        _ text: String, _ key: String, at line: Int, takes: String, _ read: (String) -> Value?
    ) -> Value? {
        if let value = read(MyJobText.strip(text)) { return value }
        problems.add(line, "\(key): \(excerpt(text)) is not \(takes)")
        return nil
    }

    mutating func day(_ fields: MyJobFields, _ key: String) -> CivilDay? {
        guard let tree = fields[key], let text = text(tree, key) else { return nil }
        switch CivilDay.written(text) {
        case .day(let day): return day
        case .doubt(let doubt): problems.add(tree.line, "\(key): \(excerpt(text)) \(doubt.why)")
        case .none: problems.add(tree.line, "\(key): \(excerpt(text)) is not a date such as 2026-03-17")
        }
        return nil
    }

    mutating func number(_ fields: MyJobFields, _ key: String) -> Double? {
        value(fields, key, takes: "a number") { text in Double(text).flatMap { $0.isFinite ? $0 : nil } }
    }

    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ fields: MyJobFields, _ key: String, of type: Value.Type
    ) -> Value? {
        guard let tree = fields[key], let text = text(tree, key) else { return nil }
        return choice(text, key, at: tree.line, of: type)
    }

    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ key: String, at line: Int, of type: Value.Type
    ) -> Value? {
        if let value = Value(rawValue: MyJobText.strip(text).lowercased()) { return value }
        problems.unknown(key, text, choices: type.allCases.map(\.rawValue), at: line)
        return nil
    }
}
