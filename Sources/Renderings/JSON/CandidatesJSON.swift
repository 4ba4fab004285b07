package import LedgerModel
package import Questions

extension AnswerJSON {
    /// Candidates for results in the machine-readable format.
    package static func candidates(_ candidates: Candidates, now: Instant, zones: ZoneHistory, revision: Int64) -> JSON
    {
        let cause = candidates.cause.map { cause -> JSON in
            ["words": .string(cause.words), "first": .string(cause.first.iso)] + counted(cause.ref)
        }
        return envelope("candidates", now: now, zones: zones, revision: revision) + [
            "since": .string(candidates.period.since.iso), "until": .string(candidates.period.until.iso),
            "candidates": .array(candidates.list.map(candidate)), "not_yet_improved": cause ?? .null,
            "left_out": counted(candidates.leftOut),
        ]
    }

    static func candidate(_ item: Candidate) -> JSON {
        func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
        return [
            "text": .string(item.wording), "because": .string(item.because), "touched": texts(item.touched),
            "figures": .object(item.figures.map { .init(key: $0.name, value: counted($0.ref)) }),
            "people": texts(item.people), "first": .string(item.first.iso), "last": .string(item.last.iso),
            "release": item.release.map { ["name": .string($0.name), "day": .string($0.day.iso)] } ?? .null,
            "pieces": texts(item.pieces.map(\.description)),
        ]
    }

    private static func counted(_ ref: EvidenceRef) -> JSON {
        ["evidence_count": JSON(ref.count), "evidence_query": .string(ref.query)]
    }
}
