import LedgerModel
import LedgerOperations

/// What `limelight log` was told, before anything of it is understood.
struct NoteWords: Equatable {
    var place: Place
    var json: Bool
    var text: String
    var at: String?
    var from: String?
    var length: String?
    var with: [String]
    var tags: [String]
    var worth: Worth?
    var arena: Arena?

    func write() throws {
        let ledger = try place.open(mayBegin: true)
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        var request = Capture.NoteRequest(text: text)
        request.at = try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        request.from = try from.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        request.length = try length.map { (text: String) throws(LedgerError) in try Length.parse(text) }
        request.with = with
        request.tags = tags
        request.worth = worth
        request.arena = arena
        Captured.print(try ledger.capture.log(request), json: json, verb: "Noted")
    }
}

extension NoteWords {
    /// Reads the arguments of a note that are plain; nil leaves them to the command line's parser.
    init?(plain arguments: ArraySlice<String>) {
        guard
            let plain = PlainArguments(
                arguments, options: ["--for", "--with", "--tag", "--worth", "--arena"] + Place.options,
                anyValue: ["--at", "--from"], flags: ["--json"]),
            !plain.words.isEmpty,
            let worth = plain.choice("--worth", of: Worth.self),
            let arena = plain.choice("--arena", of: Arena.self)
        else { return nil }
        self.init(
            place: Place(plain), json: plain.flags.contains("--json"), text: plain.words.joined(separator: " "),
            at: plain["--at"], from: plain["--from"], length: plain["--for"], with: plain.all("--with"),
            tags: plain.all("--tag"), worth: worth, arena: arena)
    }
}
