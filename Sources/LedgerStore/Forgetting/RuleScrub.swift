import GRDB
import LedgerModel

/// Rules that look for titles and tags from which a name goes: they look for what is kept instead, so that what was
/// said stays said, and their own keys lose the name.
struct RuleScrub {
    private let forgotten: Forgotten
    private let standIn: String
    /// By the folded expression over titles as they were, the one over titles as they are kept.
    private var expressions: [String: String] = [:]
    /// By the tag as it was.
    private var tags: [String: String] = [:]
    /// By the key as it was; only those that change.
    private(set) var keys: [String: String] = [:]

    /// Before anything is changed.
    ///
    /// - Parameter alone: The pieces in whose titles single words of their names go.
    init(_ db: Database, _ forgotten: Forgotten, standIn: String, alone: Set<Int64>) throws {
        self.forgotten = forgotten
        self.standIn = standIn
        for row in alone.sorted() {
            if let draft = try EvidenceReader.draft(db, row: row) { heed(draft) }
            let versions = try String.fetchAll(
                db.cachedStatement(sql: "SELECT content FROM evidence_version WHERE evidence_id = ? ORDER BY version"),
                arguments: [row])
            for version in versions { heed(try Content.read(EvidenceDraft.self, version)) }
        }
        keys = try renamed(db)
    }

    private mutating func heed(_ draft: EvidenceDraft) {
        let title = withoutWords(draft.title)
        if title != draft.title {
            let pairs = [
                (TitlePattern.exact(draft.title), TitlePattern.exact(title)),
                (TitlePattern.numbered(draft.title), TitlePattern.numbered(title)),
                (TitlePattern.opening(draft.title)?.expression, TitlePattern.opening(title)?.expression),
            ]
            for case (let old?, let new?) in pairs where old != new { expressions[TitlePattern.folded(old)] = new }
        }
        for tag in draft.tags where withoutWords(tag) != tag { tags[tag.lowercased()] = withoutWords(tag) }
    }

    private func withoutWords(_ text: String) -> String {
        forgotten.scrubbed(forgotten.scrubbed(text), partsOf: standIn)
    }

    /// An item of My job as it is kept.
    func item(_ original: WordTree) -> WordTree {
        var tree = conditions(original).mapped(forgotten.scrubbed)
        if Self.isRule(tree), let key = tree.text("key").flatMap({ keys[$0] }) { tree.set("key", key) }
        return tree
    }

    /// `rule/sort-stand-up` as it is kept; other rows by their own.
    func id(_ id: String) -> String {
        guard id.hasPrefix(Self.prefix), let key = keys[String(id.dropFirst(Self.prefix.count))] else { return id }
        return Self.prefix + key
    }

    /// Conditions of rules and blocks.
    private func conditions(_ tree: WordTree) -> WordTree {
        guard var when = tree.member("when") else { return tree }
        if let title = when.text("title"), let kept = expressions[TitlePattern.folded(title)] {
            when.set("title", kept)
        }
        let known = when.texts("tag")
        if known.contains(where: { tags[$0.lowercased()] != nil }) {
            when.put("tag", .list(known.map { .text(tags[$0.lowercased()] ?? $0) }))
        }
        var result = tree
        result.put("when", when)
        return result
    }

    private static let prefix = MyJobKind.rule.rawValue + "/"

    private static func isRule(_ tree: WordTree) -> Bool { tree.member("when") != nil && tree.member("set") != nil }
}

/// The keys of rules: nothing else refers to them.
extension RuleScrub {
    /// What stands comes first, in its order; then what only the journal of what was done by hand holds.
    private func renamed(_ db: Database) throws -> [String: String] {
        var order: [String] = []
        var contents: [String: [String]] = [:]
        func look(_ key: String, _ content: String?) {
            if contents[key] == nil { order.append(key) }
            contents[key, default: []] += content.map { [$0] } ?? []
        }
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, content FROM job_item WHERE kind = ? ORDER BY position",
            arguments: [MyJobKind.rule.rawValue])
        for row in rows { look(String((row[0] as String).dropFirst(Self.prefix.count)), row[1]) }
        let actions = try String.fetchCursor(
            db, sql: "SELECT before FROM hand_action WHERE instr(before, 'job_item') > 0 ORDER BY number")
        while let action = try actions.next() {
            for (id, content) in try HandJournal.jobItems(in: action) where id.hasPrefix(Self.prefix) {
                look(String(id.dropFirst(Self.prefix.count)), content)
            }
        }
        var taken = Set(order)
        var result: [String: String] = [:]
        for key in order {
            let trees = try (contents[key] ?? []).map { try Content.read(WordTree.self, $0) }
            // Of what was taken back the journal may hold the key alone.
            let words = trees.isEmpty ? withoutWords(key) : key
            guard let base = words != key ? MyJobKeys.word(words) : trees.lazy.compactMap({ wish(key, $0) }).first
            else { continue }
            var free = base
            var number = 1
            while !taken.insert(free).inserted {
                number += 1
                free = "\(base)-\(number)"
            }
            result[key] = free
        }
        return result
    }

    /// A key without the name; nil where it holds none.
    private func wish(_ key: String, _ tree: WordTree) -> String? {
        let before = tree.member("when")
        let after = conditions(tree).mapped(forgotten.scrubbed).member("when")
        let isTitle = before?.text("title") != after?.text("title")
        let isChanged = isTitle || before?.texts("tag") != after?.texts("tag")
        if isTitle, key.hasPrefix("sort-"), let title = after?.text("title") {
            // A long name may have been cut in the key.
            let base = "sort-" + MyJobKeys.word(TitlePattern.plain(title))
            let isNamed = key == base || key.hasPrefix(base + "-") && Int(key.dropFirst(base.count + 1)) != nil
            return isNamed ? nil : base
        }
        let words = isChanged ? withoutWords(key) : forgotten.scrubbed(key)
        return words == key ? nil : MyJobKeys.word(words)
    }
}

extension WordTree {
    func member(_ key: String) -> WordTree? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    func text(_ key: String) -> String? {
        if case .text(let text) = member(key) { text } else { nil }
    }

    /// Only over a member that is there.
    mutating func put(_ key: String, _ value: WordTree) {
        guard case .object(var members) = self, members[key] != nil else { return }
        members[key] = value
        self = .object(members)
    }
}
