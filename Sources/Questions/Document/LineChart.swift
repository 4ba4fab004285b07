package import LedgerModel

/// Measures with their readings over time, each on a scale of its own.
package struct LineChart: Sendable, Hashable {
    package var lines: [Series]

    package init(lines: [Series]) { self.lines = lines }

    package struct Series: Sendable, Hashable {
        package var label: String
        /// In order of their days; at least one.
        package var readings: [KeyReading]
        package var target: Double?
        package var unit: String

        package init(label: String, readings: [KeyReading], target: Double?, unit: String) {
            self.label = label
            self.readings = readings.sorted { $0.on < $1.on }
            self.target = target
            self.unit = unit
        }

        /// `540 → 50 min`
        package var course: String {
            let last = readings.last.map { Self.number($0.value) } ?? "–"
            let unit = unit.isEmpty ? "" : "\u{A0}\(unit)"
            guard let first = readings.first, readings.count > 1 else { return last + unit }
            return "\(Self.number(first.value)) → \(last)\(unit)"
        }

        /// `target 60`
        package var goal: String { target.map { "target \(Self.number($0))" } ?? "" }

        /// The least and the greatest value that is drawn.
        package var bounds: ClosedRange<Double> {
            let values = readings.map(\.value) + [target].compactMap { $0 }
            let low = values.min() ?? 0
            let high = values.max() ?? 1
            return low < high ? low...high : (low - 1)...(low + 1)
        }

        /// At most one decimal.
        package static func number(_ value: Double) -> String {
            guard value.isFinite, abs(value) < 1e12 else { return "unknown" }
            let tenths = Int64((value * 10).rounded())
            let whole = "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10)"
            return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
        }
    }
}
