import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The weekly review, partly filled in, as one form.
enum ReviewPage {
    static func show(_ visit: Visit) throws -> String {
        let week = try week(visit)
        let asked = try visit.ledger.reviewing.review(week)
        let (answer, base) = (asked.answer, asked.base)
        let asks = answer.blocks.map { week in
            ReviewView.Ask(
                week.question(base.zones)
                    + (week.blocks.count > 1
                        ? [.soft(" Or say it of each: "), .offer(.askOfBlocks(each: week.week.since))] : []),
                name: Self.blocks,
                choices: BlockWeek.answers.map { ($0.rawValue, $0.label) } + [("", "later")])
        }
        let tellings = answer.asked.map { asked in
            ReviewView.Ask(
                answer.question(asked, base.zones), name: told(asked.key), choices: [("yes", "yes"), ("", "not yet")])
        }
        let became = answer.became.map { question in
            ReviewView.Ask(
                question.spans, name: Self.became,
                choices: [Became.Word.stands, .gone].map { ($0.rawValue, $0.label) } + [("", "not now")],
                line: .init(Self.becameLine, "Or in your own words"))
        }
        let candidate = answer.candidate.map { candidate in
            ReviewView.Ask(
                candidate.question, name: Self.candidate(candidate.key),
                choices: Offer.CandidateWord.allCases.map { ($0.rawValue, $0.rawValue) } + [("", "not now")],
                line: .init(Self.candidateLine(candidate.key), "In these words", candidate.wording))
        }
        var document = asked.document
        if base.total.high == 0, base.sourceKinds.isEmpty {
            document.sections.append(.init("", [.empty("To look around first:", .lookAround)]))
        }
        let view = ReviewView(
            document: document, next: answer.next(base),
            asks: answer.isAsking ? ([asks] + tellings + [became, candidate]).compactMap { $0 } : nil,
            week: week.since.iso, lines: ReviewReplies.Prompt.allCases.map { (line($0), $0.question) })
        let layout = visit.layout(
            PageEntry.review.label, .review,
            period: links(week, base, hasEarlier: try visit.ledger.asking.holdsAnything(before: week.since)))
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }

    static let blocks = "blocks"
    static let became = "became"
    static let becameLine = "became-line"
    static func candidate(_ key: String) -> String { "candidate-\(key)" }
    static func candidateLine(_ key: String) -> String { "candidate-line-\(key)" }
    static func told(_ key: String) -> String { "told-\(key)" }
    static func line(_ line: ReviewReplies.Prompt) -> String { "line-\(line.rawValue)" }

    static func week(_ text: String?, _ ledger: Ledger) throws(LedgerError) -> Period {
        let today = try ledger.asking.today()
        let day = try text.map { (text: String) throws(LedgerError) in try Period.day(text, today: today) }
        return try ledger.reviewing.reviewWeek(of: day)
    }

    private static func week(_ visit: Visit) throws(LedgerError) -> Period {
        try week(visit.query["week"], visit.ledger)
    }

    private static func links(_ week: Period, _ base: AnswerBase, hasEarlier: Bool) -> PeriodLinks {
        func link(_ week: Period) -> PageLink { PageLink(week.text, "\(PageEntry.review.path)?week=\(week.since.iso)") }
        let next = ReviewWeek.around(week.until)
        return PeriodLinks(
            previous: hasEarlier ? link(ReviewWeek.around(week.since - 7)) : nil,
            next: next.since <= base.zones.day(of: base.now) ? link(next) : nil, lengths: [])
    }
}

/// All answers about a week, sent at once.
enum ReviewForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let week = try ReviewPage.week(fields["week"], visit.ledger)
        let answer = try visit.ledger.reviewing.review(week).answer
        var replies = ReviewReplies()
        replies.week = fields[ReviewPage.blocks].flatMap(BlockWord.init)
        for asked in answer.asked { replies.told[asked.key] = fields[ReviewPage.told(asked.key)] == "yes" }
        replies.became = BecameForm.reply(fields[ReviewPage.became], fields[ReviewPage.becameLine])
        if let candidate = answer.candidate { replies.candidate = reply(of: candidate, fields) }
        for line in ReviewReplies.Prompt.allCases { replies.lines[line] = fields[ReviewPage.line(line)] }
        return try visit.ledger.reviewing.finishReview(week, replies).sentence
    }

    /// Words that were changed are kept, also if nothing else was said.
    private static func reply(of candidate: Candidate, _ fields: Fields) -> ReviewReplies.CandidateReply? {
        let line = (fields[ReviewPage.candidateLine(candidate.key)] ?? "").trimmed
        let answer: ReviewReplies.CandidateAnswer? =
            switch fields[ReviewPage.candidate(candidate.key)] {
            case "keep": .keep(line)
            case "strike": .strike
            case "later": .later
            default: line.isEmpty || line == candidate.wording ? nil : .keep(line)
            }
        return answer.map { .init(candidate.key, $0) }
    }
}
