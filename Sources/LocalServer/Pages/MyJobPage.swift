import HTTPTypes
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *My job*, and the ways to change it.
enum MyJobPage {
    static func show(_ visit: Visit) throws -> String {
        let myJob = try visit.ledger.myJob.current()
        var document = MyJobDocument.make(
            myJob, on: try visit.ledger.asking.today(), sources: try visit.ledger.asking.sourceNames())
        let fine = try visit.ledger.myJob.allFine()
        if !fine.isEmpty { document.sections.append(leftSo(fine)) }
        document.sections.append(
            .init(
                "Change it",
                [
                    .list([
                        [.offer(.setUp), .soft(": in plain words")],
                        [.offer(.editJob), .soft(": all of it, with the rules that say what work was for")],
                    ])
                ]))
        return visit.page(document, .myJob)
    }

    /// What there is no advice about, and the buttons that end that.
    private static func leftSo(_ fine: [(said: SaidFine, words: String)]) -> Document.Section {
        .init(
            "Fine as it is",
            [
                .list(
                    fine.map { item in
                        [
                            .text(
                                "No advice where \(item.words)\(item.said.until.map { ", until \(Period.date($0))" } ?? "")."
                            )
                        ]
                    }),
                .offers(.init(fine.map { .adviseAgain(.init($0.said.what, label: $0.words)) })),
            ])
    }
}

/// *My job* as text: saved if it can be read, otherwise returned as it was typed.
enum MyJobTextForm {
    /// The largest file of My job, and the rest of the form.
    static let longest = (1 << 20) + 4_096

    static func show(_ visit: Visit) throws -> String {
        let text = try visit.ledger.myJob.text()
        return page(visit, MyJobTextView(csrf: visit.csrf, stamp: contentHash(text), text: text))
    }

    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let typed = (fields["text"] ?? "").replacing("\r\n", with: "\n")
        let stands = try visit.ledger.myJob.text()
        do throws(LedgerError) {
            guard fields["stamp"] == contentHash(stands) else {
                throw LedgerError(
                    .changedMeanwhile, "My job was changed meanwhile; nothing was saved",
                    hint: "Your text is in the box. Compare it with My job, then send it again to save yours.")
            }
            let change = try visit.ledger.myJob.change(typed, fileName: "My job")
            guard !change.isEmpty else { return .said("Nothing changed.", at: nil) }
            guard change.takes.isEmpty || fields["sure"] == "yes" else {
                var view = MyJobTextView(csrf: visit.csrf, stamp: contentHash(stands), text: typed)
                view.problem = (
                    "Save this? Part of it cannot be undone.", Advice(change.takes.joined(separator: " "))
                )
                view.isSure = true
                return .again(page(visit, view), .ok)
            }
            try visit.ledger.myJob.keep(change, by: ReviewPaper.render)
            let shown = change.lines.prefix(5).joined(separator: ", ")
            let more = change.lines.count > 5 ? " and \(change.lines.count - 5) more" : ""
            return .said("Saved: \(shown)\(more).", at: nil)
        } catch {
            guard [.changedMeanwhile, .jobInvalid, .tooLarge].contains(error.code) else { throw error }
            var view = MyJobTextView(csrf: visit.csrf, stamp: contentHash(stands), text: typed)
            let place = error.location.isEmpty ? "" : "\(error.location): "
            view.problem = (place + error.message.sentenceEnd, error.hint)
            return .again(page(visit, view), error.status)
        }
    }

    private static func page(_ visit: Visit, _ view: MyJobTextView) -> String {
        visit.page(view.fragment, PageEntry.myJob.label, .myJob)
    }
}
