/// Arguments in which every word is text, a known option with its value, or a known flag.
///
/// The commands that are typed many times a day try this first: building the parser of the whole
/// command line takes longer than writing a note. Everything that is not plain, and every mistake, is
/// left to that parser, which also explains it; a test checks that both read the same.
struct PlainArguments {
    private(set) var words: [String] = []
    private(set) var flags: Set<String> = []
    private var values: [String: [String]] = [:]

    /// - Parameters:
    ///   - options: take a value that does not begin with a dash.
    ///   - anyValue: take any value that follows, as in `--at -20m`.
    init?(_ arguments: ArraySlice<String>, options: [String], anyValue: [String] = [], flags known: [String]) {
        var rest = arguments
        while let word = rest.popFirst() {
            if known.contains(word) {
                flags.insert(word)
            } else if options.contains(word) || anyValue.contains(word) {
                guard let value = rest.popFirst(), value != "--", anyValue.contains(word) || !value.hasPrefix("-")
                else { return nil }
                values[word, default: []].append(value)
            } else if word.hasPrefix("-"), word != "-" {
                return nil
            } else {
                words.append(word)
            }
        }
    }

    /// The value of an option; the last one counts.
    subscript(_ option: String) -> String? { values[option]?.last }

    /// Every value of an option that may be repeated.
    func all(_ option: String) -> [String] { values[option] ?? [] }

    /// The choice that an option names, the last one: `nil` if the value is not one of them, `.some(nil)` if
    /// the option is not given.
    func choice<Choice: RawRepresentable<String>>(_ option: String, of: Choice.Type) -> Choice?? {
        let values = all(option)
        let choices = values.compactMap(Choice.init(rawValue:))
        return choices.count == values.count ? .some(choices.last) : nil
    }
}

extension Place {
    static let options = ["--ledger", "--now", "--zone"]

    init(_ plain: PlainArguments) {
        self.init(ledger: plain["--ledger"], now: plain["--now"], zone: plain["--zone"])
    }
}
