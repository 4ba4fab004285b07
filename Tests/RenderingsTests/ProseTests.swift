import Testing

@testable import Renderings

@Suite("Sentences beside documents")
struct ProseTests {
    @Test("A window breaks lines at spaces and keeps what a line is indented by")
    func wraps() {
        let text = TerminalText.prose("  The sources were last read 23 days ago; read them again", width: 40)
        #expect(text == "  The sources were last read 23 days\n  ago; read them again")
        for line in text.split(separator: "\n") { #expect(line.count <= 40) }
    }

    @Test("What fits stands as it was written, and a pipe is as wide as it takes")
    func fits() {
        #expect(TerminalText.prose("a  b\n\n  c", width: 40) == "a  b\n\n  c")
        let long = String(repeating: "word ", count: 60) + "end"
        #expect(TerminalText.prose(long, width: .max) == long)
        #expect(TerminalText.columns([("name", long)], width: .max) == "name  " + long)
    }

    @Test("A path and a command stay whole")
    func stayWhole() {
        let path = "/home/dana/" + String(repeating: "folder", count: 9)
        #expect(TerminalText.prose("It lies at \(path), alone.", width: 40) == "It lies at\n\(path),\nalone.")
        #expect(
            TerminalText.prose("Saved: two lines of five. To undo it again: limelight undo", width: 52)
                == "Saved: two lines of five. To undo it again:\nlimelight undo")
        #expect(
            TerminalText.prose("Begin one with whatever you like, as with `limelight setup`.", width: 52)
                == "Begin one with whatever you like, as with\n`limelight setup`.")
    }

    @Test("What is said of a thing stands beside it, and below it where the window is narrow")
    func columns() {
        let rows = [("limelight setup", "what you are judged on, and who decides"), ("limelight demo", "a year")]
        #expect(
            TerminalText.columns(rows, indent: 2, width: 50)
                == "  limelight setup  what you are judged on, and who\n                   decides\n  limelight demo   a year"
        )
        let narrow = [("limelight backstage one-on-ones", "what to bring to each of them")]
        #expect(
            TerminalText.columns(narrow, indent: 2, width: 40)
                == "  limelight backstage one-on-ones\n      what to bring to each of them")
    }

    @Test("A path that has no room beside a name stands below it, whole")
    func longPath() {
        let path = "/home/dana/work/repositories/runbooks"
        #expect(
            TerminalText.columns([("runbooks", "5 of 8 commits yours  \(path)"), ("", path)], width: 44)
                == "runbooks\n    5 of 8 commits yours\n    \(path)\n    \(path)")
    }

    @Test("Nothing from outside moves a cursor")
    func inert() {
        #expect(!TerminalText.prose("Running: \u{1B}[2Jgone", width: 40).contains("\u{1B}"))
        #expect(!TerminalText.columns([("\u{1B}[2J", "\u{9B}1m")], width: 40).contains("\u{1B}"))
    }
}
