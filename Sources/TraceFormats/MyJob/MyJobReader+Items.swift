import LedgerModel

/// An item of a list with its final key, before its other fields are read.
struct MyJobItemFields {
    var fields: MyJobFields
    var key: String
    var label: String
    var from: CivilDay?
    var until: CivilDay?
}

extension MyJobReader {
    /// Reads a list of items; plain text is the label of an item.
    ///
    /// A missing key is derived from the label, after all written keys are known.
    mutating func items(
        _ root: MyJobFields, _ section: String, _ kind: MyJobKind, keyField: String = "key",
        labelField: String? = "label", allowed: [String]
    ) -> [MyJobItemFields] {
        let allowed = [keyField] + [labelField].compactMap(\.self) + allowed + ["from", "until"]
        let what = "each of \(section)"
        var read: [(fields: MyJobFields, key: String?, label: String?)] = []
        for tree in itemTrees(root, section) {
            guard let fields = fields(shorthand(tree, labelField), allowed: allowed, what: what) else { continue }
            read.append((fields, itemKey(fields, keyField), labelField.flatMap { text(fields, $0) }))
        }
        var used: Set<String> = []
        for item in read {
            guard let key = item.key else { continue }
            if !used.insert(key).inserted {
                problems.add(item.fields.line(of: keyField), "the \(keyField) \(excerpt(key)) is used twice")
            }
        }
        var numbers: [String: Int] = [:]
        var result: [MyJobItemFields] = []
        for item in read {
            guard let key = item.key ?? item.label.map({ derived($0, kind, &used, &numbers) }) else {
                let needed = labelField ?? keyField
                problems.add(item.fields.line, "\(what) needs a \(needed)")
                continue
            }
            remember(item.fields, kind, key)
            let (from, until) = days(item.fields)
            result.append(
                MyJobItemFields(fields: item.fields, key: key, label: item.label ?? key, from: from, until: until))
        }
        return result
    }

    private mutating func itemTrees(_ root: MyJobFields, _ section: String) -> [YAMLTree] {
        guard let tree = root[section] else { return [] }
        guard case .list(let trees) = tree.content else {
            problems.add(tree.line, "\(section) takes a list", hint: "Begin each item with a dash: `- label: …`.")
            return []
        }
        return trees
    }

    private func shorthand(_ tree: YAMLTree, _ labelField: String?) -> YAMLTree {
        guard case .text = tree.content, !tree.isNothing, let labelField else { return tree }
        return YAMLTree(
            line: tree.line, content: .map([YAMLTree.Entry(key: labelField, line: tree.line, value: tree)]))
    }

    private mutating func itemKey(_ fields: MyJobFields, _ keyField: String) -> String? {
        guard let key = text(fields, keyField) else { return nil }
        let isClean = key.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard !key.isEmpty, key.utf8.count <= 200, isClean, MyJobText.strip(key) == key else {
            problems.add(fields.line(of: keyField), "\(keyField): \(excerpt(key)) is not a word or two")
            return nil
        }
        return key
    }

    /// An unused key; `numbers` has the last number given to each word.
    private func derived(
        _ label: String, _ kind: MyJobKind, _ used: inout Set<String>, _ numbers: inout [String: Int]
    ) -> String {
        let word = MyJobText.key(from: label)
        let base = word.isEmpty ? kind.rawValue : word
        var key = base
        while !used.insert(key).inserted {
            let number = numbers[base, default: 1] + 1
            numbers[base] = number
            key = "\(base)-\(number)"
        }
        return key
    }

    /// The days from and until which an item holds.
    private mutating func days(_ fields: MyJobFields) -> (from: CivilDay?, until: CivilDay?) {
        let from = day(fields, "from")
        let until = day(fields, "until")
        if let from, let until, until < from {
            problems.add(
                fields.line(of: "until"), "until \(until.iso) is before from \(from.iso)",
                hint: "`until` is the last day on which it holds.")
        }
        return (from, until)
    }
}

// A key that is named has to exist.
extension MyJobReader {
    /// The items of one kind that can be named.
    private struct Known {
        let kind: MyJobKind
        let keys: [String]
        private let set: Set<String>
        private let keyByLabel: [String: String]

        init<Item: MyJobItem>(_ items: [Item], others: [String] = []) {
            kind = Item.kind
            keys = items.map(\.key) + others
            set = Set(keys)
            keyByLabel = Dictionary(items.map { ($0.label.lowercased(), $0.key) }, uniquingKeysWith: { a, _ in a })
        }

        func contains(_ key: String) -> Bool { set.contains(key) }
        func key(ofLabel label: String) -> String? { keyByLabel[label.lowercased()] }
    }

    mutating func checkReferences(_ myJob: MyJob) {
        let objectives = Known(myJob.objectives)
        let areas = Known(myJob.areas)
        let skills = Known(myJob.skills)
        let responsibilities = Known(myJob.responsibilities, others: [Meaning.mine, Meaning.notMine])
        let desk = Known(myJob.notMine)
        for item in myJob.responsibilities {
            check(item.objective, in: objectives, at: line(.responsibility, item.key, "objective"))
        }
        for block in myJob.blocks {
            check(block.area, in: areas, at: line(.block, block.key, "area"))
        }
        for rule in myJob.rules {
            check(rule.set.objective, in: objectives, at: line(.rule, rule.key, "set.objective"))
            for skill in rule.set.skills { check(skill, in: skills, at: line(.rule, rule.key, "set.skills")) }
            let prefix = Meaning.notMine + ":"
            let line = line(.rule, rule.key, "set.responsibility")
            if let name = rule.set.responsibility, name.hasPrefix(prefix) {
                check(String(name.dropFirst(prefix.count)), in: desk, at: line)
            } else {
                check(rule.set.responsibility, in: responsibilities, at: line)
            }
        }
    }

    private mutating func check(_ name: String?, in known: Known, at line: Int) {
        guard let name, !known.contains(name) else { return }
        let what = known.kind == .notMine ? "item of not_mine" : known.kind.rawValue
        if let key = known.key(ofLabel: name) {
            problems.add(line, "unknown \(what) \(excerpt(name)); its key is \(excerpt(key))")
        } else {
            problems.unknown(what, name, choices: known.keys, at: line)
        }
    }
}
