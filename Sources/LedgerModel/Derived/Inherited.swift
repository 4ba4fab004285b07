/// The responsibilities that undecided work inherits, by project and civil day.
package struct Inherited: Sendable, Equatable {
    package struct Entry: Sendable, Hashable {
        package var responsibility: String
        /// How many days lie between the day and the nearest decided work, 0 for the same day.
        package var distance: Int64

        package init(responsibility: String, distance: Int64) {
            self.responsibility = responsibility
            self.distance = distance
        }
    }

    private let days: [String: [CivilDay: Entry]]
    /// The zones in which the days are the person's.
    private let zones: ZoneHistory

    package init(_ days: [String: [CivilDay: Entry]], zones: ZoneHistory) {
        self.days = days.filter { !$0.key.isEmpty && !$0.value.isEmpty }
        self.zones = zones
    }

    package static let none = Inherited([:], zones: ZoneHistory([]))

    package var isEmpty: Bool { days.isEmpty }

    /// What open work of a project inherits on a day; `nil` if nothing.
    package func entry(_ project: String, on day: CivilDay) -> Entry? { days[project]?[day] }

    package func entry(_ project: String, at instant: Instant) -> Entry? {
        guard let days = days[project] else { return nil }
        return days[zones.day(of: instant)]
    }

    /// A meaning as it counts: with the responsibility that it inherits, if it may inherit one.
    package func meaning(_ meaning: Meaning, of project: String, at instant: Instant) -> Meaning {
        guard meaning.mayInherit, let entry = entry(project, at: instant) else { return meaning }
        return meaning.inheriting(entry.responsibility)
    }
}
