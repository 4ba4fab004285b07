/// A time zone as a plain value: its offsets from UTC and the moments at which they change.
///
/// Foundation's zones are not used, because a statically linked binary on Linux lacks them.
package struct Zone: Hashable, Sendable {
    package let name: String
    /// The moment at which each offset begins, ascending.
    let transitions: [Int64]
    /// The offset in seconds east of UTC from the transition of the same index on.
    let offsets: [Int32]
    /// The offset before the first transition.
    let initial: Int32
    /// The rule after the last transition; `nil` if the zone has none.
    let tail: PosixRule?

    package init(
        name: String, initial: Int32, transitions: [Int64] = [], offsets: [Int32] = [], tail: PosixRule? = nil
    ) {
        self.name = name
        self.initial = initial
        self.transitions = transitions
        self.offsets = offsets
        self.tail = tail
    }

    package static let utc = Zone(name: "UTC", initial: 0)

    /// A zone that never changes, `offset` seconds east of UTC.
    package static func fixed(_ offset: Int32) -> Zone {
        offset == 0 ? utc : Zone(name: "UTC" + offsetText(offset), initial: offset)
    }

    /// Seconds east of UTC at `instant`.
    package func offset(at instant: Instant) -> Int64 {
        guard let last = transitions.last else {
            return tail.map { Int64($0.offset(at: instant.seconds)) } ?? Int64(initial)
        }
        if instant.seconds >= last, let tail { return Int64(tail.offset(at: instant.seconds)) }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= instant.seconds { low = middle + 1 } else { high = middle }
        }
        return Int64(low == 0 ? initial : offsets[low - 1])
    }

    /// The instant at which clocks in this zone show `seconds` after midnight of `day`.
    ///
    /// A time that clocks show twice means the first; a time that they skip is read with the offset before the gap (RFC
    /// 5545, section 3.3.5).
    package func instant(_ day: CivilDay, seconds: Int64 = 0) -> Instant {
        let local = Instant(day, seconds: seconds)
        let before = offset(at: local - 86_400)
        let after = offset(at: local + 86_400)
        let early = local - before
        if offset(at: early) == before { return early }
        let late = local - after
        if offset(at: late) == after { return late }
        return early
    }

    package func civil(_ instant: Instant) -> CivilTime {
        let offset = offset(at: instant)
        let local = (instant + offset).seconds
        let day = floorDivision(local, 86_400)
        return CivilTime(
            day: CivilDay(number: day), secondOfDay: Int(local - day * 86_400), offset: Int32(offset))
    }
}

/// The time that a clock on the wall shows.
package struct CivilTime: Hashable, Sendable {
    package let day: CivilDay
    package let secondOfDay: Int
    /// Seconds east of UTC.
    package let offset: Int32

    package var hour: Int { secondOfDay / 3600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    package var second: Int { secondOfDay % 60 }
    /// `9:05`, or `17:45`.
    package var clock: String { "\(hour):\(padded(minute, 2))" }
    /// `09:05`.
    package var paddedClock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
    /// RFC 3339 with offset.
    package var rfc3339: String {
        "\(day.iso)T\(paddedClock):\(padded(second, 2))" + (offset == 0 ? "Z" : offsetText(offset))
    }
}

package func offsetText(_ offset: Int32) -> String {
    let minutes = Int(abs(offset)) / 60
    return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
}

/// Where the person was. Each entry holds from the start of its day.
package struct ZoneHistory: Hashable, Sendable {
    package let entries: [(from: CivilDay, zone: Zone)]

    /// Sorts the entries by day. The earliest zone also holds before its day.
    package init(_ entries: [(from: CivilDay, zone: Zone)]) {
        self.entries =
            entries.isEmpty
            ? [(CivilDay(number: 0), .utc)] : entries.sorted { $0.from < $1.from }
    }

    package init(_ zone: Zone) {
        self.init([(CivilDay(number: 0), zone)])
    }

    package func zone(on day: CivilDay) -> Zone {
        (entries.last { $0.from <= day } ?? entries[0]).zone
    }

    package func start(of day: CivilDay) -> Instant { zone(on: day).instant(day) }

    /// From the start of the day in its zone to the start of the next day in that day's zone. 23 to 25 hours if clocks
    /// change; other lengths on the day of a move and at the ends of the calendar.
    package func interval(of day: CivilDay) -> Interval {
        Interval(day == .first ? .first : start(of: day), day == .last ? .last : start(of: day + 1))
    }

    package func day(of instant: Instant) -> CivilDay {
        if entries.count == 1 { return entries[0].zone.civil(instant).day }
        var day = CivilDay(number: Shard(containing: instant).number - 1)
        while day < .last, start(of: day + 1) <= instant { day = day + 1 }
        return day
    }

    /// The days that overlap `range`, in order; none if it is empty.
    package func days(meeting range: Interval) -> some Sequence<CivilDay> {
        let first = day(of: range.start)
        return first.days(range.isEmpty ? 0 : day(of: range.end - 1) - first + 1)
    }

    package func zone(at instant: Instant) -> Zone {
        entries.count == 1 ? entries[0].zone : zone(on: day(of: instant))
    }

    package func civil(_ instant: Instant) -> CivilTime { zone(at: instant).civil(instant) }

    package static func == (a: ZoneHistory, b: ZoneHistory) -> Bool {
        a.entries.elementsEqual(b.entries) { $0.from == $1.from && $0.zone == $1.zone }
    }

    package func hash(into hasher: inout Hasher) {
        for entry in entries {
            hasher.combine(entry.from)
            hasher.combine(entry.zone.name)
        }
    }
}

extension Zone {
    /// A hash of the offsets and changes (FNV-1a, 64 bits), equal on every machine and in every process. A new value
    /// tells that the time zone database was updated.
    package var fingerprint: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ number: Int64) {
            for shift in stride(from: 0, to: 64, by: 8) {
                hash = (hash ^ UInt64(truncatingIfNeeded: number >> shift) & 0xff) &* 0x100_0000_01b3
            }
        }
        add(Int64(initial))
        for (transition, offset) in zip(transitions, offsets) {
            add(transition)
            add(Int64(offset))
        }
        guard let tail else { return hash }
        add(Int64(tail.standard))
        add(Int64(tail.daylight ?? tail.standard))
        for change in [tail.start, tail.end] {
            switch change.day {
            case .monthWeek(let month, let week, let weekday): add(Int64(month * 100 + week * 10 + weekday))
            case .julian(let day): add(Int64(10_000 + day))
            case .ordinal(let day): add(Int64(20_000 + day))
            }
            add(change.time)
        }
        return hash
    }
}
