import LedgerModel

@testable import Renderings

extension Hostile {
    static func source(_ text: String) -> SourcesView.Source {
        SourcesView.Source(
            id: text, name: text, kind: text, locator: text, arena: text, pieces: 1, span: text, lastImport: text,
            isPrivate: true, warnings: 1)
    }

    static func found(_ text: String, _ isLikely: Bool) -> FoundView.Item {
        FoundView.Item(index: 3, name: text, place: text, what: text, last: text, isLikely: isLikely)
    }

    static func work(_ text: String) -> WorkView {
        var over = WorkView.Item(id: 1, title: text)
        over.state = .over([
            WorkView.Result(
                text: text, link: PageLink(text, text), hint: Advice(text), isFailure: true, warnings: [(text, text)],
                moreWarnings: 3)
        ])
        over.canRetry = true
        var running = WorkView.Item(id: 2, title: text)
        running.state = .running(what: text, done: 3, of: 7)
        return WorkView(items: [WorkView.Item(id: 3, title: text), running, over])
    }
}
