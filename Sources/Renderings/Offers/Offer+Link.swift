package import LedgerModel

extension Offer {
    /// The page that does it; nil where none does.
    package var path: String? {
        switch self {
        case .setUp: PageEntry.setup.path
        case .fiveLines: PageEntry.fiveLines.path
        case .note: "#capture"
        case .correct(let id): PagePath.show(id)
        case .undo: PageEntry.ledger.path
        case .sources, .sourceList, .repository, .calendar, .readAgain: PageEntry.sources.path
        case .drop: PageEntry.sources.path + "#add"
        case .addAddress, .addresses: PageEntry.sources.path + "#me"
        case .removeSource(let id): PagePath.source(id)
        case .notes: PageEntry.notes.path
        case .editJob: PagePath.jobText
        case .showJob: PageEntry.frame.path
        case .agree, .measures: PageEntry.scope.path
        case .sort: PageEntry.sort.path
        case .search(let query): PagePath.search(query)
        case .find: PageEntry.search.path
        case .timeline: PageEntry.timeline.path
        case .people: PageEntry.people.path
        case .held(let id): PagePath.everything(about: id)
        case .task: PageEntry.picture.path + "#task"
        case .oneOnOnes: PageEntry.oneOnOnes.path
        case .review: PageEntry.review.path
        case .quarter(let name): "\(PageEntry.quarter.path)?in=\(PagePath.encoded(name))"
        case .results: PageEntry.value.path
        case .lookAround, .lookAroundApart, .startTimer, .stopTimer, .endTimer, .remove, .forget, .calendarFile,
            .calendarAddress,
            .runRoutine, .testRules, .searchWords, .heldInTerminal, .tell, .addResult, .report, .reviewWeek, .doctor,
            .saveDamaged, .restoreSaved, .export, .serve, .open:
            nil
        }
    }

    /// As a link says it.
    package var label: String {
        switch self {
        case .agree, .measures: "Measures to agree"
        case .setUp: "Your job in five questions"
        case .calendar: "Add a calendar"
        case .repository: "Add a repository"
        case .review: "The weekly review"
        case .sort: "Sort the hours"
        case .fiveLines: "Five lines for my director"
        case .notes: "Notes I already have"
        case .editJob: "My job, as text"
        case .task: "A task from the career angle"
        case .addAddress: "Say which address is yours"
        case .note: "a line in the box above"
        case .lookAround: "A made-up year"
        case .held: "all of it"
        case .quarter(let name): "the quarter \(name)"
        case .correct: "the form on its page"
        case .undo: "the button on the page \(PageEntry.ledger.label)"
        case .sources, .sourceList, .readAgain, .drop, .addresses: PageEntry.sources.label
        case .removeSource: "the button on its page"
        case .showJob: PageEntry.frame.label
        case .search, .find: PageEntry.search.label
        case .timeline: PageEntry.timeline.label
        case .people: PageEntry.people.label
        case .oneOnOnes: PageEntry.oneOnOnes.label
        case .results: PageEntry.value.label
        case .lookAroundApart, .startTimer, .stopTimer, .endTimer, .remove, .forget, .calendarFile, .calendarAddress,
            .runRoutine,
            .testRules, .searchWords, .heldInTerminal, .tell, .addResult, .report, .reviewWeek, .doctor, .saveDamaged,
            .restoreSaved, .export, .serve, .open:
            command
        }
    }
}
