import LedgerModel
import Testing

@Suite("Lines of notes that stand open")
struct OpenLineTests {
    @Test(
        "Four words before a colon, with bullets, boxes and in any case",
        arguments: [
            ("promised: the runbook", OpenLine.Kind.promised, "the runbook"),
            ("Promised:the runbook", .promised, "the runbook"), ("- asked: a reviewer", .asked, "a reviewer"),
            ("* [ ] I asked: a date", .iAsked, "a date"), ("i asked: a date", .iAsked, "a date"),
            ("They promised : two people", .theyPromised, "two people"), ("1. asked: a: b", .asked, "a: b"),
        ])
    func read(text: String, kind: OpenLine.Kind, words: String) {
        let lines = OpenLine.all(in: text)
        #expect(lines.map(\.kind) == [kind])
        #expect(lines.map(\.words) == [words])
    }

    @Test(
        "Nothing else is one",
        arguments: [
            "", "promised", "promised:", "promised:   ", "he promised: x", "we asked: x", "they asked: x",
            "I promised: x", "talked, asked: x", "promised https://example.org", "asked about: x",
            "as promised: the runbook", "[x] promised: the runbook", "- [X] asked: a date",
        ])
    func others(text: String) { #expect(OpenLine.all(in: text).isEmpty) }

    @Test("Each has its place among such lines, whatever stands between them")
    func places() {
        let lines = OpenLine.all(in: "Talk with Jonas\npromised: a\nlunch\r\nasked: b\n\n- they promised: c")
        #expect(lines.map(\.place) == [1, 2, 3])
        #expect(lines.map(\.words) == ["a", "b", "c"])
    }

    @Test("Names at its end are whom it is with; a name inside it is not")
    func names() {
        let lines = OpenLine.all(in: "asked: a date @Jonas @Maria_Keller\npromised: @Tom gets the key\nasked: @Ann")
        #expect(lines.map(\.names) == [["Jonas", "Maria Keller"], [], []])
        #expect(lines.map(\.words) == ["a date", "@Tom gets the key", "@Ann"])
    }
}
