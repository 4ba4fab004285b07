import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Where evidence comes from.",
        discussion: """
            EXAMPLES
              limelight sources
              limelight sources default runbooks job
              limelight sources answer Team shared nothing
              limelight sources remove old-calendar
              limelight sources open-to runbooks Jonas
            """,
        subcommands: [
            SourcesList.self, SourcesRemove.self, SourcesDefault.self, SourcesAnswer.self, SourcesPrivate.self,
            SourcesOpenTo.self,
        ],
        defaultSubcommand: SourcesList.self)
}

struct SourcesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every source, what it holds, and its warnings.",
        discussion: "EXAMPLES\n  limelight sources list\n  limelight sources list --json")

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let zones = try ledger.asking.zones()
        let list = try ledger.asking.sourceSummaries()
        let asked = Dictionary(
            uniqueKeysWithValues: try ledger.importing.questions().map { ($0.source.id, $0.questions) })
        if output.json {
            func instant(_ value: Instant?) -> JSON { value.map { .string(zones.civil($0).rfc3339) } ?? nil }
            Console.print([
                "sources": .array(
                    list.map { item in
                        [
                            "id": .string(item.source.id.description), "kind": .string(item.source.kind.rawValue),
                            "locator": .string(item.source.shownLocator), "evidence": JSON(item.evidence),
                            "last_import": instant(item.source.lastImport), "as_of": instant(item.source.asOf),
                            "first": instant(item.first),
                            "last": instant(item.last), "name": .string(item.source.name),
                            "arena": JSON(item.source.arena?.rawValue), "others": JSON(item.others),
                            "questions": .array(
                                (asked[item.source.id] ?? []).map { question in
                                    [
                                        "question": .string(question.word),
                                        "found": .string(question.found(item.source.traits)),
                                        "asked": .string(question.asked),
                                        "answers": .array(question.choices.map { .string($0.word) }),
                                    ]
                                }),
                            "warnings": JSON(item.warnings.count), "private": .bool(item.source.isPrivate),
                            "open_to": .array(item.source.openTo.map { .string($0) }),
                        ]
                    })
            ])
            return
        }
        let old = try ledger.asking.outdatedSources(list.map(\.source)).map { "\($0.words): \($0.offer.command)" }
        Console.print(SourcesDocument.make(list, old: old, zones: zones))
        for asked in try ledger.importing.questions() {
            Console.print("\(asked.source.name)")
            for question in asked.questions { QuestionPrinter.note(question, asked.source, indent: "  ") }
        }
        if list.isEmpty { throw ExitCode(1) }
    }
}

struct SourcesRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a source and the evidence that only it has.",
        discussion: "EXAMPLES\n  limelight sources remove old-calendar")

    @OptionGroup var globals: Globals
    @Argument(help: "Its name, id or the start of its id.") var source: String
    @Flag(help: "Do not ask.") var yes = false

    func run() throws {
        let ledger = try globals.open()
        // A script that names a source means it; a person is asked first.
        if Console.canAsk, !yes {
            for sentence in try ledger.importing.beforeRemoving(source).sentences { Console.note(sentence) }
            guard Console.confirms("Remove it?") else {
                Console.note("Nothing was removed.")
                throw ExitCode(1)
            }
        }
        Console.say(
            Importing.removed(try ledger.importing.removeSource(source)) + " To get it back, import it again.")
    }
}

struct SourcesDefault: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "default", abstract: "Say what the evidence of a source is for.",
        discussion:
            "EXAMPLES\n  limelight sources default runbooks job\n  limelight sources default \"Study plan\" growth --plans-count"
    )

    @OptionGroup var globals: Globals
    @Argument(help: "Its name, id or the start of its id.") var source: String
    @Argument(
        help: ArgumentHelp(
            "What it is for.", valueName: "arena"))
    var arena: SourceArena
    @Flag(inversion: .prefixedNo, help: "Its events without other people are work, not plans.") var plansCount: Bool?

    func run() throws {
        let source = try globals.open().importing.setDefault(source, arena: arena.value, plansCount: plansCount)
        Console.say("\(source.name) is for \(source.arena?.label ?? "unknown").")
    }
}

struct SourcesAnswer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer what a calendar asks; `limelight sources` lists it.",
        discussion: """
            EXAMPLES
              limelight sources answer Work owner yes
              limelight sources answer Team shared nothing
              limelight sources answer Calendar meetings yes
              limelight sources answer Calendar days no
              limelight sources answer Calendar

            An answer can be given again, and is taken back with `limelight undo`.
            """)

    @OptionGroup var globals: Globals
    @Argument(help: "The name of the calendar, its id or the start of its id.") var source: String
    @Argument(help: "One of owner, shared, meetings, group, days.") var question: String?
    @Argument(help: "The answer, such as yes or no.") var answer: String?

    func run() async throws {
        let ledger = try globals.open()
        let importing = ledger.importing
        guard let question, let answer else {
            let (source, asked) = try importing.questions(ofSourceNamed: source)
            guard !asked.isEmpty else { return Console.say("\(source.name) asks nothing.") }
            for item in asked {
                QuestionPrinter.note(item.question, source, said: item.said, indent: "")
            }
            return
        }
        let me = try importing.me()
        let source = try importing.answer(source, question, answer)
        Console.say(importing.saved(source, question, answer).words)
        if try importing.me() != me { try await MyCommits.readAgain(ledger) }
    }
}

struct SourcesPrivate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "private", abstract: "Keep only the times of a source: no titles, no people, no files.",
        discussion: "EXAMPLES\n  limelight sources private Family\n  limelight sources private Family --off")

    @OptionGroup var globals: Globals
    @Argument(help: "Its name, id or the start of its id.") var source: String
    @Flag(help: "Make it public again; `limelight sync` brings its titles back.") var off = false
    @Flag(help: "Do not ask.") var yes = false

    func run() throws {
        let ledger = try globals.open()
        if !off {
            for sentence in try ledger.importing.beforeMakingPrivate(source).sentences { Console.note(sentence) }
            guard yes || Console.confirms("Do it?") else {
                Console.note("Nothing was changed. Without a terminal, add --yes.")
                throw ExitCode(1)
            }
        }
        let source = try ledger.importing.setPrivate(source, !off)
        Console.say(
            off
                ? "\(source.name) is no longer private. Read it again with: limelight sync"
                : "Only the times of \(source.name) are kept.")
    }
}

struct SourcesOpenTo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-to", abstract: "Say to whom a repository is known, so that your work in it may be told.",
        discussion: """
            What is said to somebody, such as the sentences of `picture task --for`, names
            your commits only from repositories in which they appear or that are open to
            them. `limelight undo` undoes it.

            EXAMPLES
              limelight sources open-to runbooks Jonas
              limelight sources open-to runbooks Jonas --off
            """)

    @OptionGroup var globals: Globals
    @Argument(help: "Its name, id or the start of its id.") var source: String
    @Argument(help: "Who knows it.") var person: [String]
    @Flag(help: "Close it to them again.") var off = false

    func run() throws {
        let (source, name) = try globals.open().importing.setOpen(source, to: person.joined(separator: " "), !off)
        Console.say("\(source.name) is \(off ? "no longer " : "")open to \(name). To undo: limelight undo")
    }
}

/// What a source is for; `unknown` leaves it open.
struct SourceArena: ExpressibleByArgument {
    var value: Arena?

    init?(argument: String) {
        value = Arena(rawValue: argument)
        if value == nil, argument != "unknown" { return nil }
    }

    static var allValueStrings: [String] { Arena.allCases.map(\.rawValue) + ["unknown"] }
}
