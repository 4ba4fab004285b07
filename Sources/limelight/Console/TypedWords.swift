import LedgerModel
import LocalFiles
import TraceSources

/// What was typed on the command line or handed over through a pipe.
enum TypedWords {
    /// The arguments. Throws `.usage` if one of them is not UTF-8.
    static func arguments() throws(LedgerError) -> [String] {
        let (all, broken) = TypedText.arguments()
        if let broken {
            throw LedgerError(
                .usage, "argument \(broken) is not UTF-8",
                hint: "Nothing was done. Set your terminal to UTF-8 and type it again.")
        }
        return withoutBullets(all)
    }

    /// `log "- fixed the drill"` is a line of a list, not an option.
    static func withoutBullets(_ arguments: [String]) -> [String] {
        guard let command = arguments.firstIndex(where: { $0 == "log" || $0 == "start" }) else { return arguments }
        return arguments.enumerated().map { place, word in
            guard place > command, word.first == "-", word.dropFirst().first?.isWhitespace == true else { return word }
            // A time may be written so: `--at "- 20m"`.
            return arguments[place - 1].hasPrefix("--") && arguments[place - 1] != "--"
                ? word : String(word.dropFirst()).trimmed
        }
    }

    /// The text on standard input, for `log -`. Throws `.usage` if it is empty, `.unreadable` if it is not UTF-8.
    static func input() throws(LedgerError) -> String {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try TypedText.input(limit: 1 << 16) } catch { throw LedgerError(error) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self), !body.contains(0) else {
            throw LedgerError(
                .unreadable, "the text is not UTF-8", location: "standard input",
                hint: "Nothing was noted. Convert it, for example with `iconv -t UTF-8`.")
        }
        guard !text.trimmed.isEmpty else {
            throw LedgerError(
                .usage, "there is no text on standard input",
                hint: "Hand one over: `echo drill done | limelight log -`.")
        }
        return text.trimmed
    }
}
