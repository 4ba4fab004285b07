/// How exactly a note says when it was.
extension EvidenceFlags {
    /// The week, month, quarter or year that a note is from, if it says no more; its `at` is in it. `nil` if it does.
    package var within: SpokenDate.Unit? {
        get { Self.units.first { contains($0.flag) }?.unit }
        set {
            for (unit, flag) in Self.units { if unit == newValue { insert(flag) } else { remove(flag) } }
        }
    }

    private static let units: [(unit: SpokenDate.Unit, flag: EvidenceFlags)] =
        [SpokenDate.Unit.week, .month, .quarter, .year].enumerated().map {
            ($0.element, EvidenceFlags(rawValue: 1 << (26 + Int64($0.offset))))
        }

    /// `Q1 2026` for a note that says no more; `nil` for one with a day.
    package func span(around day: CivilDay) -> String? { within.map { SpokenDate($0, around: day).text } }
}

extension Claim {
    /// The days in which it was reached: one, or those of its week, month, quarter or year.
    package func span(_ zones: ZoneHistory) -> SpokenDate {
        SpokenDate(within.flatMap { .init(rawValue: $0.rawValue) } ?? .day, around: zones.day(of: at))
    }
}
