import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Where this leads*: the year's work, or one task.
enum PicturePage {
    static func show(_ visit: Visit) throws -> String {
        guard let task = visit.query["task"] else {
            let choice = try PeriodChoice(visit)
            var document = try visit.ledger.asking.picture(choice.period).document
            // The page has a form where the document names a command.
            document.sections.removeAll { $0.id == .task }
            return visit.page(document, period: choice.links, TaskForm())
        }
        guard task.count <= Capture.longestNote else {
            throw LedgerError(.tooLarge, "that task is too long", hint: "A sentence is enough.")
        }
        let name = visit.query["for"]
        let picture = try visit.ledger.asking.taskPicture(task, for: name)
        return visit.page(picture.document(), period: nil, TaskForm(task: task, name: name ?? ""))
    }
}

extension Visit {
    fileprivate func page(_ document: Document, period: PeriodLinks?, _ form: TaskForm) -> String {
        HTMLPage.render(document, in: layout(document.title, .picture, period: period), below: form.fragment)
    }
}
