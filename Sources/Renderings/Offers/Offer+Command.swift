package import LedgerModel
import Questions

extension Offer {
    /// What is typed in a terminal. Words in capitals are to be replaced.
    package var command: String {
        switch self {
        case .setUp: "limelight setup"
        case .fiveLines: "limelight claim five"
        case .lookAround: "limelight demo"
        case .lookAroundApart: "limelight demo --ledger demo.sqlite"
        case .note(let text, let minutes): "limelight log \(quoted(text))" + (minutes.map { " --for \($0)m" } ?? "")
        case .startTimer(let text): "limelight start \(quoted(text))"
        case .stopTimer: "limelight stop"
        case .endTimer(let id): "limelight edit \(id) --until TIME"
        case .remove(let id): "limelight remove \(id?.description ?? "ID")"
        case .forget(let id): "limelight forget \(id?.description ?? "ID")"
        case .correct(let id): "limelight correct \(id) --responsibility KEY"
        case .undo: "limelight undo"
        case .sources, .repository: "limelight import auto ~"
        case .sourceList: "limelight sources"
        case .calendar: "limelight import calendar work.ics"
        case .calendarFile: "limelight import calendar FILE"
        case .calendarAddress: "limelight import calendar ADDRESS"
        case .notes, .notesFile: "limelight import notes FILE"
        case .readAgain: "limelight sync"
        case .drop, .serve: "limelight serve"
        case .removeSource(let id): "limelight sources remove \(id?.description ?? "ID")"
        case .addAddress: "limelight me add ADDRESS"
        case .addresses: "limelight me"
        case .trustRepository(let path): "git config --global --add safe.directory \(ShellWord.single(path))"
        case .checkRepository(let path): "git -C \(ShellWord.single(path)) fsck --connectivity-only"
        case .runRoutine: "limelight routine run"
        case .editJob: "limelight frame edit"
        case .showJob: "limelight frame show"
        case .agree(let item):
            "limelight scope agree \(ShellWord.quoted(item.key))" + (item.person.map { " --with \(quoted($0))" } ?? "")
        case .measures: "limelight scope agree NAME"
        case .sort: "limelight sort"
        case .testRules: "limelight rules test"
        case .search(let query): "limelight search \(ShellWord.quoted(query))"
        case .searchWords: "limelight search --help"
        case .find: "limelight search WORDS"
        case .timeline: "limelight timeline"
        case .people: "limelight people"
        case .held(let id), .heldInTerminal(let id): "limelight people show \(id) --all"
        case .task: "limelight picture task \"restore drill for the archive\""
        case .oneOnOnes: "limelight backstage one-on-ones"
        case .tell(let item): "limelight tell \(item.result) --to \(quoted(item.person))"
        case .addResult: "limelight claim add \"what changed\" --cite ID"
        case .results: "limelight claim list"
        case .report(let reader):
            "limelight report value" + (reader.map { " --for \(ShellWord.quoted($0))" } ?? "") + " -o results.html"
        case .review: "limelight review"
        case .reviewWeek(let day): "limelight review --week \(day.iso)"
        case .quarter(let name): "limelight review --quarter --in \(name)"
        case .doctor: "limelight doctor"
        case .saveDamaged(let path): "limelight doctor --save saved.jsonl --ledger \(quoted(path))"
        case .recover(let path): "sqlite3 \(quoted(path)) .recover | sqlite3 saved.sqlite"
        case .restoreSaved: "limelight restore saved.jsonl --ledger new.sqlite"
        case .export: "limelight export FILE"
        case .eraseLedger(let path): "rm -r \(ShellWord.single(path))*"
        case .open: "limelight open"
        }
    }

    /// Words that a person wrote show in quotation marks, also where a shell needs none.
    private func quoted(_ text: String) -> String { ShellWord.text(text) }
}

extension Document.Span {
    /// With an offer as its command.
    var words: String {
        guard case .offer(let offer) = self else { return plain }
        return offer.command
    }
}

extension [Document.Span] {
    var words: String { map(\.words).joined() }
}
