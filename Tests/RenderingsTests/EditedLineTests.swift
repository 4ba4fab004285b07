import Testing

@testable import Renderings

@Suite("A line that is edited at a terminal")
struct EditedLineTests {
    @Test("Letters go in at the place, marks to their letter, and what a terminal obeys does not go in")
    func insert() {
        var line = EditedLine("Über\u{1B}[2J")
        #expect(line.text == "Über\u{FFFD}[2J")
        line = EditedLine("rows sort")
        line.toStart()
        for character in "12 " { line.insert(character) }
        line.move(by: 4)
        line.insert("é")
        line.insert("\u{9B}")
        #expect(line.text == "12 rowsé sort")
        line = EditedLine("cafe")
        line.insert("\u{301}")
        #expect(line.text == "cafe\u{301}" && line.window(80).cell == 4)
        line.back()
        #expect(line.text == "caf")
    }

    @Test("Letters, words and ends are removed at the place, and nowhere else")
    func remove() {
        var line = EditedLine("")
        line.back()
        line.delete()
        line.clearWord()
        line.move(by: 1)
        #expect(line.isEmpty)
        line = EditedLine("one two  three")
        line.clearWord()
        #expect(line.text == "one two  ")
        line.clearWord()
        #expect(line.text == "one ")
        line.toStart()
        line.delete()
        line.back()
        #expect(line.text == "ne ")
        line.move(by: 1)
        line.clearBehind()
        #expect(line.text == "n")
        line.toEnd()
        line.clearBefore()
        #expect(line.isEmpty)
    }

    @Test("The window holds the place and never more cells than there are")
    func window() {
        let text = String(repeating: "sort 行 ", count: 20)
        for room in [10, 24, 80] {
            var line = EditedLine(text)
            line.toStart()
            for step in 0...text.count {
                let shown = line.window(room)
                #expect(CellWidth.of(shown.text) < room + 1 && (0..<room).contains(shown.cell), "\(room), \(step)")
                // What is before the place in the window is what is before it in the line.
                var before = ""
                for character in shown.text where CellWidth.of(before) < shown.cell { before.append(character) }
                #expect(CellWidth.of(before) == shown.cell && text.prefix(step).hasSuffix(before), "\(room), \(step)")
                line.move(by: 1)
            }
        }
        #expect(EditedLine("short").window(80).text == "short")
    }
}
