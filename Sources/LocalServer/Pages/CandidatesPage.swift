import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Candidates*: what of a period may be a result, best first, each with what can be said of it.
enum CandidatesPage {
    static func show(_ visit: Visit) throws -> String { try page(visit, PeriodChoice(visit), nil) }

    /// - Parameter problem: The form as it was sent, and why it could not be saved.
    static func page(
        _ visit: Visit, _ choice: PeriodChoice, _ problem: (fields: Fields, error: LedgerError)?
    ) throws -> String {
        let (found, pieces) = try visit.ledger.asking.inquire { inquiry in
            let found = try inquiry.candidates(choice.period)
            let pieces = try inquiry.glimpses(found.list.flatMap(\.pieces)).mapValues { hit in
                CandidatesView.Piece(id: hit.id, day: Period.date(inquiry.zones.day(of: hit.at)), title: hit.title)
            }
            return (found, pieces)
        }
        var view = CandidatesView(found, heading: choice.heading, pieces: pieces)
        view.problem = problem.map { fields, error in
            let key = fields["candidate"] ?? ""
            let candidate = found.list.first { $0.key == key }
            return .init(
                (error.notice.title, error.notice.message), key: key, typed: fields["text"],
                ticked: candidate.map { CandidatesForm.leaving($0, fields) } ?? [])
        }
        let layout = visit.layout("Candidates", .value, period: choice.links)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }
}

/// Says one thing of one candidate.
enum CandidatesForm {
    static let form: Form = {
        var form = Form(path: PagePath.candidates, isUndoable: true, reply: act)
        // A box for each piece.
        form.fieldLimit = Candidate.mostPieces + 16
        return form
    }()

    /// The pieces that are ticked to leave.
    static func leaving(_ candidate: Candidate, _ fields: Fields) -> Set<PublicID> {
        Set(candidate.pieces.filter { fields[CandidatesView.name($0)] != nil })
    }

    private static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let today = try visit.ledger.asking.today()
        let chosen = ChosenPeriod(
            try Period(in: nil, since: fields["since"], until: fields["until"], today: today))
        do throws(LedgerError) {
            return .said(try say(visit, chosen.period, fields), at: nil)
        } catch {
            guard [.usage, .notFound, .changedMeanwhile].contains(error.code) else { throw error }
            let page = visit.elsewhere(
                PagePath.candidates(.init(since: chosen.period.since, until: chosen.period.until)))
            let choice = PeriodChoice(
                path: PagePath.candidates, chosen: chosen, today: today, lengths: PeriodChoice.ofAnswers)
            return .again(try CandidatesPage.page(page, choice, (fields, error)), error.status)
        }
    }

    /// Returns what was done, in words.
    private static func say(_ visit: Visit, _ period: Period, _ fields: Fields) throws(LedgerError) -> String {
        let list = try visit.ledger.asking.candidates(period).list
        guard let place = list.firstIndex(where: { $0.key == fields["candidate"] }) else { throw changed }
        let (candidate, results) = (list[place], visit.ledger.results)
        switch fields["act"] {
        case "keep":
            // Without a box, in its own words. A result is one sentence, and its box has two rows.
            let text = (fields["text"] ?? candidate.wording).split(whereSeparator: \.isNewline).joined(separator: " ")
            _ = try results.keep(candidate, wording: text)
            return "Kept: “\(text.trimmed)”, on \(Words.count(candidate.pieces.count, "piece"))."
        case "strike":
            _ = try results.strike(candidate)
            return "“\(candidate.wording)” is no result. It is not offered again."
        case "later":
            _ = try results.later(candidate)
            return
                "“\(candidate.wording)” is for later: it is offered again in \(Words.count(Int(Results.putOff / 7), "week"))."
        case "merge":
            guard place > 0, list[place - 1].key == fields["above"] else { throw changed }
            _ = try results.merge(candidate, with: list[place - 1])
            return "“\(candidate.wording)” is one with “\(list[place - 1].wording)”."
        case "split":
            let leaving = leaving(candidate, fields)
            _ = try results.split(candidate, leaving: leaving)
            return "\(Words.count(leaving.count, "piece").sentence) taken out of “\(candidate.wording)”."
        default:
            throw LedgerError(
                .usage, "the form does not say what to do with the candidate", hint: "Load the page again.")
        }
    }

    private static var changed: LedgerError {
        LedgerError(
            .changedMeanwhile, "the candidates have changed since this page was loaded; nothing was saved",
            hint: "They are as they are now below.")
    }
}
