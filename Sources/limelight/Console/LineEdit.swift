import LocalFiles
import Renderings

extension Console {
    /// Shows a line to edit, and returns what it is then; `nil` if the person leaves it as it was.
    static func edit(_ text: String) -> String? {
        guard environment("TERM") != "dumb" else { return ask("  ") }
        // A terminal that is resized meanwhile shows the next key in the new width.
        func room() -> Int { max(10, min(width, 100) - 4) }
        func draw(_ line: EditedLine) {
            let shown = line.window(room())
            let behind = shown.cell > 0 ? "\u{1B}[\(shown.cell)C" : ""
            whisper("\r\u{1B}[K  \(shown.text)\r\u{1B}[2C\(behind)")
        }
        let edited = KeyReader.line { next -> String? in
            var line = EditedLine(text)
            while true {
                draw(line)
                switch next() {
                case .character(let character): line.insert(character)
                case .enter: return line.text
                case .back: line.back()
                case .close where line.isEmpty: return nil
                case .close, .delete: line.delete()
                case .left: line.move(by: -1)
                case .right: line.move(by: 1)
                case .start: line.toStart()
                case .end: line.toEnd()
                case .clearBefore: line.clearBefore()
                case .clearBehind: line.clearBehind()
                case .clearWord: line.clearWord()
                case .leave: return nil
                case .other: continue
                }
            }
        }
        whisper("\n")
        return edited ?? nil
    }
}
