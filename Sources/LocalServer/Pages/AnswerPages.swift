import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The pages of questions that show nothing but the document of the answer.
enum AnswerPages {
    static func scope(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.scope(choice.period)
        return visit.page(asked.document, .scope, choice)
    }

    static func time(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.guardAnswer(choice.period)
        var document = asked.document
        // The blocks of one week, each by itself, in place of the week.
        if let day = try visit.query["each"].map({ (text: String) throws(LedgerError) in
            try Period(text, today: visit.ledger.asking.today()).since
        }),
            let week = try visit.ledger.reviewing.openBlocks(of: day)
        {
            document.sections.removeAll { $0.id == .askedOfBlocks }
            document.sections.insert(contentsOf: week.sections(asked.base.zones), at: 0)
        }
        return visit.page(document, .guard, choice)
    }

    static func backstage(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.backstage(choice.period)
        return visit.page(asked.document, .backstage, choice)
    }

    static func oneOnOnes(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.oneOnOnes(choice.period)
        return asked.answer.meetings.isEmpty
            ? visit.page(asked.document, .oneOnOnes) : visit.page(asked.document, .oneOnOnes, choice)
    }
}

/// *What I changed*, with a button for each result that someone should hear of.
enum ValuePage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.value(choice.period)
        var document = asked.document
        // The page can answer in place of naming a command.
        if let place = document.sections.firstIndex(where: { $0.id == .candidates }) {
            document.sections.replaceSubrange(place...place, with: asked.answer.candidateQuestions())
        }
        return visit.page(document, .value, choice)
    }
}

/// *Where this leads*: the work of the year, or one task.
enum PicturePage {
    static func show(_ visit: Visit) throws -> String {
        guard let task = visit.query["task"] else {
            let choice = try PeriodChoice(visit)
            var document = try visit.ledger.asking.picture(choice.period).document
            // The page has a form in place of the section that names a command.
            document.sections.removeAll { $0.id == .task }
            return visit.page(document.headed(choice.aside), period: choice.links, TaskForm())
        }
        guard task.count <= Capture.longestNote else {
            throw LedgerError(.tooLarge, "the task is too long", hint: "One sentence is enough.")
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

/// A quarter in five questions, on one page that can be printed.
enum QuarterPage {
    static func show(_ visit: Visit) throws -> String {
        let today = try visit.ledger.asking.today()
        let asked = try visit.query["in"].map { (text: String) throws(LedgerError) in
            try Period(text, today: today).since
        }
        let quarter = try visit.ledger.reviewing.quarter(of: asked)
        func link(_ quarter: Period) -> PageLink {
            let name = QuarterAnswer.name(quarter)
            return PageLink(name, "\(PageEntry.quarter.path)?in=\(name)")
        }
        let next = QuarterAnswer.around(quarter.until)
        let links = PeriodLinks(
            previous: try visit.ledger.asking.holdsAnything(before: quarter.since)
                ? link(QuarterAnswer.around(quarter.since - 1)) : nil,
            next: next.since <= today ? link(next) : nil,
            lengths: [])
        return visit.page(try visit.ledger.reviewing.quarterAnswer(quarter).document(), .quarter, period: links)
    }
}
