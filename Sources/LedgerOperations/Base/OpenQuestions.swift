import LedgerModel
import Questions

/// The questions that nobody answered yet. An address is asked about once, however many calendars name it.
struct OpenQuestions {
    private let settled: Set<String>

    /// - Parameter me: The person’s own identities.
    init(_ sources: [Source], me: [String]) {
        settled = Set(sources.flatMap { $0.answers.notMine + $0.answers.groups } + me)
    }

    func of(_ source: Source) -> [CalendarQuestion] {
        source.traits.questions(source.answers) { !settled.contains($0) }
    }

    /// The first question that decides over whole hours.
    func first(_ sources: [Source]) -> AskingCalendar? {
        for source in sources {
            if let question = of(source).first(where: \.isWeighty) { return AskingCalendar(source, question) }
        }
        return nil
    }
}
