import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Write a note of what happened.",
        discussion: """
            EXAMPLES
              limelight log "restore drill done" --for 50m
              limelight log "talked Jonas through the runbook" --with Jonas --at 14:30
              limelight log "read two chapters" --from 17:45 --for 45m --arena growth
              limelight log "would like to do front-end work" --said-by Jonas
              limelight log "3 Nov 14:00-14:45 audit call"
              pbpaste | limelight log -

            The text may begin with its time, as in a file of notes. Times are read as
            people write them: 9:30, 14 Uhr, 14.30, "last tuesday 10:00", "4.11. 15:00",
            13:00-13:45. What could be two dates, such as 12/11, is asked about.
            """)

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Argument(help: "What happened; - reads standard input.")
    var text: [String]

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("When it ended: 9:30, \"3 Nov 14:00\", -20m.", valueName: "time"))
    var at: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("When it began.", valueName: "time"))
    var from: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it took: 90m, 1h30.", valueName: "length"))
    var length: String?

    @Option(help: ArgumentHelp("Someone who was there; may be repeated.", valueName: "name"))
    var with: [String] = []

    @Option(
        name: .customLong("said-by"),
        help: ArgumentHelp("Who said it of themself; may be said to them alone.", valueName: "name"))
    var saidBy: String?

    @Option(help: ArgumentHelp("A word to find it by; may be repeated.", valueName: "tag"))
    var tag: [String] = []

    @Option(
        help: ArgumentHelp(
            "Kind of work.", valueName: "kind"))
    var worth: Worth?

    @Option(help: ArgumentHelp("What it was for.", valueName: "arena"))
    var arena: Arena?

    var words: NoteWords {
        NoteWords(
            place: globals.place, json: output.json, text: text.joined(separator: " "), at: at, from: from,
            length: length, with: with, saidBy: saidBy, tags: tag, worth: worth, arena: arena)
    }

    func run() throws { try words.write() }
}

/// What the commands that write a note print.
enum Captured {
    static func print(_ noted: Capture.Captured, json: Bool, verb: String) {
        if json {
            Console.print([
                "id": .string(noted.id.description), "at": .string(noted.civil.rfc3339),
                "seconds": .integer(noted.seconds),
            ])
            return
        }
        let length = noted.seconds > 0 ? ", \(SpokenDuration.text(noted.seconds))" : ""
        let time =
            noted.isDay ? "on \(Period.date(noted.civil.day))" : "\(Period.date(noted.civil.day)), \(noted.civil.clock)"
        Console.say("\(verb) \(time)\(length). \(noted.id)")
        if let remark = noted.remark { Console.print(remark.words) }
    }
}

enum Length {
    static func parse(_ text: String) throws(LedgerError) -> Int64 {
        guard let seconds = SpokenDuration.parse(text), seconds > 0 else {
            throw LedgerError(
                .badTime, "“\(text)” is not a length of time", hint: "Write, for example, \(SpokenDuration.examples).")
        }
        return seconds
    }
}

extension Worth: ExpressibleByArgument {}
extension Arena: ExpressibleByArgument {}

/// The arguments of `limelight log`, before any of them is read.
struct NoteWords: Equatable {
    var place: Place
    var json: Bool
    var text: String
    var at: String?
    var from: String?
    var length: String?
    var with: [String]
    var saidBy: String?
    var tags: [String]
    var worth: Worth?
    var arena: Arena?

    func write() throws {
        let ledger = try place.open(mayBegin: true)
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        var request = Capture.NoteRequest(text: text == "-" ? try TypedWords.input() : text)
        // A span says both: `--at 13:00-13:45`.
        for (option, typed) in [("--at", at), ("--from", from)] {
            guard let typed else { continue }
            let span = try spoken.parseSpan(typed)
            if let until = span.until {
                guard at == nil || from == nil else {
                    throw LedgerError(
                        .usage, "\(option) already says when it began and ended", hint: "Leave out the other one.")
                }
                (request.from, request.at) = (span.from, until)
            } else if option == "--at" {
                request.at = span.from
            } else {
                request.from = span.from
            }
        }
        request.length = try length.map { (text: String) throws(LedgerError) in try Length.parse(text) }
        request.with = with
        request.saidBy = saidBy
        request.tags = tags
        request.worth = worth
        request.arena = arena
        Captured.print(try ledger.capture.log(typed: request), json: json, verb: "Noted")
    }
}

extension NoteWords {
    /// Reads plain arguments; `nil` leaves them to the parser of the command line.
    init?(plain arguments: ArraySlice<String>) {
        guard
            let plain = PlainArguments(
                arguments, options: ["--for", "--with", "--said-by", "--tag", "--worth", "--arena"] + Place.options,
                anyValue: ["--at", "--from"], flags: ["--json"]),
            !plain.words.isEmpty,
            let worth = plain.choice("--worth", of: Worth.self),
            let arena = plain.choice("--arena", of: Arena.self)
        else { return nil }
        self.init(
            place: Place(plain), json: plain.flags.contains("--json"), text: plain.words.joined(separator: " "),
            at: plain["--at"], from: plain["--from"], length: plain["--for"], with: plain.all("--with"),
            saidBy: plain["--said-by"], tags: plain.all("--tag"), worth: worth, arena: arena)
    }
}
