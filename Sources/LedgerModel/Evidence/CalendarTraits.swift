/// What the person answered about a calendar. Each question is asked once; an answer can be changed and undone.
package struct CalendarAnswers: Sendable, Hashable, Codable {
    /// What of a shared calendar is the person’s.
    package enum Shared: String, Sendable, CaseIterable, Codable {
        case nothing
        case daysOff = "days-off"
        case named
    }

    /// Addresses that are not the person’s.
    package var notMine: [String] = []
    /// Addresses of groups that the person is in.
    package var groups: [String] = []
    package var shared: Shared?
    /// Whether events shown as busy were meetings, though they list nobody.
    package var busyWereMeetings: Bool?
    /// Whether whole days that say leave, but are shown as free, were the person’s days off.
    package var freeDaysAreMine: Bool?

    package init() {}

    /// The same without what was said of these addresses.
    package func without(_ addresses: Set<String>) -> CalendarAnswers {
        var answers = self
        answers.notMine.removeAll(where: addresses.contains)
        answers.groups.removeAll(where: addresses.contains)
        return answers
    }
}

/// What a calendar turned out to be, as of its last reading. Derived, and stored with the source for its questions.
package struct CalendarTraits: Sendable, Hashable, Codable {
    /// The address that owns it, if it is not the person’s.
    package var owner: String?
    package var looksShared = false
    /// How many of its events name people, and the person; a series is one.
    package var naming = 0
    package var namingMe = 0
    /// The address through which events without the person’s name most often came, and how many.
    package var group: String?
    package var throughGroup = 0
    /// The busy events inside working hours up to now, in number and seconds, if hardly any lists anybody.
    package var unlisted = 0
    package var unlistedSeconds: Int64 = 0
    /// The days off that it tells, and those that say so but are shown as free.
    package var daysOff = 0
    package var freeDays = 0

    package init() {}

    /// What is still to be asked, in the order of weight.
    ///
    /// - Parameter isAsked: Whether an address is still to be asked about.
    package func questions(_ answers: CalendarAnswers, isAsked: (String) -> Bool) -> [CalendarQuestion] {
        var result: [CalendarQuestion] = []
        if let owner, isAsked(owner) { result.append(.owner(owner)) }
        if looksShared, answers.shared == nil { result.append(.shared) }
        if unlisted > 0, answers.busyWereMeetings == nil { result.append(.unlisted) }
        if let group, isAsked(group) { result.append(.group(group)) }
        if freeDays > 0, answers.freeDaysAreMine == nil { result.append(.freeDays) }
        return result
    }

    /// The same without these addresses.
    package func without(_ addresses: Set<String>) -> CalendarTraits {
        var traits = self
        if let owner, addresses.contains(owner) { traits.owner = nil }
        if let group, addresses.contains(group) { (traits.group, traits.throughGroup) = (nil, 0) }
        return traits
    }
}
