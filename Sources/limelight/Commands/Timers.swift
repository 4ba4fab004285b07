import ArgumentParser
import LedgerModel
import LedgerOperations

struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a timer; `stop` writes it down as a note.",
        discussion:
            "EXAMPLES\n  limelight start \"handbook, chapter 3\" --tag growth\n  limelight start standup --at -10m")

    @OptionGroup var globals: Globals

    @Argument(help: "What you are starting.")
    var text: [String]

    @Option(parsing: .unconditional, help: ArgumentHelp("When it began: 9:30, 14 Uhr, -20m.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Someone who is there; may be repeated.", valueName: "name"))
    var with: [String] = []

    @Option(help: ArgumentHelp("A word to find it by; may be repeated.", valueName: "tag"))
    var tag: [String] = []

    func run() throws {
        let ledger = try globals.open(mayBegin: true)
        let zones = try ledger.asking.zones()
        let begin = try at.map { (text: String) throws(LedgerError) in
            try SpokenTime(now: ledger.now, zones: zones).parse(text)
        }
        let timer = try ledger.capture.start(text.joined(separator: " "), at: begin, with: with, tags: tag)
        Console.say("Started at \(zones.civil(timer.at).clock): \(timer.text)")
    }
}

struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop the timer and write it down as a note.",
        discussion: "EXAMPLES\n  limelight stop\n  limelight stop --at 17:30")

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("When it ended.", valueName: "time"))
    var at: String?

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let end = try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        Captured.print(try ledger.capture.stop(at: end), json: output.json, verb: "Written")
    }
}

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is running, and since when.",
        discussion: "EXAMPLES\n  limelight status\n  PS1='$(limelight status --short) $ '")

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Flag(help: "A few characters, for a shell prompt.")
    var short = false

    func run() throws {
        try StatusWords(place: globals.place, json: output.json, short: short).tell()
    }
}

/// The arguments of `limelight status`.
struct StatusWords: Equatable {
    var place: Place
    var json: Bool
    var short: Bool

    func tell() throws {
        let ledger: Ledger
        do throws(LedgerError) {
            ledger = try place.open()
        } catch {
            // A prompt shows nothing if there is no ledger yet.
            guard short, !json, error.code == .notFound else { throw error }
            throw ExitCode(1)
        }
        let zones = try ledger.asking.zones()
        let timer = try ledger.asking.openTimer()
        let running = timer.map { min(ledger.now - $0.at, OpenTimer.longest) }
        if json {
            Console.print(
                try ledger.asking.envelope("status") + [
                    "running": JSON(timer?.text), "since": timer.map { .string(zones.civil($0.at).rfc3339) } ?? nil,
                    "seconds": running.map { .integer($0) } ?? nil,
                ])
        } else if short {
            if let timer, let running { Console.say("\(timer.text.prefix(24)) \(SpokenDuration.text(running))") }
        } else if let timer, let running {
            let wasLeftOpen = ledger.now - timer.at > OpenTimer.longest
            let left = " It was left running; 12 h count. Say when it ended: limelight stop --at TIME"
            Console.say(
                "\(timer.text), \(SpokenDuration.text(running)) since \(Self.moment(timer.at, ledger.now, zones)).\(wasLeftOpen ? left : "")"
            )
        } else {
            Console.say("No timer is running. Start one with: limelight start \"what\"")
        }
    }
}

extension StatusWords {
    /// `9:30`, with the day if it is not today.
    private static func moment(_ instant: Instant, _ now: Instant, _ zones: ZoneHistory) -> String {
        let civil = zones.civil(instant)
        return civil.day == zones.day(of: now) ? civil.clock : "\(Period.date(civil.day)), \(civil.clock)"
    }

    /// Reads plain arguments; `nil` leaves them to the parser of the command line.
    init?(plain arguments: ArraySlice<String>) {
        guard let plain = PlainArguments(arguments, options: Place.options, flags: ["--json", "--short"]),
            plain.words.isEmpty
        else { return nil }
        self.init(
            place: Place(plain), json: plain.flags.contains("--json"), short: plain.flags.contains("--short"))
    }
}
