import GRDB
import LedgerModel

/// Adapts rules to the titles and tags from which a name was removed.
///
/// The problem: a rule made by Sort matches a title exactly. Forget Otto, and the title “1:1 Otto” becomes “1:1
/// [forgotten]”. The rule `^1:1 Otto$` then matches nothing: the hours it explained become undecided, and the rule
/// itself still holds the name.
///
/// The invariant: a rule matches after the forgetting exactly what it matched before. So the expression that Sort would
/// make of each old title is paired with the one for the new title, before any title is changed, and rules with the old
/// expression get the new one. The same goes for tags.
///
/// The key of such a rule (`sort-1-1-otto`) is made from its title and changes too. Nothing refers to keys of rules
/// except the hand journal, which is scrubbed with the same table, so that `undo` still finds its row.
struct RuleScrub {
    private let forgotten: Forgotten
    private let standIn: String
    /// From the folded expression over the old title to the expression over the new one.
    private var expressions: [String: String] = [:]
    /// From the old tag in lower case to the new one.
    private var tags: [String: String] = [:]
    /// From the old key to the new one, for keys that change.
    private(set) var keys: [String: String] = [:]

    /// Must run before anything is changed.
    ///
    /// - Parameter alone: The pieces whose titles lose single words of the names.
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
                (TitlePattern.scope(draft.title)?.expression, TitlePattern.scope(title)?.expression),
            ]
            for case (let old?, let new?) in pairs where old != new { expressions[TitlePattern.folded(old)] = new }
        }
        for tag in draft.tags where withoutWords(tag) != tag { tags[tag.lowercased()] = withoutWords(tag) }
    }

    private func withoutWords(_ text: String) -> String {
        forgotten.scrubbed(forgotten.scrubbed(text), partsOf: standIn)
    }

    /// The scrubbed item of My job.
    func item(_ original: WordTree) -> WordTree {
        var tree = conditions(original).mapped(forgotten.scrubbed)
        if Self.isRule(tree), let key = tree.text("key").flatMap({ keys[$0] }) { tree.set("key", key) }
        return tree
    }

    /// The new id of a row of My job: `rule/sort-stand-up` with the new key, any other unchanged.
    func id(_ id: String) -> String {
        guard id.hasPrefix(Self.prefix), let key = keys[String(id.dropFirst(Self.prefix.count))] else { return id }
        return Self.prefix + key
    }

    /// The item with the conditions of a rule or block adapted.
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

/// New keys of rules.
extension RuleScrub {
    /// Present rules come first, in their order, then rules that only the hand journal holds.
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
            for (id, content) in try ActionJournal.jobItems(in: action) where id.hasPrefix(Self.prefix) {
                look(String(id.dropFirst(Self.prefix.count)), content)
            }
        }
        var taken = Set(order)
        var result: [String: String] = [:]
        for key in order {
            let trees = try (contents[key] ?? []).map { try Content.read(WordTree.self, $0) }
            // The journal may hold only the key of a rule whose creation was undone.
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

    /// The key without the name; `nil` if the key does not hold it.
    private func wish(_ key: String, _ tree: WordTree) -> String? {
        let before = tree.member("when")
        let after = conditions(tree).mapped(forgotten.scrubbed).member("when")
        let isTitle = before?.text("title") != after?.text("title")
        let isChanged = isTitle || before?.texts("tag") != after?.texts("tag")
        if isTitle, key.hasPrefix("sort-"), let title = after?.text("title") {
            // A long title may have been cut in the key.
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

    /// Replaces a member; does nothing if there is none.
    mutating func put(_ key: String, _ value: WordTree) {
        guard case .object(var members) = self, members[key] != nil else { return }
        members[key] = value
        self = .object(members)
    }
}
