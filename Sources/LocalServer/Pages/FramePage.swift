import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *My job*, to read, and where it is changed.
enum FramePage {
    static func show(_ visit: Visit) throws -> String {
        let frame = try visit.ledger.myJob.frame()
        var document = FrameDocument.make(frame, on: try visit.ledger.asking.today())
        document.sections.append(
            .init(
                "Change it",
                [
                    .list([
                        [.offer(.setUp), .soft(": in plain words")],
                        [.offer(.editJob), .soft(": all of it, with the rules by which work is read")],
                    ])
                ]))
        return visit.page(document, .frame)
    }
}
