package import LedgerModel

extension Offer {
    /// What is typed in a terminal. Words in capitals are to be replaced.
    package var command: String { "limelight " + words }

    private var words: String {
        switch self {
        case .setUp: "setup"
        case .fiveLines: "claim five"
        case .lookAround: "demo"
        case .lookAroundApart: "demo --ledger demo.sqlite"
        case .note(let text, let minutes): "log \(quoted(text))" + (minutes.map { " --for \($0)m" } ?? "")
        case .startTimer(let text): "start \(quoted(text))"
        case .stopTimer: "stop"
        case .endTimer(let id): "edit \(id) --until TIME"
        case .remove(let id): "remove \(id?.description ?? "ID")"
        case .forget(let id): "forget \(id?.description ?? "ID")"
        case .correct(let id): "correct \(id) --responsibility KEY"
        case .undo: "undo"
        case .sources, .repository: "import auto ~"
        case .sourceList: "sources"
        case .calendar: "import calendar work.ics"
        case .calendarFile: "import calendar FILE"
        case .calendarAddress: "import calendar ADDRESS"
        case .notes: "import notes FILE"
        case .readAgain: "sync"
        case .drop, .serve: "serve"
        case .removeSource(let id): "sources remove \(id)"
        case .addAddress: "me add ADDRESS"
        case .addresses: "me"
        case .runRoutine: "routine run"
        case .editJob: "frame edit"
        case .showJob: "frame show"
        case .agree(let item):
            "scope agree \(ShellWord.quoted(item.key))" + (item.person.map { " --with \(quoted($0))" } ?? "")
        case .measures: "scope agree NAME"
        case .sort: "sort"
        case .testRules: "rules test"
        case .search(let query): "search \(ShellWord.quoted(query))"
        case .searchWords: "search --help"
        case .find: "search WORDS"
        case .timeline: "timeline"
        case .people: "people"
        case .held(let id), .heldInTerminal(let id): "people show \(id) --all"
        case .task: "picture task \"restore drill for the archive\""
        case .oneOnOnes: "backstage one-on-ones"
        case .tell(let item): "tell \(item.result) --to \(quoted(item.person))"
        case .addResult: "claim add \"what changed\" --cite ID"
        case .results: "claim list"
        case .report(let reader):
            "report value" + (reader.map { " --for \(ShellWord.quoted($0))" } ?? "") + " -o results.html"
        case .review: "review"
        case .reviewWeek(let day): "review --week \(day.iso)"
        case .quarter(let name): "review --quarter --in \(name)"
        case .doctor: "doctor"
        case .saveDamaged(let path): "doctor --save saved.jsonl --ledger \(quoted(path))"
        case .restoreSaved: "restore saved.jsonl --ledger new.sqlite"
        case .export: "export FILE"
        case .open: "open"
        }
    }

    /// Words that a person wrote show in quotation marks, also where a shell needs none.
    private func quoted(_ text: String) -> String { ShellWord.text(text) }
}
