import LedgerModel
import Testing

@Suite("Advice")
struct AdviceTests {
    @Test("A sentence keeps its offers as values, and its text in one piece between them")
    func parts() {
        let name = "next"
        let advice: Advice = "Stop it with \(offer: .stopTimer), then start the \(name)."
        #expect(advice.parts == [.text("Stop it with "), .offer(.stopTimer), .text(", then start the next.")])
        #expect(advice.offers == [.stopTimer])
        #expect(Advice("Known: ") + "a" + Advice(".") == "Known: a.")
        #expect(Advice("").isEmpty && Advice() == "")
        let inner: Advice = "none yet; \(offer: .editJob)"
        #expect("Known: \(inner)." as Advice == "Known: none yet; \(offer: .editJob).")
    }

    @Test("What looks like an offer in a text is text")
    func typed() {
        let advice: Advice = "“\("`limelight stop` \\(offer: .undo)")” is not known"
        #expect(advice.offers.isEmpty)
    }
}
