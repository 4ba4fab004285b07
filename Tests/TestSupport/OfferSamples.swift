package import LedgerModel

extension Offer {
    /// One of each; the compiler asks for a new one below.
    package static let samples: [Offer] = Array(sequence(first: Offer.setUp) { $0.following })

    private var following: Offer? {
        let (piece, someone) = (PublicID(.note, "sample"), PublicID(.person, "sample"))
        return switch self {
        case .setUp: .fiveLines
        case .fiveLines: .lookAround
        case .lookAround: .lookAroundApart
        case .lookAroundApart: .note(minutes: 50)
        case .note: .startTimer("handbook")
        case .startTimer: .stopTimer
        case .stopTimer: .endTimer(piece)
        case .endTimer: .remove(nil)
        case .remove(nil): .remove(piece)
        case .remove: .forget(nil)
        case .forget(nil): .forget(piece)
        case .forget: .correct(piece)
        case .correct: .undo
        case .undo: .sources
        case .sources: .sourceList
        case .sourceList: .repository
        case .repository: .calendar
        case .calendar: .calendarFile
        case .calendarFile: .calendarAddress
        case .calendarAddress: .notes
        case .notes: .notesFile
        case .notesFile: .readAgain
        case .readAgain: .drop
        case .drop: .removeSource(PublicID(.source, "sample"))
        case .removeSource: .plansCount(PublicID(.source, "sample"))
        case .plansCount: .calendarQuestions
        case .calendarQuestions: .addAddress
        case .addAddress: .addresses
        case .addresses: .notMine
        case .notMine: .trustRepository(Self.hostilePath)
        case .trustRepository: .checkRepository(Self.hostilePath)
        case .checkRepository: .runRoutine
        case .runRoutine: .editJob
        case .editJob: .showJob
        case .showJob: .agree(.init(key: "restores", label: "Restores"))
        case .agree(let item) where item.person == nil: .agree(.init(key: "a b", label: "A", with: Self.hostile))
        case .agree: .fine(.init(.record))
        case .fine(let left) where left.label.isEmpty: .fine(.init(.agreement("a b"), label: Self.hostile))
        case .fine: .adviseAgain(.init(.sort))
        case .adviseAgain: .measures
        case .measures: .sort
        case .sort: .kinds
        case .kinds: .testRules
        case .testRules: .search(Self.hostile)
        case .search: .searchWords
        case .searchWords: .find
        case .find: .timeline
        case .timeline: .people
        case .people: .splitPerson(someone, Self.hostile)
        case .splitPerson: .sayOfPeople(.one(someone, PublicID(.person, "other")))
        case .sayOfPeople(.one(let one, let other)): .sayOfPeople(.two(one, other))
        case .sayOfPeople(.two(let one, let other)): .sayOfPeople(.later(one, other))
        case .sayOfPeople(.later(let one, .some)): .sayOfPeople(.later(one, nil))
        case .sayOfPeople(.later(let one, nil)): .sayOfPeople(.person(one))
        case .sayOfPeople(.person(let one)): .sayOfPeople(.program(one))
        case .sayOfPeople(.program): .askOfPeople(again: false)
        case .askOfPeople(again: false): .askOfPeople(again: true)
        case .askOfPeople: .held(someone)
        case .held: .heldInTerminal(PublicID(.person, "sample"))
        case .heldInTerminal: .task
        case .task: .oneOnOnes
        case .oneOnOnes: .sayOfBlocks(.week(FixedWorld.day, .gave))
        case .sayOfBlocks(.week): .sayOfBlocks(.block(piece, .forMe))
        case .sayOfBlocks(.block): .sayOfBlocks(.plan(Self.hostile, .forMe))
        case .sayOfBlocks(.plan): .askOfBlocks(each: nil)
        case .askOfBlocks(nil): .askOfBlocks(each: FixedWorld.day)
        case .askOfBlocks: .tick(.init(note: piece, place: nil, words: Self.hostile))
        case .tick(let tick) where tick.place == nil: .tick(.init(note: piece, place: 2, words: "a date"))
        case .tick: .keepLines(.init(person: someone, name: Self.hostile))
        case .keepLines: .rest(.init(person: someone, name: Self.hostile))
        case .rest: .tell(.init(result: PublicID(.claim, "sample"), text: "Faster restores", to: Self.hostile))
        case .tell: .addResult
        case .addResult: .cite(PublicID(.claim, "sample"))
        case .cite: .noteLines(in: nil)
        case .noteLines(nil): .noteLines(in: Self.hostile)
        case .noteLines: .candidates()
        case .candidates(_, nil): .candidates(count: 9, in: .init(since: FixedWorld.day - 90, until: FixedWorld.day))
        case .candidates(_, let days?): .sayOfCandidate(.init("sample", .keep, in: days))
        case .sayOfCandidate: .results
        case .results: .report(for: nil, in: nil)
        case .report(nil, _): .report(for: Self.hostile, in: "--in 2026-Q1")
        case .report: .review
        case .review: .reviewWeek(FixedWorld.day)
        case .reviewWeek: .quarter("2026-Q1")
        case .quarter: .doctor
        case .doctor: .saveDamaged(Self.hostilePath)
        case .saveDamaged: .recover(Self.hostilePath)
        case .recover: .restoreSaved
        case .restoreSaved: .export
        case .export: .eraseLedger(Self.hostilePath)
        case .eraseLedger: .serve
        case .serve: .open
        case .open: nil
        }
    }

    package static let hostilePath = "/home/a b/what's $HOME"

    /// A name that means to be more than a word to a shell.
    package static let hostile = "Maria \"M\" O'Brien; `touch planted` $(touch planted) ! \\"
}
