import LedgerModel
import LedgerStore
import Questions

/// The questions that nobody answered yet. An address is asked about once, however many calendars name it.
struct OpenQuestions {
    private let settled: Set<String>

    init(_ snapshot: Snapshot) throws {
        let answers = try snapshot.sources().map(\.answers)
        settled = Set(answers.flatMap { $0.notMine + $0.groups } + (try snapshot.me()))
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
