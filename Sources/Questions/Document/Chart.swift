package import LedgerModel

/// A chart as values; a renderer decides how to draw it.
package enum Chart: Sendable, Hashable {
    case week(WeekChart)
    case bars(BarChart)
    case slots(SlotChart)
    case lines(LineChart)
}

/// What a colour means, on every surface.
package enum Tone: String, Sendable, CaseIterable {
    case job, growth, relationships, side, personal, taken, unknown

    package init(_ arena: Arena?) {
        self = arena.flatMap { Tone(rawValue: $0.rawValue) } ?? .unknown
    }

    package var label: String {
        switch self {
        case .job: "job"
        case .growth: "growth"
        case .relationships: "relationships"
        case .side: "side projects"
        case .personal: "personal"
        case .taken: "taken"
        case .unknown: "unknown"
        }
    }
}

/// Labelled bars on one scale, each with an optional mark for the intended value.
package struct BarChart: Sendable, Hashable {
    package var bars: [Bar]
    /// The value of a bar of full length.
    package var whole: Double

    package init(bars: [Bar], whole: Double) {
        self.bars = bars
        self.whole = whole
    }

    package struct Bar: Sendable, Hashable {
        package var label: String
        package var value: Double
        package var mark: Double?
        package var text: String
        package var tone: Tone

        package init(label: String, value: Double, mark: Double? = nil, text: String, tone: Tone) {
            self.label = label
            self.value = value
            self.mark = mark
            self.text = text
            self.tone = tone
        }
    }
}

/// Measures with their readings over time, each on its own scale.
package struct LineChart: Sendable, Hashable {
    package var lines: [Series]

    package init(lines: [Series]) { self.lines = lines }

    package struct Series: Sendable, Hashable {
        package var label: String
        /// By day; at least one.
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

        /// The smallest and the largest value drawn.
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

/// Weekdays as rows, half hours as columns, each with how often it stayed free.
package struct SlotChart: Sendable, Hashable {
    /// The starts of the half hours, in minutes after midnight, ascending.
    package var columns: [Int]
    package var rows: [Row]

    package init(columns: [Int], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    package struct Row: Sendable, Hashable {
        package var label: String
        package var cells: [Cell]

        package init(label: String, cells: [Cell]) {
            self.label = label
            self.cells = cells
        }
    }

    package struct Cell: Sendable, Hashable {
        package var start: Int
        /// 0 to 1; `nil` if too little is on record.
        package var share: Double?
        package var n: Int
        /// What took it.
        package var ref: EvidenceRef

        package init(start: Int, share: Double?, n: Int, ref: EvidenceRef) {
            self.start = start
            self.share = share
            self.n = n
            self.ref = ref
        }

        /// Percent, or a dash.
        package var text: String { share.map { "\(Int(($0 * 100).rounded()))" } ?? "–" }
    }
}

/// Days as rows, hours from left to right.
package struct WeekChart: Sendable, Hashable {
    package var days: [Day]
    /// The first and last minute after midnight that is drawn.
    package var startMinute: Int
    package var endMinute: Int

    package init(days: [Day], startMinute: Int, endMinute: Int) {
        self.days = days
        self.startMinute = startMinute
        self.endMinute = endMinute
    }

    package struct Day: Sendable, Hashable {
        package var label: String
        package var day: CivilDay
        package var spans: [Span]
        /// Working hours and plans, drawn behind or as outlines.
        package var working: [Range<Int>]
        package var planned: [Range<Int>]

        package init(
            label: String, day: CivilDay, spans: [Span], working: [Range<Int>] = [], planned: [Range<Int>] = []
        ) {
            self.label = label
            self.day = day
            self.spans = spans
            self.working = working
            self.planned = planned
        }
    }

    package struct Span: Sendable, Hashable {
        /// Minutes after midnight.
        package var minutes: Range<Int>
        package var tone: Tone
        package var grade: Grade
        package var title: String
        package var evidence: PublicID

        package init(minutes: Range<Int>, tone: Tone, grade: Grade, title: String, evidence: PublicID) {
            self.minutes = minutes
            self.tone = tone
            self.grade = grade
            self.title = title
            self.evidence = evidence
        }
    }
}
