import GRDB
package import LedgerModel

extension LedgerStore {
    /// Something done by hand that belongs together with more of it; each is taken back on its own.
    package enum HandAct: Sendable {
        case correct(PublicID, happened: Bool)
        case tell(claim: PublicID, Telling)
        case note(EvidenceDraft, said: Correction)
    }

    /// Does all of `acts` or none of them, in their order. Returns false, and does nothing, when a note with this
    /// tag stands: whoever was first has done it.
    ///
    /// - Parameter tag: nil to do it in any case.
    package func perform(
        _ acts: [(id: ULID, act: HandAct)], unlessNoted tag: String?, _ context: WriteContext
    ) throws(LedgerError) -> Bool {
        try write { db in
            if let tag, try Self.isNoted(db, tag) { return false }
            for (id, act) in acts {
                switch act {
                case .correct(let piece, let happened):
                    try Self.correct(db, piece, action: id, context) { $0.happened = happened }
                case .tell(let claim, let telling): try Self.tell(db, claim, telling, action: id, context)
                case .note(let draft, let said): try Self.capture(db, draft, said: said, verb: "log", context)
                }
            }
            return true
        }
    }

    private static func isNoted(_ db: Database, _ tag: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM evidence_tag t JOIN evidence e ON e.id = t.evidence_id
                  WHERE t.tag = ? AND e.kind = 'note' AND e.flags & ? = 0)
                """, arguments: [tag, EvidenceFlags([.withdrawn, .isPrivate]).rawValue]) ?? false
    }
}
