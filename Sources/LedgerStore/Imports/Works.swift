import GRDB
import LedgerModel

/// What becomes of the person’s own commits that a repository no longer has.
///
/// A branch is squashed and deleted, rebased, amended, or cloned again with less history: the hours that its commits
/// stand for were worked all the same, so they stay, marked as `.unreachable`. Only where the same work stands again
/// under another sha does the old commit go, and what was judged of it goes with the work:
///
///     a1  “Fix the lock”   10:00   corrected as growth, cited by a result
///     git commit --amend
///     b2  “Fix the lock!”  10:00   has the correction and the citation; a1 is withdrawn
enum Works {
    /// A commit that is gone from its repository.
    struct Gone {
        var row: Int64
        var at: Int64
        var workKey: Int64
        var committedAt: Int64
    }

    /// Own commits that stand in no repository.
    static func unreachable(_ db: Database, source: Int64) throws -> [Gone] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.at, e.work_key, coalesce(e.committed_at, e.at) FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                WHERE s.source_id = ? AND e.kind = 'commit' AND e.flags & ? <> 0 AND e.flags & ? = 0 ORDER BY e.at, e.id
                """,
            arguments: [source, EvidenceFlags.unreachable.rawValue, EvidenceFlags.gone.rawValue]
        ).map { Gone(row: $0[0], at: $0[1], workKey: $0[2], committedAt: $0[3]) }
    }

    /// Marks an own commit; where another clone has it, it only goes from this one.
    static func lose(_ transaction: Transaction, _ row: Int64, source: Int64) throws {
        let db = transaction.db
        try transaction.evidence { writer in
            guard try Sighting.all(db, row).count == 1 else {
                try writer.unsee(db, row, source: source, as: .withdrawn)
                return
            }
            try writer.set(db, row, .unreachable)
        }
    }

    /// The commit in which the work of a gone one stands: the same author, time and subject anywhere, or, where the
    /// message was changed, the only later one of that second in this repository.
    static func heir(_ db: Database, of gone: Gone, among all: [Gone], source: Int64) throws -> Int64? {
        let off = EvidenceFlags([.withdrawn, .sourceRemoved, .unreachable, .byOther]).rawValue
        if gone.workKey != 0 {
            let same = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT id FROM evidence WHERE at = ? AND kind = 'commit' AND work_key = ? AND flags & ? = 0
                        ORDER BY committed_at, external_id LIMIT 1
                        """), arguments: [gone.at, gone.workKey, off])
            if let same { return same }
        }
        guard all.count(where: { $0.at == gone.at }) == 1 else { return nil }
        let here = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.id FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                    WHERE e.at = ? AND e.kind = 'commit' AND s.source_id = ? AND e.flags & ? = 0
                      AND (coalesce(e.committed_at, e.at), e.id) > (?, ?) LIMIT 2
                    """),
            arguments: [gone.at, source, off | EvidenceFlags.merge.rawValue, gone.committedAt, gone.row])
        return here.count == 1 ? here[0] : nil
    }

    /// Corrections and citations follow the work; what the heir already has stays.
    static func handOver(_ db: Database, from gone: Gone, to heir: Int64) throws {
        try db.cachedStatement(sql: "UPDATE OR IGNORE correction SET evidence_id = ? WHERE evidence_id = ?")
            .execute(arguments: [heir, gone.row])
        let names = try String.fetchAll(
            db, sql: "SELECT public_id FROM evidence WHERE id IN (?1, ?2) ORDER BY id = ?2",
            arguments: [gone.row, heir])
        guard names.count == 2 else { return }
        try db.cachedStatement(
            sql: """
                UPDATE OR IGNORE claim_evidence SET evidence_id = ?, id = replace(id, ?, ?) WHERE evidence_id = ?
                """
        ).execute(arguments: [heir, names[0], names[1], gone.row])
        try db.cachedStatement(sql: "DELETE FROM claim_evidence WHERE evidence_id = ?").execute(arguments: [gone.row])
    }

    /// The most that are looked at: a history is rarely squashed more often between two readings.
    private static let mostSquashes = 500

    /// Own commits, no merges, that were written after something that is gone.
    static func possibleSquashes(_ db: Database, source: Int64) throws -> [String] {
        guard let first = try unreachable(db, source: source).first else { return [] }
        return try String.fetchAll(
            db,
            sql: """
                SELECT e.external_id FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                WHERE s.source_id = ? AND e.kind = 'commit' AND e.at >= ? AND e.flags & ? = 0
                ORDER BY e.at DESC, e.id LIMIT \(mostSquashes)
                """,
            arguments: [
                source, first.at,
                EvidenceFlags([.withdrawn, .sourceRemoved, .unreachable, .byOther, .merge, .squash, .isPrivate])
                    .rawValue,
            ])
    }

    /// A commit is a squash if commits that are gone lie between its parent and it, and its body lists their subjects, or
    /// its paths are theirs together. One alone suffices if it has its subject but for a number, as `(#12)`.
    static func markIfSquash(_ transaction: Transaction, sha: String, parent: Instant, source: Int64) throws {
        let db = transaction.db
        guard
            let row = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM evidence WHERE public_id = ?"),
                arguments: [PublicID(.commit, sha).description]),
            let squash = try EvidenceReader.draft(db, row: row)
        else { return }
        let parts = try unreachable(db, source: source).filter {
            $0.at > parent.seconds && $0.at <= squash.at.seconds
        }.compactMap { try EvidenceReader.draft(db, row: $0.row) }
        guard holds(squash, parts) else { return }
        try transaction.evidence { writer in try writer.set(db, row, .squash) }
    }

    private static func holds(_ squash: EvidenceDraft, _ parts: [EvidenceDraft]) -> Bool {
        let subject = withoutNumber(squash.title)
        if parts.contains(where: { withoutNumber($0.title) == subject }) { return true }
        guard parts.count > 1 else { return false }
        if parts.allSatisfy({ squash.body.contains($0.title) }) { return true }
        let paths = Set(parts.flatMap(\.paths))
        return !paths.isEmpty && paths == Set(squash.paths)
    }

    /// `Fix the lock (#12)` without its number.
    private static func withoutNumber(_ subject: String) -> String {
        guard subject.hasSuffix(")"), let open = subject.lastIndex(of: "(") else { return subject }
        let inside = subject[subject.index(after: open)...].dropLast()
        guard inside.first == "#", inside.count > 1, inside.dropFirst().allSatisfy(\.isNumber) else { return subject }
        return subject[..<open].trimmed
    }
}

extension EvidenceWriter {
    /// Sets a flag, and has its days derived anew.
    fileprivate mutating func set(_ db: Database, _ row: Int64, _ flag: EvidenceFlags) throws {
        try db.cachedStatement(sql: "UPDATE evidence SET flags = flags | ?1 WHERE id = ?2 AND flags & ?1 = 0")
            .execute(arguments: [flag.rawValue, row])
        if db.changesCount > 0 { try markDirty(db, row) }
    }
}
