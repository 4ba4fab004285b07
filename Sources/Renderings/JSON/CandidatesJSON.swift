package import LedgerModel
package import Questions

extension AnswerJSON {
    /// Candidates for results in the machine-readable format.
    package static func candidates(_ candidates: Candidates, now: Instant, zones: ZoneHistory, revision: Int64) -> JSON
    {
        func figure(_ ref: EvidenceRef) -> JSON {
            ["evidence_count": JSON(ref.count), "evidence_query": .string(ref.query)]
        }
        func day(_ day: CivilDay) -> JSON { .string(day.iso) }
        func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
        let list = candidates.list.map { item -> JSON in
            [
                "text": .string(item.wording), "because": .string(item.because), "touched": texts(item.touched),
                "figures": .object(item.figures.map { .init(key: $0.name, value: figure($0.ref)) }),
                "people": texts(item.people), "first": day(item.first), "last": day(item.last),
                "release": item.release.map { ["name": .string($0.name), "day": day($0.day)] } ?? .null,
                "pieces": texts(item.pieces.map(\.description)),
            ]
        }
        let cause = candidates.cause.map { cause -> JSON in
            ["words": .string(cause.words), "first": day(cause.first)] + figure(cause.ref)
        }
        return envelope("candidates", now: now, zones: zones, revision: revision) + [
            "since": day(candidates.period.since), "until": day(candidates.period.until), "candidates": .array(list),
            "not_yet_improved": cause ?? .null, "left_out": figure(candidates.leftOut),
        ]
    }
}
