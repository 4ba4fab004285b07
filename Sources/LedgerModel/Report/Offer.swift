/// Something that can be done next, as a value. A surface renders it as a command, a link or a button.
package enum Offer: Sendable, Hashable {
    // Beginning
    /// The five questions about one's job.
    case setUp
    case fiveLines
    case lookAround
    /// Looks at the invented year in a ledger of its own.
    case lookAroundApart

    // Capture
    /// Writes a note. The text is an example if none is known.
    case note(String = "…", minutes: Int? = nil)
    case startTimer(String)
    case stopTimer
    /// Says when a timer that was left open ended.
    case endTimer(PublicID)
    /// Removes a piece that the person wrote; `nil` for any piece.
    case remove(PublicID?)
    /// Erases a piece; `nil` for any piece.
    case forget(PublicID?)
    case correct(PublicID)
    case undo

    // Sources
    case sources
    /// Lists the known sources with their ids.
    case sourceList
    case repository
    case calendar
    /// Imports a calendar file by its path.
    case calendarFile
    /// Imports a calendar by giving its address again.
    case calendarAddress
    case notes
    /// Imports notes by their path.
    case notesFile
    /// Reads the known sources again.
    case readAgain
    /// Drops a newer file of a dropped source.
    case drop
    /// Removes a source; `nil` for any source.
    case removeSource(PublicID?)
    /// Says that the events of a calendar that name nobody else are work.
    case plansCount(PublicID)
    /// Lists what calendars ask.
    case calendarQuestions
    /// Adds an address of one's own.
    case addAddress
    /// Lists one's own addresses.
    case addresses
    /// Says that an address is not one's own.
    case notMine
    /// Lets git read a repository that somebody else owns, at a path.
    case trustRepository(String)
    /// Lets git look for damage in a repository at a path.
    case checkRepository(String)
    /// Runs the routine once.
    case runRoutine

    // My job
    case editJob
    case showJob
    /// Records that a measure is agreed.
    case agree(Agreement)
    /// Says that something is fine as it is.
    case fine(LeftSo)
    /// Ends that.
    case adviseAgain(LeftSo)
    /// Lists measures that could be agreed.
    case measures
    case sort
    /// Asks what kind of work pieces were.
    case kinds
    /// Shows what the rules match.
    case testRules

    // Looking
    case search(String)
    /// Explains how to write a search.
    case searchWords
    /// Finds the ids of pieces, by word or by day.
    case find
    case timeline
    case people
    /// Makes an address or a name of somebody a person of its own.
    case splitPerson(PublicID, String)
    /// Says who is one person, who is two, and who is a program.
    case sayOfPeople(PeopleWord)
    /// Asks about people who might be one, and again about those put off.
    case askOfPeople(again: Bool)
    /// Shows everything held about someone, on its page or in a terminal.
    case held(PublicID)
    /// The same in a terminal, if there is too much for a page.
    case heldInTerminal(PublicID)
    case task
    case oneOnOnes
    /// Says that an open line is done, or turned down.
    case tick(OpenTick)
    /// Keeps lines of a talk with somebody.
    case keepLines(Talk)
    /// Gives no advice about somebody.
    case rest(Talk)

    // Time for oneself
    /// Says what became of time set aside, or what could be such time.
    case sayOfBlocks(BlockSaying)
    /// Asks about blocks one key each, or about each block of the week that begins on a day.
    case askOfBlocks(each: CivilDay?)

    // Results
    /// Records that someone was told a result.
    case tell(Telling)
    case addResult
    /// Adds evidence to a result.
    case cite(PublicID)
    /// Keeps lines of notes as results: of those that a search finds, or of the last year.
    case noteLines(in: String?)
    /// Asks about candidates for results of a period, which may be known to be so many; of the present quarter if none
    /// is given.
    case candidates(count: Int? = nil, in: Days? = nil)
    case sayOfCandidate(CandidateSaying)
    /// Reports the results of a period, named by `Period.options`, on a page for its reader; of the present quarter if
    /// none is given.
    case report(for: String?, in: String?)
    case results

    // Looking back
    case review
    /// Reviews the week that begins on this day.
    case reviewWeek(CivilDay)
    /// Shows a quarter by its name, such as 2026-Q1.
    case quarter(String)

    // The ledger itself
    case doctor
    /// Saves what can still be read from a damaged ledger at a path.
    case saveDamaged(String)
    /// Recovers what SQLite's own program can read from one.
    case recover(String)
    /// Restores what was saved into a new ledger.
    case restoreSaved
    case export
    /// Erases everything at a path, and the files beside it.
    case eraseLedger(String)
    case serve
    /// Opens a new link to a ledger that is being served.
    case open

    /// Something that can be said of people.
    package enum PeopleWord: Sendable, Hashable {
        case one(PublicID, PublicID)
        case two(PublicID, PublicID)
        /// Not now; with only one where the question is about one.
        case later(PublicID, PublicID?)
        case person(PublicID)
        case program(PublicID)
    }

    /// Something that can be said of time set aside.
    package enum BlockSaying: Sendable, Hashable {
        /// Of the blocks of the week that begins on this day.
        case week(CivilDay, BlockWord)
        case block(PublicID, BlockWord)
        /// Of the planned events with this title.
        case plan(String, PlanAnswer)
    }

    /// What can be said of a candidate for a result in one word.
    package enum CandidateWord: String, Sendable, Hashable, CaseIterable {
        case keep, strike, later
    }

    /// Something that can be said of a candidate for a result.
    package struct CandidateSaying: Sendable, Hashable {
        /// Its name in a form.
        package var key: String
        package var word: CandidateWord
        /// Those of which it is a candidate.
        package var days: Days

        package init(_ key: String, _ word: CandidateWord, in days: Days) {
            (self.key, self.word, self.days) = (key, word, days)
        }
    }

    /// The days of a period.
    package struct Days: Sendable, Hashable {
        package var since: CivilDay
        /// The first day after them.
        package var until: CivilDay

        package init(since: CivilDay, until: CivilDay) { (self.since, self.until) = (since, until) }
    }

    /// A measure that can be agreed.
    package struct Agreement: Sendable, Hashable {
        /// The key of the responsibility.
        package var key: String
        package var label: String
        /// With whom it is agreed; `nil` for the person who decides.
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

    /// Something that can be left as it is.
    package struct LeftSo: Sendable, Hashable {
        package var what: Fine
        /// The words of the responsibility that it is about; empty if it is about none.
        package var label: String

        package init(_ what: Fine, label: String = "") { (self.what, self.label) = (what, label) }

        /// That its measure is not agreed.
        package init(_ item: Responsibility) { self.init(.agreement(item.key), label: item.label) }
    }

    /// A line of a note that stands open.
    package struct OpenTick: Sendable, Hashable {
        package var note: PublicID
        /// Its place in the note; `nil` if it is the only one.
        package var place: Int?
        package var words: String
        /// Whether it is turned down and not done.
        package var isDeclined = false

        package init(note: PublicID, place: Int?, words: String) {
            (self.note, self.place, self.words) = (note, place, words)
        }
    }

    /// Somebody of the ledger to talk with.
    package struct Talk: Sendable, Hashable {
        package var person: PublicID
        package var name: String

        package init(person: PublicID, name: String) { (self.person, self.name) = (person, name) }
    }

    /// A result and a person who has not heard of it.
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
