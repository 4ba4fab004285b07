package import LedgerModel

/// A planned event of the person alone that could be time for them.
package struct BlockCandidate: Sendable, Hashable {
    /// Identifies it while its title stays.
    package var id: String
    package var title: String
    /// `Fridays 14:00`, `Mondays and Fridays`, `five times`
    package var when: String
    /// When each of its events begins, in order.
    package var pieces: [(id: PublicID, at: Instant)]
    /// Whether it sounds like learning or focus.
    package var sounds: Bool

    package static func == (a: BlockCandidate, b: BlockCandidate) -> Bool {
        a.id == b.id && a.title == b.title && a.when == b.when && a.pieces.map(\.id) == b.pieces.map(\.id)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// A planned event of the person alone, as its calendar has it.
    package struct Plan: Sendable {
        package var id: PublicID
        package var title: String
        package var at: Instant
        package var isRecurring: Bool
        package var tags: [String]
        package var calendars: [String]
        /// Whether its calendar lists nobody, so that a meeting looks the same.
        package var mayBeMeeting: Bool

        package init(
            id: PublicID, title: String, at: Instant, isRecurring: Bool, tags: [String], calendars: [String],
            mayBeMeeting: Bool
        ) {
            self.id = id
            self.title = title
            self.at = at
            self.isRecurring = isRecurring
            self.tags = tags
            self.calendars = calendars
            self.mayBeMeeting = mayBeMeeting
        }
    }

    /// The fewest days on which a title has to stand if nothing else speaks for it.
    private static let fewestDays = 3

    /// Those that sound like it first, then those that come most often.
    package static func find(_ plans: [Plan], zones: ZoneHistory) -> [BlockCandidate] {
        let byTitle = Dictionary(grouping: plans.filter { !$0.title.trimmed.isEmpty }) { key($0.title) }
        return byTitle.values.compactMap { candidate($0, zones) }.sorted {
            ($0.sounds ? 0 : 1, -$0.pieces.count, $0.title, $0.id) < (
                $1.sounds ? 0 : 1, -$1.pieces.count, $1.title, $1.id
            )
        }
    }

    /// The id of the events with a title.
    package static func id(of title: String) -> String { String(contentHash(key(title)).prefix(12)) }

    /// Rules match titles whatever their case.
    private static func key(_ title: String) -> String { TitlePattern.exact(title.caseFolded) }

    private static func candidate(_ plans: [Plan], _ zones: ZoneHistory) -> BlockCandidate? {
        let ordered = plans.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        guard let last = ordered.last else { return nil }
        let days = Set(ordered.map { zones.day(of: $0.at) })
        let sounds = ordered.contains { plan in
            GrowthWords.sound([plan.title] + plan.tags + plan.calendars)
        }
        let isRepeated = ordered.contains(where: \.isRecurring) ? days.count >= 2 : days.count >= fewestDays
        guard sounds || (isRepeated && !ordered.contains(where: \.mayBeMeeting)) else { return nil }
        return BlockCandidate(
            id: id(of: last.title), title: last.title.trimmed, when: times(ordered.map(\.at), zones),
            pieces: ordered.map { ($0.id, $0.at) }, sounds: sounds)
    }

    /// The usual weekdays and time of day, else how often.
    private static func times(_ starts: [Instant], _ zones: ZoneHistory) -> String {
        let civil = starts.map(zones.civil)
        guard let first = civil.first, civil.count > 1 else {
            return civil.first.map { "\(Moments.day($0.day)), \($0.clock)" } ?? ""
        }
        func usual<Value: Hashable>(_ values: [Value]) -> Value? {
            Dictionary(grouping: values) { $0 }.first { $0.value.count * 2 > civil.count }?.key
        }
        let weekdays = Set(civil.map(\.day.weekday)).sorted()
        let often = weekdays.filter { day in civil.count { $0.day.weekday == day } * 3 >= civil.count }
        let clock = usual(civil.map(\.clock)).map { " \($0)" } ?? ""
        if !often.isEmpty, civil.count(where: { often.contains($0.day.weekday) }) * 3 >= civil.count * 2 {
            return Words.list(often.map { $0.name + "s" }) + clock
        }
        return weekdays.count >= 4 && !clock.isEmpty
            ? "\(Words.count(civil.count)) times at\(clock)"
            : "\(Words.count(civil.count)) times since \(Moments.day(first.day))"
    }
}

extension BlockCandidate {
    /// The most that are shown at once.
    package static let mostShown = 3

    /// The figure of its events: `“Study: cloud course”`.
    package var figure: Document.Span { .figure("“\(title)”", EvidenceRef(pieces: pieces.map(\.id))) }

    /// `“Study: cloud course”, Fridays 14:00: time for me, work, or neither?`
    package var question: [Document.Span] { [figure, .text(", \(when): time for me, work, or neither?")] }

    /// The question with its answers.
    package func section(isFirst: Bool, hasKeys: Bool) -> Document.Section {
        Document.Section(
            isFirst ? "Is this time for you?" : "", id: .askedOfBlocks, onlyForYou: true,
            [
                .paragraph([figure, .text(", \(when).")]),
                .offers(.init(offers, lead: "Answer for-me, work or neither", hasKeys: hasKeys)),
            ])
    }

    package var offers: [Offer] { PlanAnswer.allCases.map { .sayOfBlocks(.plan(title, $0)) } }
}

/// Words by which an event sounds like learning or focus, in the languages of common calendar programs.
enum GrowthWords {
    private static let words: Set<String> = [
        // English
        "study", "studying", "learn", "learning", "course", "class", "lesson", "read", "reading", "training", "focus",
        "certification", "certificate", "exam", "tutorial", "webinar", "bootcamp", "practice", "practise",
        "research", "career", "development", "coursera", "udemy",
        // German
        "lernen", "lern", "lernzeit", "kurs", "lesen", "fortbildung", "weiterbildung", "schulung", "fokus", "fokuszeit",
        "studium", "seminar", "prüfung", "üben",
        // French, Spanish, Italian, Portuguese
        "étude", "études", "étudier", "cours", "lecture", "formation", "apprendre", "estudio", "estudiar", "curso",
        "lectura", "formación", "aprender", "studio", "studiare", "corso", "lettura", "formazione", "estudo", "estudar",
        "leitura", "formação", "concentration", "enfoque",
        // Dutch, Polish, Danish, Swedish, Norwegian, Finnish, Czech, Turkish
        "studie", "studeren", "cursus", "lezen", "opleiding", "nauka", "kurz", "szkolenie", "læsning", "læse", "läsa",
        "studera", "utbildning", "lese", "opplæring", "opiskelu", "kurssi", "koulutus", "studium", "školení", "eğitim",
        "okuma",
    ]
    private static let phrases = ["deep work", "me time", "1:me", "学習", "勉強", "研修"]

    static func sound(_ texts: [String]) -> Bool {
        texts.contains { text in
            let folded = text.caseFolded
            return folded.split { !$0.isLetter && !$0.isNumber }.contains { words.contains(String($0)) }
                || phrases.contains { folded.contains($0) }
        }
    }
}
