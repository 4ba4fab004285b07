import LedgerModel
import Questions
import Renderings

/// What `doctor --attribution` prints as JSON.
enum AttributionOutput {
    static func json(_ report: AttributionReport) -> JSON {
        let deciders = report.deciders.map { row -> JSON in
            let counts = DecidedBy.allCases.map { JSON.Member(key: $0.rawValue, value: JSON(row.pieces[$0] ?? 0)) }
            return ["dimension": .string(row.dimension.rawValue), "pieces": .object(counts)]
        }
        let bands = report.readings.map { band -> JSON in
            ["from": .number(band.from), "pieces": JSON(band.pieces), "right": JSON(band.right)]
        }
        return AnswerJSON(report.base) { $0.ids }.head("attribution") + [
            "pieces": JSON(report.pieces), "deciders": .array(deciders), "learned": .array(bands),
        ]
    }
}
