extension Zone {
    /// The same for the same offsets and changes, whatever machine and process: tells that the database of time zones
    /// was renewed (FNV-1a, 64 bits).
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
