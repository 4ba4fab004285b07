/// Something that can be done next, as a value: a surface says it as a command, a link or a button.
package enum Offer: Sendable, Hashable {
    // Beginning
    /// The five questions about one's job.
    case setUp
    case fiveLines
    case lookAround
    /// The made-up year in a ledger of its own.
    case lookAroundApart

    // Capture
    /// A note; its text is an example where none is known.
    case note(String = "…", minutes: Int? = nil)
    case startTimer(String)
    case stopTimer
    /// Says when a timer that was left open ended.
    case endTimer(PublicID)
    /// Takes away what was written by hand; nil for any piece.
    case remove(PublicID?)
    /// Erases a piece; nil for any.
    case forget(PublicID?)
    case correct(PublicID)
    case undo

    // Sources
    case sources
    /// What is known already, with ids.
    case sourceList
    case repository
    case calendar
    /// A calendar that is named where it lies.
    case calendarFile
    /// A calendar whose address is given once more.
    case calendarAddress
    case notes
    /// Notes that are named where they lie.
    case notesFile
    /// Known sources once more.
    case readAgain
    /// A newer file of a source that was dropped.
    case drop
    /// Takes a source out; nil for any.
    case removeSource(PublicID?)
    /// Says which address is one's own.
    case addAddress
    /// The addresses that are one's own.
    case addresses
    /// Lets git read a repository of somebody else's, at a path.
    case trustRepository(String)
    /// Lets git look for what is damaged in a repository at a path.
    case checkRepository(String)
    /// What the routine does, once.
    case runRoutine

    // My job
    case editJob
    case showJob
    /// Keeps that a measure is agreed.
    case agree(Agreement)
    /// Measures that may be agreed, whichever.
    case measures
    case sort
    /// What the rules match.
    case testRules

    // Looking
    case search(String)
    /// How a search is written.
    case searchWords
    /// Ids of pieces, by word or by day.
    case find
    case timeline
    case people
    /// Everything that is held about somebody, on its page or in a terminal.
    case held(PublicID)
    /// The same where a page has no room for it.
    case heldInTerminal(PublicID)
    case task
    case oneOnOnes

    // Results
    /// Keeps that somebody has heard of a result.
    case tell(Telling)
    case addResult
    /// The results on a page for whoever reads it.
    case report(for: String?)
    case results

    // Looking back
    case review
    /// The review of the week with this first day.
    case reviewWeek(CivilDay)
    /// A quarter by its name, as 2026-Q1.
    case quarter(String)

    // The ledger itself
    case doctor
    /// Saves what can be read of a damaged ledger at a path.
    case saveDamaged(String)
    /// What SQLite's own program can read of one.
    case recover(String)
    /// Restores what was saved into a new ledger.
    case restoreSaved
    case export
    /// Everything at a path, with what lies beside it.
    case eraseLedger(String)
    case serve
    /// A new link to a ledger that is served.
    case open

    /// A measure that can be agreed.
    package struct Agreement: Sendable, Hashable {
        /// Of the responsibility.
        package var key: String
        package var label: String
        /// With whom; nil for who decides.
        package var person: String?

        package init(_ item: Responsibility, with person: String? = nil) {
            self.init(key: item.key, label: item.label, with: person)
        }

        package init(key: String, label: String, with person: String? = nil) {
            self.key = key
            self.label = label
            self.person = person
        }
    }

    /// A result, and somebody who has not heard of it.
    package struct Telling: Sendable, Hashable {
        package var result: PublicID
        package var text: String
        package var person: String

        package init(_ result: Claim, to person: String) {
            self.init(result: result.id, text: result.text, to: person)
        }

        package init(result: PublicID, text: String, to person: String) {
            self.result = result
            self.text = text
            self.person = person
        }
    }
}
