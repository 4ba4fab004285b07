package import LedgerModel
import LedgerStore
package import Questions

package enum NextStep: Sendable {
    case setUp
    /// More than half of the job's time is not placed.
    case sort
    /// No source was read for this number of days.
    case sync(days: Int64)
    /// The weekly review is due.
    case review(Period)
    /// A source is out of date.
    case renew(OutdatedSource)
    case tell(ValueAnswer.Untold)
    /// There is a measure, but nobody who decides.
    case nameDecider
    /// A measure that was never agreed.
    case agree(Responsibility, with: String)
    case readSource
    case note

    /// The name for JSON.
    package var kind: String {
        switch self {
        case .setUp: "set-up"
        case .sort: "sort"
        case .sync: "sync"
        case .review: "review"
        case .renew: "renew"
        case .tell: "tell"
        case .nameDecider: "name-decider"
        case .agree: "agree"
        case .readSource: "read-source"
        case .note: "note"
        }
    }

    /// The step in words, without how to do it.
    package func words(_ zones: ZoneHistory) -> String {
        switch self {
        case .setUp: return "Say what you are judged on, in five questions"
        case .sync(let days): return "The sources were last read \(days) days ago; read them again"
        case .sort: return "Say what the hours were for, one key each"
        case .renew(let old): return old.words
        case .review(let week): return "Look back on the week of \(week.text), in a minute"
        case .tell(let item):
            let when = item.nextOccasion.map { " on \(Period.date(zones.day(of: $0.at)))" } ?? ""
            return "Tell \(item.person)\(when): \(item.claim.text)"
        case .nameDecider: return "Say who decides about you"
        case .agree(let item, let person):
            return "Agree with \(person) how “\(item.label)” is measured, then record it"
        case .readSource: return "Read a calendar or a repository"
        case .note: return "Note what changed today"
        }
    }

    package var offer: Offer? {
        switch self {
        case .setUp, .nameDecider: .setUp
        case .sort: .sort
        case .sync: .readAgain
        case .renew(let old): old.offer
        case .review: .review
        case .readSource: .sources
        case .note: .note(minutes: 50)
        case .agree(let item, _): .agree(.init(item))
        case .tell: nil
        }
    }

    /// What leaves it so, if it can be left.
    package var leave: Offer? {
        switch self {
        case .sync: .fine(.init(.sync))
        case .sort: .fine(.init(.sort))
        case .review: .fine(.init(.review))
        case .agree(let item, _): .fine(.init(item))
        case .setUp, .renew, .tell, .nameDecider, .readSource, .note: nil
        }
    }

    /// The step on one line, with its offer at the end if it has one.
    package func advice(_ zones: ZoneHistory) -> Advice {
        Advice(words(zones)) + (offer.map { ": \(offer: $0)" } ?? "")
    }
}

/// Ways to begin with an empty ledger, the shortest first.
package enum FirstSteps {
    package static let all: [(offer: Offer, why: String)] = [
        (.setUp, "what you are judged on, who decides about you, when you work"),
        (.sources, "calendars and repositories: listed first, read when you choose them"),
        (.fiveLines, "a page of results from your head alone, ready to print"),
        (.notes, "a brag document or a journal: dated lines become evidence"),
        (.oneOnOnes, "from a calendar: what to bring to each of them"),
    ]
}
