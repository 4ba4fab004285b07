import LedgerModel

/// The dates that headings and lines of their own give to the notes below them.
struct NoteHeadings {
    /// What a heading or a line says: a date, or what looks like one and is none.
    private enum Said {
        case date(SpokenDate)
        case unclear
        case nothing

        var date: SpokenDate? { if case .date(let date) = self { date } else { nil } }
        var isSaid: Bool { if case .nothing = self { false } else { true } }
    }

    private let dates: NoteDates
    /// The date of the file.
    private var file: SpokenDate?
    private var open: [(level: Int, said: Said, isOfGoals: Bool)] = []
    private var line = Said.nothing
    /// Whether the last line of the kind “Goals:” is of goals; `nil` if there is none under this heading.
    private var labelIsOfGoals: Bool?
    private(set) var hasDate: Bool

    init(today: CivilDay, day: SpokenDate?) {
        dates = NoteDates(today: today)
        file = day
        hasDate = day != nil
    }

    /// The nearest date above. None of a heading that looks like a date and is none: the notes below it are not of the
    /// day before.
    private var said: Said {
        if line.isSaid { return line }
        if let heading = open.last(where: \.said.isSaid) { return heading.said }
        return file.map { .date($0) } ?? .nothing
    }

    var when: NoteEntry.When? { said.date.map { NoteEntry.When($0) } }
    var lacksYear: Bool { said.date?.lacksYear ?? false }

    /// Whether a heading above says that what is below is wanted and not done.
    var isOfGoals: Bool { labelIsOfGoals ?? open.contains(where: \.isOfGoals) }

    /// Reads dates with the year that is known here.
    var reader: NoteDates {
        var reader = dates
        let above = open.last { $0.said.date.map { !$0.lacksYear } ?? false }?.said.date ?? line.date ?? file
        reader.headingYear = above.flatMap { $0.lacksYear ? nil : Self.year($0) }
        return reader
    }

    func journal(_ text: String, isBare: Bool) -> NoteDates.Found? { dates.journal(text, isBare: isBare) }

    /// Whether a line is a heading with a date.
    func isHeading(_ text: String) -> Bool {
        text.hasPrefix("#") && reader.whole(String(text.drop { $0 == "#" }))?.date != nil
    }

    /// Takes a heading, which ends earlier headings of the same or a lower level. Returns what is wrong with its date.
    mutating func take(_ heading: String, level: Int) -> SpokenDoubt? {
        open.removeAll { $0.level >= level }
        line = .nothing
        labelIsOfGoals = nil
        var said = Said.nothing
        var wrong: SpokenDoubt?
        switch reader.whole(heading) {
        case .date(let date): said = .date(date)
        case .doubt(let doubt): (said, wrong) = (.unclear, doubt)
        case nil:
            // “1.2. Scope” has a number, and “2026-03-17: drill” a date.
            if case .found(let found) = reader.first(heading), let date = found.date, !date.lacksYear {
                said = .date(date)
            }
        }
        if said.date != nil { hasDate = true }
        open.append((level, said, WishWords.isHeading(heading)))
        return wrong
    }

    /// Takes a line that ends with a colon.
    mutating func takeLabel(isOfGoals: Bool) { labelIsOfGoals = isOfGoals }

    /// Takes a date on a line of its own.
    mutating func take(_ date: SpokenDate) {
        line = .date(date)
        hasDate = true
    }

    mutating func takeUnclear() { line = .unclear }

    /// Takes `date:` of the front matter, unless the name of the file says one.
    mutating func takeMatter(_ text: String) {
        guard file == nil, case .found(let found) = dates.first(text.trimmed.trimmingAny("\"'")) else { return }
        file = found.date
        hasDate = file != nil
    }

    /// A week may be in two years; its Thursday decides (ISO 8601).
    private static func year(_ date: SpokenDate) -> Int {
        (date.unit == .week ? date.last - 3 : date.last).components.year
    }
}
