import ArgumentParser
import LedgerModel
import LocalFiles
import Questions
import Renderings

/// The properties of the terminal, and writing to it. Answers go to stdout; everything else goes to stderr.
enum Console {
    /// Ends the program if `text` cannot be printed completely.
    static func print(_ text: String) {
        do { try Output.answers.write(text.hasSuffix("\n") ? text : text + "\n") } catch { end(after: error) }
    }

    /// Prints unchanged what `work` hands over in small pieces.
    static func print(pieces work: ((String) -> Void) throws -> Void) rethrows {
        let pieces = OutputPieces(.answers)
        try work { text in
            do throws(OutputError) { try pieces.write(text) } catch { end(after: error) }
        }
        do { try pieces.finish() } catch { end(after: error) }
    }

    /// Prints sentences, wrapped at the width of the window. Outside a terminal each stays on one line, so that
    /// `grep` finds it.
    static func say(_ text: String) { print(wrapped(text, Terminal.answers)) }

    /// Prints names with a text for each, side by side if there is room.
    static func say(_ rows: [(name: String, text: String)], indent: Int = 0) {
        print(wrapped(rows, indent: indent, Terminal.answers))
    }

    static func note(_ text: String) { whisper(wrapped(text, Terminal.remarks) + "\n") }

    static func note(_ rows: [(name: String, text: String)]) {
        whisper(wrapped(rows, indent: 0, Terminal.remarks) + "\n")
    }

    private static func wrapped(_ text: String, _ terminal: Terminal) -> String {
        TerminalText.prose(text, width: proseWidth(terminal), unicode: speaksUnicode)
    }

    private static func wrapped(
        _ rows: [(name: String, text: String)], indent: Int, _ terminal: Terminal
    ) -> String {
        TerminalText.columns(rows, indent: indent, width: proseWidth(terminal), unicode: speaksUnicode)
    }

    private static func proseWidth(_ terminal: Terminal) -> Int {
        terminal.isThere ? min(width(of: terminal), 100) : .max
    }

    /// Writes to stderr unchanged. A failure to write has no effect.
    static func whisper(_ text: String) { try? Output.remarks.write(text) }

    static func print(_ document: Document) {
        print(TerminalText.render(document, width: min(width, 100), colour: hasColour, unicode: speaksUnicode))
    }

    static func print(_ json: JSON) { print(json.text()) }

    static var isTerminal: Bool { Terminal.answers.isThere }
    static var hasProgress: Bool { Terminal.remarks.isThere }
    static var canAsk: Bool { Terminal.input.isThere && Terminal.remarks.isThere }
    static var hasColour: Bool { isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb" }

    static var speaksUnicode: Bool {
        let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG") ?? ""
        return locale.uppercased().contains("UTF")
    }

    static var width: Int { width(of: Terminal.answers) }

    private static func width(of terminal: Terminal) -> Int {
        if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns >= 40 { return columns }
        return terminal.columns.flatMap { $0 >= 40 ? $0 : nil } ?? 80
    }

    static func environment(_ name: String) -> String? {
        ThisProgram.variable(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The environment variables that decide the zone of this machine.
    static var zoneEnvironment: [String: String] {
        var result: [String: String] = [:]
        for name in ["TZ", "TZDIR"] { result[name] = ThisProgram.variable(name) }
        return result
    }

    /// Whether a person at a terminal says yes. Without a terminal the answer is no.
    static func confirms(_ question: String) -> Bool {
        canAsk && ask(question + " [y/N]")?.lowercased().hasPrefix("y") == true
    }

    /// The character of a key, or a line where there are no keys; empty for nothing, `nil` at the end of the input.
    static func answer(_ hasKeys: Bool) -> String? {
        guard hasKeys else { return readLine(strippingNewline: true)?.trimmed }
        switch KeyReader.next() {
        case .character(let key): return String(key)
        case .enter, .escape, .back: return ""
        case .end: return nil
        }
    }

    /// Asks on stderr and reads one line.
    static func ask(_ question: String) -> String? {
        whisper(wrapped(question, Terminal.remarks) + " ")
        return readLine()
    }

    /// Ends the program after closing stdout, since some write errors show only then.
    static func leave(_ code: Int32) -> Never {
        do { try Output.answers.close() } catch { end(after: error) }
        ThisProgram.end(code)
    }

    /// A reader that has gone away is not an error.
    private static func end(after error: OutputError) -> Never {
        switch error {
        case .readerGone: ThisProgram.end(0)
        case .failed(let reason):
            fail(
                LedgerError(
                    .outputFailed, "the answer could not be printed completely: \(reason)",
                    hint: "Print it somewhere else. What the command saved in the ledger stays there."))
        }
    }

    /// Prints an error as text, or as JSON if the command line asked for JSON, and ends with exit code 2.
    static func fail(_ error: LedgerError) -> Never {
        report(error)
        ThisProgram.end(2)
    }

    /// Prints help and passes exit codes on. A command line that cannot be read is an error like any other.
    static func end(_ error: any Error, code: Int32, message: String) -> Never {
        if code == 0 {
            // The columns of help fit the window; only lines of usage and examples are longer.
            let window = isTerminal ? width : .max
            if !message.isEmpty { print(TerminalText.prose(message, width: window, unicode: speaksUnicode)) }
        } else if !(error is ExitCode) {
            if CommandLine.arguments.contains("--json") {
                let first = message.split(separator: "\n").first.map(String.init) ?? message
                fail(LedgerError(.usage, first.replacing("Error: ", with: "")))
            }
            note(message.replacing("Error: ", with: "limelight: error: "))
        }
        leave(code == 64 ? 2 : code)
    }

    static func report(_ error: LedgerError) {
        if CommandLine.arguments.contains("--json") {
            let json: JSON = [
                "error": [
                    "code": .string(error.code.rawValue), "message": .string(error.message),
                    "where": .string(error.location), "hint": .string(error.hint.words),
                ]
            ]
            note(json.text(pretty: false))
            return
        }
        let place = error.location.isEmpty ? "" : " \(error.location):"
        note("limelight: error:\(place) \(error.message)")
        if !error.hint.isEmpty { note("  \(error.hint.words)") }
    }
}
