import LedgerModel
import TestSupport
import Timeline

/// Shorthand for evidence on and around 17 March 2026.
enum Piece {
    static func make(
        _ row: Int64, _ kind: EvidenceKind, at: Instant, until: Instant? = nil, standing: Standing = .none,
        people: Int = 0, flags: EvidenceFlags = [], workKey: Int64 = 0
    ) -> TraceEvidence {
        TraceEvidence(
            row: row, id: PublicID(kind.idKind, "piece \(row)"), source: "s\(row % 3)", kind: kind, at: at,
            until: until,
            flags: flags, standing: standing, headCount: people, workKey: workKey, committedAt: at,
            externalID: "sha \(row)")
    }

    static func random(count: Int, around: Interval, using random: inout SeededGenerator) -> [TraceEvidence] {
        (1...Int64(count)).map { row in
            let at = Instant(Int64.random(in: around.start.seconds..<around.end.seconds, using: &random) / 60 * 60)
            let length = Int64.random(in: 1...180, using: &random) * 60
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1:
                let key = Int64.random(in: 0...3, using: &random) == 0 ? Int64.random(in: 1...4, using: &random) : 0
                // Equal work has equal author time.
                return make(row, .commit, at: key == 0 ? at : around.start + key * 9_000, workKey: key)
            case 2:
                let standings = Standing.allCases
                return make(
                    row, .event, at: at, until: at + length,
                    standing: standings[Int.random(in: 0..<standings.count, using: &random)],
                    people: Int.random(in: 0...6, using: &random))
            case 3: return make(row, .timer, at: at, until: at + length)
            case 4: return make(row, .note, at: at)
            default: return make(row, .event, at: at, until: at + length, standing: .accepted, people: 2)
            }
        }
    }
}
