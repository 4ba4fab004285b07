import GRDB
import LedgerModel
import LedgerStore
import Synchronization
import TestSupport

/// A store in a folder of its own, with short words for what imports and hands do.
final class StoreWorld: Sendable {
    let folder = TemporaryFolder()
    let store: LedgerStore
    let context = WriteContext(now: FixedWorld.now, reach: 7200)

    init() throws { store = try LedgerStore(path: folder.file("ledger.sqlite")) }

    func source(_ name: String, _ kind: SourceKind = .calendar) throws -> Source {
        try write { try $0.source(kind: kind, locator: "/\(name)", name: name, arena: nil) }
    }

    @discardableResult
    func remove(_ source: Source) throws -> (removed: Int, kept: Int) { try write { try $0.remove(source) } }

    func setPrivate(_ source: Source, _ isPrivate: Bool) throws { try write { try $0.setPrivate(source, isPrivate) } }

    @discardableResult
    func write<Value>(_ work: (Transaction) throws -> Value) throws -> Value {
        try store.write(at: context.now, context, work)
    }

    /// Imports a full listing of `source`.
    @discardableResult
    func list(_ source: Source, _ drafts: [EvidenceDraft], others: [OthersCommit] = []) throws -> WriteCount {
        let writer = try ImportWriter(store, source: source, context: context)
        try writer.write(drafts, others: others)
        if source.kind == .calendar { try writer.withdrawAllBut(Set(drafts.map(\.id))) }
        return writer.count
    }

    static func event(
        _ title: String, uid: String = "m1", sequence: Int64 = 1, clock: String = "10:00",
        with people: [String] = ["maria@example.com"]
    ) -> EvidenceDraft {
        let at = FixedWorld.at("2026-03-16", clock)
        var draft = EvidenceDraft(
            kind: .event, externalID: uid + "/single", at: at, until: at + 3600, title: title)
        draft.order.sequence = sequence
        draft.standing = .accepted
        draft.people = people.map { PersonMention(identity: $0, name: "", role: .attendee) }
        draft.headCount = people.count
        return draft
    }

    static func commit(_ title: String, sha: String = "c1", project: String, lines: Int64? = 3) -> EvidenceDraft {
        var draft = EvidenceDraft(
            kind: .commit, externalID: sha, at: FixedWorld.at("2026-03-16", "11:00"), title: title)
        draft.project = project
        if let lines {
            draft.measures = [Measure("lines_added", lines)]
            draft.paths = ["a.txt"]
        }
        return draft
    }

    @discardableResult
    func note(_ title: String, with people: [String] = [], tags: [String] = []) throws -> PublicID {
        var draft = EvidenceDraft(
            kind: .note, externalID: ulid().text, at: FixedWorld.at("2026-03-16", "9:30"), title: title)
        draft.people = people.map { PersonMention(identity: $0, name: $0, role: .mentioned) }
        draft.headCount = people.count
        draft.tags = tags
        try write { try $0.log(draft) }
        return draft.id
    }

    /// The same ones in every run: what a seeded test does depends on the order of ids.
    private let random = Mutex(SeededGenerator(seed: 17))

    func ulid() -> ULID { random.withLock { ULID(at: context.now, using: &$0) } }

    func edit(_ id: PublicID, _ change: (inout EvidenceDraft) -> Void) throws {
        try write { try $0.edit(id, action: ulid(), change) }
    }

    @discardableResult
    func undo() throws -> Undone { try write { try $0.undo(action: ulid()) } }

    func titles(_ text: String) throws -> [String] {
        try store.read({ try $0.search(SearchQuery(text), range: nil, limit: 50) }).hits.map(\.title).sorted()
    }

    func dump() throws -> String {
        var text = ""
        try store.read { try $0.export { text += $0 } }
        return text
    }

    /// The facts that figures rest on, in an order of their own, without numbers of rows and versions.
    func facts() throws -> [String] {
        try DatabaseQueue(path: store.path).read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT e.public_id || '|' || e.at || '|' || coalesce(e.until, '') || '|' || e.title || '|' || e.flags || '|'
                      || e.standing || '|' || e.measures || '|' || length(coalesce(e.paths, '')) || '|' || e.sequence || '|'
                      || coalesce((SELECT name FROM project WHERE id = e.project_id), '') || '|'
                      || coalesce((SELECT group_concat(value, ',') FROM (SELECT i.value FROM evidence_person p
                        JOIN identity i ON i.id = p.identity_id WHERE p.evidence_id = e.id ORDER BY 1)), '') || '|'
                      || coalesce((SELECT group_concat(name, ',') FROM (SELECT s.name FROM sighting g
                        JOIN source s ON s.id = g.source_id WHERE g.evidence_id = e.id ORDER BY 1)), '')
                    FROM evidence e WHERE e.flags & 96 = 0
                    UNION ALL SELECT 'search|' || search.title || '|' || people FROM search JOIN evidence e ON e.words = search.rowid
                    UNION ALL SELECT 'other|' || o.sha || '|' || s.name || '|' || length(o.paths) FROM other_commit o
                      JOIN source s ON s.id = o.source_id
                    UNION ALL SELECT 'person|' || p.name FROM person p WHERE EXISTS (SELECT 1 FROM identity i
                      WHERE i.person_id = p.id AND (i.id IN (SELECT identity_id FROM evidence_person)
                        OR i.id IN (SELECT identity_id FROM other_commit)))
                    ORDER BY 1
                    """)
        }
    }
}
