package import LedgerModel
package import Questions

/// An offer on each surface: the command in a terminal, the page that does it, the button that does it at once.
struct OfferSurfaces {
    /// Words in capitals are placeholders.
    var command: String
    /// `nil` if no page does it.
    var link: (label: String, path: String)?
    var button: OfferButton?

    init(_ command: String, _ link: (label: String, path: String)? = nil, button: OfferButton? = nil) {
        self.command = command
        self.link = link
        self.button = button
    }

    /// A command and a page of the menu, under its own name.
    init(_ command: String, _ entry: PageEntry) { self.init(command, (entry.label, entry.path)) }
}

extension Offer {
    /// The command in a terminal. Words in capitals are placeholders.
    package var command: String { surfaces.command }

    /// The page that does it, and the label of a link to it; `nil` if no page does it.
    package var link: (label: String, path: String)? { surfaces.link }

    /// The one place that says what each offer is on each surface.
    var surfaces: OfferSurfaces {
        let sources = PageEntry.sources.path
        return switch self {
        // The beginning
        case .setUp: .init("limelight setup", ("Your job in five questions", PageEntry.setup.path))
        case .fiveLines: .init("limelight result five", ("Five lines for my director", PageEntry.fiveLines.path))
        case .lookAround: .init("limelight demo")
        case .lookAroundApart: .init("limelight demo --ledger demo.sqlite")
        case .open: .init("limelight open")
        case .serve: .init("limelight serve")

        // Written by hand
        case .note(let text, let minutes):
            .init(
                "limelight log \(quoted(text))" + (minutes.map { " --for \($0)m" } ?? ""),
                ("a line in the box above", "#capture"))
        case .startTimer(let text): .init("limelight start \(quoted(text))")
        case .stopTimer: .init("limelight stop")
        case .endTimer(let id): .init("limelight edit \(id) --until TIME")
        case .remove(let id): .init("limelight remove \(named(id))")
        case .forget(let id): .init("limelight forget \(named(id))")
        case .correct(let id):
            .init("limelight correct \(id) --responsibility KEY", ("the form on its page", PagePath.show(id)))
        case .undo:
            .init(
                "limelight undo", ("the button on the page \(PageEntry.ledger.label)", PageEntry.ledger.path),
                button: .init("Undo the last action by hand", PagePath.undo))

        // Sources
        case .sources: .init("limelight import auto ~", .sources)
        case .repository: .init("limelight import auto ~", ("Add a repository", sources))
        case .sourceList: .init("limelight sources", .sources)
        case .calendar: .init("limelight import calendar work.ics", ("Add a calendar", sources))
        case .calendarFile: .init("limelight import calendar FILE")
        case .calendarAddress: .init("limelight import calendar ADDRESS")
        case .notes: .init("limelight import notes FILE", ("Notes I already have", PageEntry.notes.path))
        case .notesFile: .init("limelight import notes FILE")
        case .readAgain: .init("limelight sync", .sources)
        case .drop: .init("limelight serve", (PageEntry.sources.label, sources + "#add"))
        case .removeSource(let id):
            .init(
                "limelight sources remove \(named(id))",
                id.map { (label: "the button on its page", path: PagePath.source($0)) })
        case .plansCount(let id):
            .init("limelight sources default \(id) job --plans-count", ("say so on its page", PagePath.source(id)))
        case .calendarQuestions: .init("limelight sources", ("Answer", sources))
        case .addAddress: .init("limelight me add ADDRESS", ("Say which address is yours", sources + "#me"))
        case .addresses: .init("limelight me", (PageEntry.sources.label, sources + "#me"))
        case .notMine: .init("limelight me remove ADDRESS", (PageEntry.sources.label, sources + "#me"))
        case .trustRepository(let path):
            .init("git config --global --add safe.directory \(ShellWord.single(path))")
        case .checkRepository(let path): .init("git -C \(ShellWord.single(path)) fsck --connectivity-only")
        case .runRoutine: .init("limelight routine run")

        // My job
        case .editJob: .init("limelight job edit", ("My job, as text", PagePath.jobText))
        case .showJob: .init("limelight job show", .myJob)
        case .agree(let item):
            .init(
                "limelight scope agree \(ShellWord.quoted(item.key))"
                    + (item.person.map { " --with \(quoted($0))" } ?? ""),
                ("Measures to agree", PageEntry.scope.path),
                button: item.person.map { person in
                    .init(
                        "We agreed “\(item.label)”", PagePath.agree, [("responsibility", item.key), ("with", person)])
                })
        case .fine(let left):
            .init(
                "limelight fine \(ShellWord.quoted(left.what.id))",
                button: .init(
                    "That is fine", PagePath.fine, [("what", left.what.id)],
                    which: left.label.isEmpty ? "" : ": “\(OfferButton.shortened(left.label))”"))
        case .adviseAgain(let left):
            .init(
                "limelight fine \(ShellWord.quoted(left.what.id)) --end",
                button: .init(
                    "Advise again", PagePath.adviseAgain, [("what", left.what.id)], which: ": \(left.label)"))
        case .measures: .init("limelight scope agree NAME", ("Measures to agree", PageEntry.scope.path))
        case .sort: .init("limelight sort", ("Sort the hours", PageEntry.sort.path))
        case .kinds: .init("limelight correct --next", ("Kinds of work", PagePath.kinds))
        case .testRules: .init("limelight rules test")

        // Looking
        case .search(let query):
            .init("limelight search \(ShellWord.quoted(query))", (PageEntry.search.label, PagePath.search(query)))
        case .searchWords: .init("limelight search --help")
        case .find: .init("limelight search WORDS", .search)
        case .timeline: .init("limelight timeline", .timeline)
        case .people: .init("limelight people", .people)
        case .splitPerson(let id, let identity):
            .init("limelight people split \(id) \(quoted(identity))", ("the form on their page", PagePath.person(id)))
        case .sayOfPeople(let word): word.surfaces
        case .askOfPeople(let isAgain):
            .init(
                "limelight people ask" + (isAgain ? " --again" : ""),
                ("all questions", PageEntry.people.path + (isAgain ? "?again=yes" : "")))
        case .held(let id): .init("limelight people show \(id) --all", ("all of it", PagePath.everything(about: id)))
        case .heldInTerminal(let id): .init("limelight people show \(id) --all")
        case .task:
            .init(
                "limelight picture task \"restore drill for the archive\"",
                ("A task from the career angle", PageEntry.picture.path + "#task"))
        case .oneOnOnes: .init("limelight backstage one-on-ones", ("My 1:1s", PageEntry.oneOnOnes.path))

        // Time for oneself
        case .sayOfBlocks(let saying): saying.surfaces
        case .askOfBlocks(let day):
            .init(
                "limelight block ask" + (day.map { " --each \($0.iso)" } ?? ""),
                day.map { ("one by one", "\(PageEntry.guard.path)?each=\($0.iso)") }
                    ?? (PageEntry.guard.label, PageEntry.guard.path))
        case .tick(let tick):
            .init(
                "limelight asked \(tick.isDeclined ? "declined" : "answered") \(tick.note)"
                    + (tick.place.map { " --line \($0)" } ?? ""),
                button: .init(
                    "\(tick.isDeclined ? "Turned down" : "Done"): \(OfferButton.shortened(tick.words))", PagePath.tick,
                    [("note", tick.note.description)] + (tick.place.map { [("line", "\($0)")] } ?? [])
                        + (tick.isDeclined ? [("declined", "yes")] : [])))
        case .keepLines(let talk):
            .init(
                "limelight log \"promised: WHAT\" --with \(quoted(talk.name))",
                button: .init(
                    "Keep", PagePath.keepLines, [("person", talk.person.description)],
                    inputs: [
                        .init("line-1", "A line of your talk with \(talk.name)", "promised: what, and by when"),
                        .init("line-2", "Another line of it", "they promised: what, and by when"),
                    ]))

        case .rest(let someone):
            .init(
                "limelight people rest \(someone.person)",
                button: .init(
                    "No advice about \(someone.name)", PagePath.rest, [("person", someone.person.description)],
                    inputs: [.init("until", "Until a day; empty for good", "for good, or until 2026-09-01")]))

        // Results and reviews
        case .tell(let item):
            .init(
                "limelight told \(quoted(item.person)) \(item.result)",
                button: .init(
                    "I told \(item.person)", PagePath.tell,
                    [("result", item.result.description), ("person", item.person)],
                    which: " of “\(OfferButton.shortened(item.text))”"))
        case .addResult: .init("limelight result add \"what changed\" --cite ID")
        case .cite(let id): .init("limelight result cite \(id)", ("cite", PagePath.result(id)))
        case .noteLines(let query):
            .init(
                "limelight result from-notes" + (query.map { " --search \(ShellWord.quoted($0))" } ?? ""),
                ("Results from my notes", PagePath.noteLines(query)))
        case .candidates(let count, let days):
            .init(
                "limelight result suggest" + (days.map { " " + Self.options($0) } ?? ""),
                (Self.candidates(count), PagePath.candidates(days)))
        case .sayOfCandidate(let said):
            .init(
                "limelight result suggest \(Self.options(said.days))",
                button: .init(
                    said.word.rawValue.sentence, PagePath.candidates,
                    [
                        ("candidate", said.key), ("act", said.word.rawValue), ("since", said.days.since.iso),
                        ("until", said.days.until.iso),
                    ]))
        case .results: .init("limelight result list", .value)
        case .report(let reader, let period):
            .init(
                "limelight report value" + (reader.map { " --for \(ShellWord.quoted($0))" } ?? "")
                    + (period.map { " " + $0 } ?? "") + " -o results.html")
        case .review: .init("limelight review", .review)
        case .reviewWeek(let day): .init("limelight review --week \(day.iso)")
        case .quarter(let name):
            .init(
                "limelight review --quarter --in \(name)",
                ("the quarter \(name)", "\(PageEntry.quarter.path)?in=\(PagePath.encoded(name))"))

        // The file
        case .doctor: .init("limelight doctor")
        case .saveDamaged(let path): .init("limelight doctor --save saved.jsonl --ledger \(quoted(path))")
        case .recover(let path): .init("sqlite3 \(quoted(path)) .recover | sqlite3 saved.sqlite")
        case .restoreSaved: .init("limelight restore saved.jsonl --ledger new.sqlite")
        case .export: .init("limelight export FILE")
        case .eraseLedger(let path): .init("rm -r \(ShellWord.single(path))*")
        }
    }

    private static func options(_ days: Days) -> String { Period(since: days.since, until: days.until).options }

    private static func candidates(_ count: Int?) -> String {
        switch count {
        case nil: "Candidates for results"
        case 1?: "the one candidate"
        case 2?: "both candidates"
        case let count?: "all \(Words.count(count)) candidates"
        }
    }

    /// Quotes words that a person wrote, even if a shell needs no quotation marks.
    private func quoted(_ text: String) -> String { ShellWord.text(text) }
    private func named(_ id: PublicID?) -> String { id?.description ?? "ID" }
}

extension Offer.PeopleWord {
    fileprivate var surfaces: OfferSurfaces {
        func surfaces(_ command: String, _ label: String, _ path: String, _ ids: [PublicID]) -> OfferSurfaces {
            .init(
                (["limelight people \(command)"] + ids.map(\.description)).joined(separator: " "),
                button: .init(label, path, zip(["one", "other"], ids).map { ($0, $1.description) }))
        }
        return switch self {
        case .one(let one, let other): surfaces("merge", "One person", PagePath.mergePeople, [one, other])
        case .two(let one, let other): surfaces("apart", "Two people", PagePath.keepApart, [one, other])
        case .later(let one, let other): surfaces("later", "Later", PagePath.putOff, [one] + (other.map { [$0] } ?? []))
        case .person(let one): surfaces("program --no", "A person", PagePath.noProgram, [one])
        case .program(let one): surfaces("program", "A program", PagePath.program, [one])
        }
    }
}

extension Offer.BlockSaying {
    fileprivate var surfaces: OfferSurfaces {
        func surfaces(_ what: String, _ field: (name: String, value: String), _ word: String, _ label: String)
            -> OfferSurfaces
        {
            .init(
                "limelight block answer \(what) \(word)",
                button: .init(label, PagePath.sayOfBlocks, [field, ("word", word)]))
        }
        return switch self {
        case .week(let day, let word):
            surfaces("--week \(day.iso)", ("week", day.iso), word.rawValue, word.label)
        case .block(let id, let word):
            surfaces(id.description, ("block", id.description), word.rawValue, word.label)
        case .plan(let title, let answer):
            surfaces(ShellWord.text(title), ("plan", title), answer.rawValue, answer.label)
        }
    }
}

/// An offer that a page carries out at once: a form with one button.
struct OfferButton {
    var label: String
    /// Receives the form, by POST.
    var path: String
    var fields: [(name: String, value: String)]
    var isMain = false
    /// The key that presses it; empty for none.
    var key = ""
    /// What the person types into it.
    var inputs: [Input]

    struct Input {
        var name: String
        /// Read aloud.
        var label: String
        /// An example.
        var hint: String

        init(_ name: String, _ label: String, _ hint: String) {
            (self.name, self.label, self.hint) = (name, label, hint)
        }
    }

    /// Added to the label if there are several buttons of its kind.
    var which: String

    init(
        _ label: String, _ path: String, _ fields: [(name: String, value: String)] = [], which: String = "",
        inputs: [Input] = []
    ) {
        self.inputs = inputs
        self.label = label
        self.path = path
        self.fields = fields
        self.which = which
    }

    /// The most buttons to choose from.
    private static let most = 5

    /// The buttons; none on a page that may not write.
    static func form(_ offers: Document.Offers, in layout: PageLayout) -> Fragment {
        guard let csrf = layout.csrf else { return .empty }
        var buttons = offers.list.prefix(most).compactMap(\.surfaces.button)
        guard !buttons.isEmpty else { return .empty }
        if offers.list.count > 1 { for index in buttons.indices { buttons[index].label += buttons[index].which } }
        buttons[0].isMain = offers.leads
        if offers.hasKeys { for index in buttons.indices { buttons[index].key = String(index + 1) } }
        return Templates.render(
            .actions, ["actions": buttons.map(\.values), "csrf": csrf, "here": layout.here])
    }

    private var values: [String: Any] {
        [
            "label": label, "href": PageLink.local(path), "main": isMain, "key": filled(key),
            "fields": fields.map { ["name": $0.name, "value": $0.value] },
            "inputs": inputs.map { ["name": $0.name, "label": $0.label, "hint": $0.hint] },
            "typed": !inputs.isEmpty,
        ]
    }

    static func shortened(_ text: String) -> String {
        guard text.count > 40 else { return text }
        let head = text.prefix(40)
        return "\(head.lastIndex(of: " ").map { head[..<$0] } ?? head)…"
    }
}

extension Advice {
    /// For a terminal and for JSON: a command in backticks; after a colon without them, so that the rest of the line
    /// can be copied.
    package var words: String {
        var words = ""
        for part in parts {
            switch part {
            case .text(let text): words += text
            case .offer(let offer): words += words.hasSuffix(": ") ? offer.command : "`\(offer.command)`"
            }
        }
        return words
    }

    /// For a page: an offer links to the page that does it.
    package var spans: [Document.Span] {
        parts.map {
            switch $0 {
            case .text(let text): .text(text)
            case .offer(let offer): .offer(offer)
            }
        }
    }

    /// As values for the templates `span-…`.
    var values: [[String: Any]] { SpanValues.all(spans) { _ in nil } }
}

/// A value for a template: `spans`, or `false` so that a section over it is skipped.
func filled(_ advice: Advice) -> Any { advice.isEmpty ? false : ["spans": advice.values] }

extension Document.Span {
    /// The text, with each offer as its command.
    var words: String {
        guard case .offer(let offer) = self else { return plain }
        return offer.command
    }
}

extension [Document.Span] {
    var words: String { map(\.words).joined() }
}
