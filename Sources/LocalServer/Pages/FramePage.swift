import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *My job*, to read; it is written in a terminal.
enum FramePage {
    static func show(_ visit: Visit) throws -> String {
        let frame = try visit.ledger.frame()
        var document = FrameDocument.make(frame, on: try visit.ledger.today())
        document.sections.append(
            .init("Change it", [.paragraph(["In a terminal: ", .code("limelight frame edit")])]))
        return visit.page(document, .frame)
    }
}
