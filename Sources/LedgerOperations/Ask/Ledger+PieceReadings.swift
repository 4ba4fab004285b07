import Attribution
package import LedgerModel

extension Ledger.Piece {
    /// One part of what a piece was read as.
    package struct ReadingLine: Sendable, Hashable {
        package var dimension: Dimension
        /// A key of the frame, or the raw value of an arena or a kind of work; nil for unknown.
        package var value: String?
        package var by: DecidedBy
        package var because: String
    }

    /// The single-valued parts, unknown ones too, then the skills.
    package var readingLines: [ReadingLine] {
        func line<Value>(_ dimension: Dimension, _ decided: Decided<Value>, _ text: (Value) -> String) -> ReadingLine {
            ReadingLine(
                dimension: dimension, value: decided.value.map(text), by: decided.by, because: decided.because)
        }
        return [
            line(.arena, reading.arena, \.rawValue), line(.responsibility, reading.responsibility, \.self),
            line(.objective, reading.objective, \.self), line(.worth, reading.worth, \.rawValue),
        ] + reading.skills.map { line(.skill, $0, \.self) }
    }
}
