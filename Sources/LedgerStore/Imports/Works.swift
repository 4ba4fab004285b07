import GRDB
package import LedgerModel

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
                SELECT e.id, e.at, e.work_key, coalesce(e.committed_at, e.at)
                FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                WHERE s.source_id = ? AND e.flags & \(EvidenceFlags.unreachable.rawValue) AND e.flags & ? = 0
                ORDER BY e.at, e.id
                """, arguments: [source, EvidenceFlags.gone.rawValue]
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
    static func heir(_ db: Database, of gone: Gone, among all: [Gone], source: Int64?) throws -> Int64? {
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
                    SELECT DISTINCT e.id FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                    WHERE e.at = ?1 AND e.kind = 'commit' AND (?2 IS NULL OR s.source_id = ?2) AND e.flags & ?3 = 0
                      AND (coalesce(e.committed_at, e.at), e.id) > (?4, ?5) LIMIT 2
                    """),
            arguments: [gone.at, source, off | EvidenceFlags.merge.rawValue, gone.committedAt, gone.row])
        return here.count == 1 ? here[0] : nil
    }

    /// Corrections and citations follow the work, and so does what `undo` knows of them; a correction of the heir stays.
    static func handOver(_ db: Database, from gone: Gone, to heir: Int64) throws {
        try db.cachedStatement(sql: "UPDATE OR IGNORE correction SET evidence_id = ? WHERE evidence_id = ?")
            .execute(arguments: [heir, gone.row])
        let isCorrectionMoved = db.changesCount > 0
        // Their ids stay, for `undo` knows citations by them.
        try db.cachedStatement(sql: "UPDATE claim_evidence SET evidence_id = ? WHERE evidence_id = ?")
            .execute(arguments: [heir, gone.row])
        guard isCorrectionMoved || db.changesCount > 0 else { return }
        try ActionJournal.handOver(db, from: gone.row, to: heir)
    }

    /// The commit in which the work of a withdrawn own commit stands now; `nil` for anything else.
    static func successor(_ db: Database, of id: PublicID) throws -> PublicID? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT id, at, work_key, coalesce(committed_at, at) FROM evidence
                        WHERE public_id = ? AND kind = 'commit' AND flags & ? <> 0 AND flags & ? = 0
                        """),
                arguments: [
                    id.description, EvidenceFlags.withdrawn.rawValue,
                    EvidenceFlags([.byOther, .removedByHand]).rawValue,
                ])
        else { return nil }
        let gone = Gone(row: row[0], at: row[1], workKey: row[2], committedAt: row[3])
        guard let heir = try heir(db, of: gone, among: [gone], source: nil) else { return nil }
        return try String.fetchOne(db, sql: "SELECT public_id FROM evidence WHERE id = ?", arguments: [heir])
            .flatMap { PublicID($0) }
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

    /// How long before it what a squash holds was written at most, in seconds: sixty days.
    private static let reach: Int64 = 60 * 86_400

    /// The person’s own commits that a repository no longer has, with their words and paths.
    static func parts(_ db: Database, source: Int64) throws -> [EvidenceDraft] {
        try unreachable(db, source: source).compactMap { try EvidenceReader.draft(db, row: $0.row) }
    }

    /// - Parameter parent: When the first parent of the commit was written; `nil` if that is not known.
    static func markIfSquash(
        _ transaction: Transaction, sha: String, parent: Instant?, of parts: [EvidenceDraft]
    ) throws {
        let db = transaction.db
        guard
            let row = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM evidence WHERE public_id = ?"),
                arguments: [PublicID(.commit, sha).description]),
            let squash = try EvidenceReader.draft(db, row: row)
        else { return }
        let before = parts.filter { $0.at.seconds > squash.at.seconds - reach && $0.at <= squash.at }
        guard
            names(squash, before)
                || parent.map({ parent in isMade(squash, of: before.filter { $0.at > parent }) }) == true
        else { return }
        try transaction.evidence { writer in try writer.set(db, row, .squash) }
    }

    /// It has a line for each of at least two of them, or the subject of one with a number behind it.
    ///
    /// When its parent was written says nothing then: a branch is usually older than what it is merged onto. The number is
    /// needed, or every second “wip” would be taken for a squash of the first.
    private static func names(_ squash: EvidenceDraft, _ parts: [EvidenceDraft]) -> Bool {
        let subject = withoutNumber(squash.title)
        if subject != squash.title, parts.contains(where: { $0.title == subject }) { return true }
        let lines = Set(
            squash.body.split(whereSeparator: \.isNewline).map { $0.drop { " \t*-•".contains($0) }.trimmed })
        return parts.count { !$0.title.isEmpty && lines.contains($0.title) } > 1
    }

    /// Its paths are together those of at least two that were written after its parent. Without that bound every later
    /// commit of the same file would be one.
    private static func isMade(_ squash: EvidenceDraft, of parts: [EvidenceDraft]) -> Bool {
        let paths = Set(squash.paths)
        let inside = parts.filter { !$0.paths.isEmpty && paths.isSuperset(of: $0.paths) }
        return inside.count > 1 && paths == Set(inside.flatMap(\.paths))
    }

    /// `Fix the lock (#12)` without its number.
    private static func withoutNumber(_ subject: String) -> String {
        guard subject.hasSuffix(")"), let open = subject.lastIndex(of: "(") else { return subject }
        let inside = subject[subject.index(after: open)...].dropLast()
        guard inside.first == "#", inside.count > 1, inside.dropFirst().allSatisfy(\.isNumber) else { return subject }
        return subject[..<open].trimmed
    }
}

extension Snapshot {
    /// A piece that the person means now: where a commit was rewritten, the one in which its work stands.
    package func resolveStanding(_ text: String) throws -> PublicID {
        let id = try resolve(text)
        return try Works.successor(db, of: id) ?? id
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
