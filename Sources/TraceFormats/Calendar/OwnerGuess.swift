import ICalendar

/// Whose calendar this may be.
enum OwnerGuess {
    /// The address in at least four of five events with people; nil when one of `me` is in any event, when
    /// fewer than three events have people, or when two addresses are.
    static func owner(of events: [CalendarEvent], me: Set<String>) -> String? {
        var counts: [String: Int] = [:]
        var total = 0
        for event in events {
            var addresses = Set(event.attendees.filter { !$0.isResource }.map(\.address))
            if let organizer = event.organizer { addresses.insert(organizer.address) }
            addresses.remove("")
            if !addresses.isDisjoint(with: me) { return nil }
            guard !addresses.isEmpty else { continue }
            total += 1
            for address in addresses { counts[address, default: 0] += 1 }
        }
        let often = counts.filter { $0.value * 5 >= total * 4 }
        guard total >= 3, let most = often.values.max() else { return nil }
        let best = often.filter { $0.value == most }
        return best.count == 1 ? best.first?.key : nil
    }
}
