import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The tasks in the background and their results. It reloads itself until all are done.
enum WorkPage {
    static func show(_ visit: Visit) throws -> String {
        var visit = visit.elsewhere(PagePath.sourceWork)
        visit.received = nil
        // Without the box for notes: a reload would lose what is typed into it.
        var layout = visit.layout("What is being read", .sources)
        let fragment = try WorkView(visit).page(in: layout)
        if visit.tasks.isActive { layout.csrf = nil }
        return HTMLPage.render(fragment, in: layout)
    }
}

extension WorkView {
    init(_ visit: Visit) throws(LedgerError) {
        let asked = Dictionary(
            uniqueKeysWithValues: try visit.ledger.importing.questions().map { ($0.source.id, $0) })
        self.init(items: visit.tasks.list.map { Item($0, asked) })
    }
}

extension WorkView.Item {
    typealias Asked = (source: Source, questions: [CalendarQuestion])

    /// - Parameter asked: What calendars ask now; a task remembers what they asked when they were read.
    init(_ task: BackgroundTask, _ asked: [PublicID: Asked]) {
        self.init(id: task.id, title: task.work.title)
        switch task.state {
        case .waiting: state = .waiting
        case .running(let what, let done, let of):
            state = .running(what: what, done: done, of: of)
        case .over(.said(let text)): state = .over([.init(text: text)])
        case .over(.found(let found)):
            let new = found.found.filter { !$0.isKnown }.count
            let first = WorkView.Result(
                text: new == 0
                    ? "Nothing was found that is not already read."
                    : "\(Words.count(new, "source").sentence) found. Nothing is read until you choose.",
                link: new == 0 ? nil : PageLink("Choose", "/sources#found"))
            state = .over([first] + found.failures.map { WorkView.Result($0.error) })
        case .over(.failed(let error)): state = .over([.init(error)])
        case .over(.report(let report)):
            var results = report.outcomes.map { WorkView.Result($0, asked[$0.source.id]) }
            results += report.failures.map { WorkView.Result($0.error) }
            if results.isEmpty { results = [.init(text: "There was nothing to read.")] }
            state = .over(results)
        }
        canRetry = task.failed
    }
}

extension WorkView.Result {
    init(_ outcome: ImportOutcome, _ open: WorkView.Item.Asked?) {
        let shown = outcome.diagnostics.list.prefix(Self.mostWarnings)
        self.init(
            text: outcome.sentence,
            link: PageLink("See it", "/sources/\(outcome.source.id)"), remarks: outcome.remarks,
            warnings: shown.map { (place: $0.location, message: $0.message) },
            moreWarnings: outcome.diagnostics.total - shown.count)
        asked = open.map { open in AskedView(open.questions.map { .init(open.source, $0) }) }
    }

    init(_ error: LedgerError) {
        let place = error.location.isEmpty ? "" : "\(error.location): "
        self.init(text: place + error.message.sentenceEnd, hint: error.hint, isFailure: true)
    }

    private static let mostWarnings = 20
}

extension BackgroundTask {
    /// Trying again may help. A dropped file is gone, so it cannot be tried again.
    fileprivate var failed: Bool {
        if case .readDropped = work { return false }
        switch state {
        case .over(.failed): return true
        case .over(.report(let report)): return !report.failures.isEmpty
        default: return false
        }
    }
}

extension String {
    /// Ends with a full stop.
    var sentenceEnd: String { last.map { ".!?”".contains($0) } == true ? self : self + "." }
}

extension FoundView {
    init(_ id: Int, _ folder: String, _ plan: ImportPlan, _ times: TimeLabels) {
        self.init(
            look: id, folder: folder,
            items: (plan.likely + plan.rest).map { question in
                Item(
                    index: question.place, name: question.source.name, place: question.source.path,
                    what: question.source.what, last: question.source.last.map(times.date) ?? "",
                    isLikely: question.usual() != .leaveOut)
            }, rest: plan.restTitle, remarks: plan.remarks(listing: Self.most))
        guard let authors = plan.whose?.authors else { return }
        whose = Whose(
            title: ImportPlan.WhoseCommits.title, reason: ImportPlan.WhoseCommits.reason,
            choices: authors.map { .init(identity: $0.identity, label: $0.label, commits: $0.commits) })
    }
}
