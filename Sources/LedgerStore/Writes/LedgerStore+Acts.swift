import GRDB
package import LedgerModel

extension LedgerStore {
    /// Something done by hand that belongs together with more of it; each is taken back on its own.
    package enum HandAct: Sendable {
        case correct(PublicID, happened: Bool)
        case tell(claim: PublicID, Telling)
        case note(EvidenceDraft, said: Correction)
    }

    /// Does all of `acts` or none of them, in their order, and returns how many were done: a note that stands with the
    /// same words and tags is not written again. Nil, and nothing done, when a note with these tags stands: whoever
    /// was first has done it.
    ///
    /// - Parameter tags: nil to do it in any case.
    package func perform(
        _ acts: [(id: ULID, act: HandAct)], unlessNoted tags: [String]?, _ context: WriteContext
    ) throws(LedgerError) -> Int? {
        try write { db in
            if let tags, try !Self.notes(db, tagged: tags).isEmpty { return nil }
            var done = 0
            for (id, act) in acts {
                switch act {
                case .correct(let piece, let happened):
                    try Self.correct(db, piece, action: id, context) { $0.happened = happened }
                case .tell(let claim, let telling): try Self.tell(db, claim, telling, action: id, context)
                case .note(let draft, let said):
                    let standing = try Self.notes(db, tagged: draft.tags)
                    guard !standing.contains(where: { $0.title == draft.title && $0.body == draft.body }) else {
                        continue
                    }
                    try Self.capture(db, draft, said: said, verb: "log", context)
                }
                done += 1
            }
            return done
        }
    }
}
