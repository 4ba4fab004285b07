import LedgerModel

// What is named in one place has to be there in another.
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
