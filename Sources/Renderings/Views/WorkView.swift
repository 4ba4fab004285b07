package import LedgerModel

/// The tasks in the background and their results.
package struct WorkView: Sendable {
    package var items: [Item]

    package init(items: [Item]) { self.items = items }

    package struct Item: Sendable {
        package enum State: Sendable {
            case waiting
            case running(what: String, done: Int, of: Int?)
            case over([Result])
        }

        package var id: Int
        /// The title: `Reading work.ics`.
        package var title: String
        package var state = State.waiting
        /// Whether it failed and can be tried again.
        package var canRetry = false

        package init(id: Int, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// What was read from one source, or why it could not be read.
    package struct Result: Sendable {
        package var text: String
        package var link: PageLink?
        /// What to do, and what to know.
        package var remarks: [Advice]
        package var isFailure: Bool
        package var warnings: [(place: String, message: String)]
        package var moreWarnings: Int
        /// What a calendar asks.
        package var asked: AskedView?

        package init(
            text: String, link: PageLink? = nil, hint: Advice = "", remarks: [Advice] = [], isFailure: Bool = false,
            warnings: [(place: String, message: String)] = [], moreWarnings: Int = 0
        ) {
            self.text = text
            self.link = link
            self.remarks = hint.isEmpty ? remarks : [hint] + remarks
            self.isFailure = isFailure
            self.warnings = warnings
            self.moreWarnings = moreWarnings
        }

        func values(_ csrf: String) -> [String: Any] {
            let count = warnings.count + moreWarnings
            return [
                "text": text, "link": link.map { $0.values as Any } ?? false,
                "remarks": remarks.map { ["spans": $0.values] }, "failure": isFailure,
                "warned": filled(count == 0 ? nil : "\(count) \(count == 1 ? "warning" : "warnings")"),
                "warnings": warnings.map { ["place": $0.place, "message": $0.message] },
                "asked": asked?.fragment(csrf: csrf, here: PagePath.sourceWork).html ?? "",
                "rest": filled(moreWarnings > 0 ? "And \(moreWarnings) more." : nil),
            ]
        }
    }

    private var isActive: Bool {
        items.contains { item in
            if case .over = item.state { return false }
            return true
        }
    }

    /// As a section of a page; empty if there are no tasks.
    func fragment(in layout: PageLayout) -> Fragment {
        guard !items.isEmpty else { return .empty }
        return Templates.render(
            .work,
            [
                "items": items.map { values($0, layout.csrf ?? "") }, "active": isActive, "csrf": layout.csrf ?? "",
                "here": PageLink.local(layout.here), "workPage": PagePath.sourceWork,
            ])
    }

    /// As a page of its own.
    package func page(in layout: PageLayout) -> Fragment {
        let waiting = items.count { if case .over = $0.state { false } else { true } }
        let results = items.flatMap { item -> [Result] in
            if case .over(let results) = item.state { results } else { [] }
        }
        let failed = results.contains(where: \.isFailure)
        let done =
            failed && results.allSatisfy(\.isFailure) ? "Nothing was read." : "Done, except for the problems below."
        let title =
            items.isEmpty
            ? "Nothing is being read."
            : waiting > 0
                ? "This runs in the background; you can leave the page."
                : failed ? done : "Done."
        return Templates.render(
            .workPage,
            [
                "title": title, "work": fragment(in: layout).html, "active": isActive, "some": !items.isEmpty,
                "sort": PageEntry.sort.path,
            ])
    }

    private func values(_ item: Item, _ csrf: String) -> [String: Any] {
        var values: [String: Any] = [
            "id": "\(item.id)", "title": item.title, "retry": item.canRetry, "waiting": false, "running": false,
            "over": false, "results": [],
        ]
        switch item.state {
        case .waiting: values["waiting"] = true
        case .running(let what, let done, let of):
            values["running"] = true
            values["progress"] = filled(Self.progress(what, done, of))
            values["bar"] = of.map { ["done": "\(min(done, $0))", "of": "\(max(1, $0))"] as Any } ?? false
        case .over(let results):
            values["over"] = true
            values["results"] = results.map { $0.values(csrf) }
        }
        return values
    }

    /// `Work: 4000 of 20000`
    private static func progress(_ what: String, _ done: Int, _ of: Int?) -> String {
        if let of { return "\(what): \(done) of \(of)" }
        return done == 0 ? what : "\(what): \(done) read"
    }
}
