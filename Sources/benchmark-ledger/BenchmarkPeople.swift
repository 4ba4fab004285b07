import LedgerModel

/// The people, projects and days of a generated ledger.
struct BenchmarkPeople {
    static let me = "dana@example.org"

    let people: [(identity: String, name: String)]
    let projects: [Project]
    let first: CivilDay
    let last: CivilDay
    let zone: Zone

    struct Project {
        var name: String
        var days: ClosedRange<Int64>
    }

    /// Forty projects of half a year to three years each, so that about six are active on any day.
    init(seed: UInt64, now: Instant, zone: Zone) {
        self.zone = zone
        last = zone.civil(now).day
        first = last.adding(months: -120)
        people = (1...30).map { ("person\($0)@example.org", "Person \($0)") }
        var random = SeededGenerator(seed: seed, stream: "projects")
        let span = Int(last - first)
        let start = first.number
        let end = last.number
        projects = (0..<40).map { index in
            // Starts are spread evenly, so that no year is without work.
            let begin = start + Int64(index * span / 40) - 180
            let length = Int64(random.number(183, 1_095))
            let days = max(start, begin)...min(end, begin + length)
            return Project(name: "\(random.pick(Words.nouns))-\(index + 1)", days: days)
        }
    }

    /// A day near `part` (0 to 1) of `days`; a weekday nineteen times in twenty.
    func day(in days: ClosedRange<Int64>, part: Double, _ random: inout SeededGenerator) -> CivilDay {
        let middle = Int(days.lowerBound) + Int(part * Double(days.count))
        let number = min(Int(days.upperBound), max(Int(days.lowerBound), random.number(middle - 3, middle + 3)))
        let drawn = CivilDay(number: Int64(number))
        guard drawn.weekday > .friday, !random.chance(12) else { return drawn }
        return max(first, drawn - 2)
    }
}
