import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *My job*, to read, and where it is changed.
enum MyJobPage {
    static func show(_ visit: Visit) throws -> String {
        let myJob = try visit.ledger.myJob.current()
        var document = MyJobDocument.make(myJob, on: try visit.ledger.asking.today())
        document.sections.append(
            .init(
                "Change it",
                [
                    .list([
                        [.offer(.setUp), .soft(": in plain words")],
                        [.offer(.editJob), .soft(": all of it, with the rules by which work is read")],
                    ])
                ]))
        return visit.page(document, .myJob)
    }
}
