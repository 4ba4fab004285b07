package import LedgerModel
package import Timeline

/// How often the job left a stretch of time alone, by weekday and hour. Only hours that the person named as
/// possible are considered: five in the morning is always free.
package struct Survival: Sendable, Hashable {
    /// Every stretch of 30, 60 and 120 minutes that begins at a half hour of a possible window.
    package var slots: [Slot]

    package struct Slot: Sendable, Hashable {
        package var weekday: Weekday
        /// Minutes after midnight.
        package var minutes: Range<Int>
        /// The chance that it stays free, 0 to 1, with the bounds of a 90 % interval.
        package var kept: Double
        package var low: Double
        package var high: Double
        /// The number of days it is based on.
        package var n: Int
        /// The pieces of the job that fell into it.
        package var takenBy: [PublicID]

        /// Whether there are enough days for a figure.
        package var isKnown: Bool { n >= 4 }
    }

    /// The possible hours of a day, and what the job took of them.
    package struct Day: Sendable, Hashable {
        package var day: CivilDay
        /// Sure and likely parts of the job, in order.
        package var taken: [(interval: Interval, id: PublicID)]

        package static func == (a: Day, b: Day) -> Bool {
            a.day == b.day && a.taken.elementsEqual(b.taken) { $0.interval == $1.interval && $0.id == $1.id }
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(day) }
    }

    /// The days considered, back from now.
    package static let days: Int64 = 182
    /// In days: a day this long ago weighs half.
    private static let halfLife = 84.0
    /// The weight of the mean of the weekday and of the time of day, in observations.
    private static let borrowed = 4.0
    package static let lengths = [30, 60, 120]

    package init(possible: [DayHours], days: [Day], zones: ZoneHistory, today: CivilDay) {
        var counts: [Key: Count] = [:]
        let possible = possible.cutAtMidnight
        for day in days {
            let weight = halving(Double(today - day.day) / Self.halfLife)
            for hours in possible where hours.weekday == day.day.weekday.rawValue {
                for key in Self.keys(hours) {
                    counts[key, default: Count()].add(day, Self.interval(key.minutes, on: day.day, zones), weight)
                }
            }
        }
        // In one order: sums whose last digit depends on the order would name another half hour in each run.
        let ordered = counts.sorted { $0.key < $1.key }
        slots = ordered.map { Self.slot($0.key, $0.value, ordered) }
    }

    /// Days with working hours and anything on record, with what the job took of each.
    package static func days(
        _ segments: some Sequence<PlainSegment>, in range: Interval, working: WorkingHours, zones: ZoneHistory
    ) -> [Day] {
        var present: Set<CivilDay> = []
        var taken: [CivilDay: [(interval: Interval, id: PublicID)]] = [:]
        for segment in segments where segment.grade != .possible && segment.interval.overlaps(range) {
            let first = zones.day(of: max(segment.interval.start, range.start))
            for day in first.through(zones.day(of: segment.interval.end - 1)) {
                present.insert(day)
                if segment.arena == .job { taken[day, default: []].append((segment.interval, segment.id)) }
            }
        }
        return present.filter(working.isWorkday).sorted().map { Day(day: $0, taken: taken[$0] ?? []) }
    }

    /// The pieces of the job that fell into these minutes of a weekday.
    package static func takers(
        _ weekday: Weekday, _ minutes: Range<Int>, _ days: [Day], zones: ZoneHistory
    ) -> [PublicID] {
        days.filter { $0.day.weekday == weekday }.flatMap { day in
            let interval = interval(minutes, on: day.day, zones)
            return day.taken.filter { $0.interval.overlaps(interval) }.map(\.id)
        }.unique()
    }

    private static func interval(_ minutes: Range<Int>, on day: CivilDay, _ zones: ZoneHistory) -> Interval {
        let zone = zones.zone(on: day)
        return Interval(
            zone.instant(day, seconds: Int64(minutes.lowerBound) * 60),
            zone.instant(day, seconds: Int64(minutes.upperBound) * 60))
    }

    private static func keys(_ hours: DayHours) -> [Key] {
        guard let weekday = Weekday(rawValue: hours.weekday) else { return [] }
        return hours.spans.flatMap { span in
            lengths.flatMap { length in
                stride(from: span.start, through: span.end - length, by: 30).map {
                    Key(weekday: weekday, minutes: $0..<($0 + length))
                }
            }
        }
    }

    /// Beta-binomial: the observed share is drawn towards the mean of its weekday and of its time of day, so
    /// that a slot seen four times does not beat one seen forty times. The interval is the normal
    /// approximation of that of the Beta distribution.
    private static func slot(_ key: Key, _ count: Count, _ counts: [(key: Key, value: Count)]) -> Slot {
        let alike = counts.filter { $0.key.minutes.count == key.minutes.count }
        func mean(_ prior: Double, _ holds: (Key) -> Bool) -> Double {
            let some = alike.filter { holds($0.key) }
            let kept = some.reduce(0) { $0 + $1.value.kept }
            let all = some.reduce(0) { $0 + $1.value.all }
            return (kept + 2 * prior) / (all + 2)
        }
        let overall = mean(0.5) { _ in true }
        let prior = (mean(overall) { $0.weekday == key.weekday } + mean(overall) { $0.minutes == key.minutes }) / 2
        let total = count.all + borrowed
        let share = (count.kept + prior * borrowed) / total
        let reach = 1.645 * (share * (1 - share) / (total + 1)).squareRoot()
        return Slot(
            weekday: key.weekday, minutes: key.minutes, kept: share, low: max(0, share - reach),
            high: min(1, share + reach), n: count.n, takenBy: count.takenBy.unique())
    }

    private struct Key: Hashable, Comparable {
        var weekday: Weekday
        var minutes: Range<Int>

        static func < (a: Key, b: Key) -> Bool {
            (a.minutes.count, a.weekday, a.minutes.lowerBound) < (b.minutes.count, b.weekday, b.minutes.lowerBound)
        }
    }

    private struct Count {
        var kept = 0.0
        var all = 0.0
        var n = 0
        var takenBy: [PublicID] = []

        /// The slot counts as free if the job took less than half of it.
        mutating func add(_ day: Day, _ interval: Interval, _ weight: Double) {
            let parts = day.taken.filter { $0.interval.overlaps(interval) }
            let seconds = parts.reduce(0) { $0 + ($1.interval.clipped(to: interval)?.seconds ?? 0) }
            takenBy += parts.map(\.id)
            all += weight
            n += 1
            if seconds * 2 < interval.seconds { kept += weight }
        }
    }
}

extension Survival {
    /// Half hours with enough days, best first.
    private var known: [Slot] {
        slots.filter { $0.minutes.count == 30 && $0.isKnown }
            .sorted { ($0.kept, -$0.weekday.rawValue) > ($1.kept, -$1.weekday.rawValue) }
    }

    /// The half hours that stay free most and least often, if they clearly differ.
    package var extremes: (best: Slot, worst: Slot)? {
        guard let best = known.first, let worst = known.last, best.low > worst.high else { return nil }
        return (best, worst)
    }

    /// The half hours as a chart; `nil` if none has enough days.
    package func picture(_ ref: (Slot) -> EvidenceRef) -> SlotChart? {
        guard !known.isEmpty else { return nil }
        let halves = slots.filter { $0.minutes.count == 30 }
        return SlotChart(
            columns: Set(halves.map(\.minutes.lowerBound)).sorted(),
            rows: Set(halves.map(\.weekday)).sorted().map { weekday in
                SlotChart.Row(
                    label: weekday.short,
                    cells: halves.filter { $0.weekday == weekday }.map { slot in
                        SlotChart.Cell(
                            start: slot.minutes.lowerBound, share: slot.isKnown ? slot.kept : nil, n: slot.n,
                            ref: ref(slot))
                    })
            })
    }
}

extension Survival.Slot {
    /// `Friday 8:00`
    package var label: String { "\(weekday.name) \(ClockRange.clock(minutes.lowerBound))" }

    /// `Fri 8:00-8:30`, for the filter `hours:`.
    package var hours: String {
        "\(weekday.short) \(ClockRange(start: minutes.lowerBound, end: minutes.upperBound).text)"
    }

    /// `nine times in ten`
    package var often: String {
        switch Int((kept * 10).rounded()) {
        case _ where kept >= 0.95: "almost always"
        case ...0: "almost never"
        case 1: "one time in ten"
        case 5: "every other time"
        case let tenths: "\(Words.count(min(9, tenths))) times in ten"
        }
    }
}
