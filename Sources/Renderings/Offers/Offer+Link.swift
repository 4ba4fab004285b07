package import LedgerModel

extension Offer {
    /// The page that does it, and what a link to it says; nil where no page does it.
    package var link: (label: String, path: String)? {
        switch self {
        case .setUp: ("Your job in five questions", PageEntry.setup.path)
        case .fiveLines: ("Five lines for my director", PageEntry.fiveLines.path)
        case .note: ("a line in the box above", "#capture")
        case .correct(let id): ("the form on its page", PagePath.show(id))
        case .undo: ("the button on the page \(PageEntry.ledger.label)", PageEntry.ledger.path)
        case .sources, .sourceList, .readAgain: (PageEntry.sources.label, PageEntry.sources.path)
        case .repository: ("Add a repository", PageEntry.sources.path)
        case .calendar: ("Add a calendar", PageEntry.sources.path)
        case .drop: (PageEntry.sources.label, PageEntry.sources.path + "#add")
        case .addresses: (PageEntry.sources.label, PageEntry.sources.path + "#me")
        case .addAddress: ("Say which address is yours", PageEntry.sources.path + "#me")
        case .removeSource(let id): id.map { (label: "the button on its page", path: PagePath.source($0)) }
        case .notes: ("Notes I already have", PageEntry.notes.path)
        case .editJob: ("My job, as text", PagePath.jobText)
        case .showJob: (PageEntry.frame.label, PageEntry.frame.path)
        case .agree, .measures: ("Measures to agree", PageEntry.scope.path)
        case .sort: ("Sort the hours", PageEntry.sort.path)
        case .search(let query): (PageEntry.search.label, PagePath.search(query))
        case .find: (PageEntry.search.label, PageEntry.search.path)
        case .timeline: (PageEntry.timeline.label, PageEntry.timeline.path)
        case .people: (PageEntry.people.label, PageEntry.people.path)
        case .held(let id): ("all of it", PagePath.everything(about: id))
        case .task: ("A task from the career angle", PageEntry.picture.path + "#task")
        case .oneOnOnes: ("My 1:1s", PageEntry.oneOnOnes.path)
        case .results: (PageEntry.value.label, PageEntry.value.path)
        case .review: ("The weekly review", PageEntry.review.path)
        case .quarter(let name): ("the quarter \(name)", "\(PageEntry.quarter.path)?in=\(PagePath.encoded(name))")
        case .lookAround, .lookAroundApart, .startTimer, .stopTimer, .endTimer, .remove, .forget, .calendarFile,
            .calendarAddress, .notesFile, .trustRepository, .checkRepository, .runRoutine, .testRules, .searchWords,
            .heldInTerminal, .tell, .addResult,
            .report,
            .reviewWeek, .doctor, .saveDamaged, .recover, .restoreSaved, .export, .eraseLedger, .serve, .open:
            nil
        }
    }
}
