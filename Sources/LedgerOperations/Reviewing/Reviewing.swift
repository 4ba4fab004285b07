import Attribution
package import LedgerModel
import LedgerStore
import LocalFiles
package import Questions
import Timeline
import TraceSources

/// Reviews of the week and the quarter, and the files in which they are saved.
package struct Reviewing: LedgerArea {
    let store: LedgerStore
    let world: World

    /// The week of a day. For `nil` it is this week from Friday on, and last week before that. Throws `.badPeriod` for
    /// a week in the future.
    package func reviewWeek(of day: CivilDay? = nil) throws(LedgerError) -> Period {
        let today = try today()
        let week = day.map(ReviewWeek.around) ?? ReviewWeek.due(on: today)
        guard week.since <= today else {
            throw LedgerError(
                .badPeriod, "that week is in the future", hint: "A week can be reviewed from its Monday on.")
        }
        return week
    }

    package func review(_ week: Period) throws(LedgerError) -> Answered<ReviewAnswer> {
        try Asking(self).inquire(.review(week)) { try $0.review(week) }
    }
}

extension Reviewing {
    /// What the routine has to write now, including what it missed on earlier days.
    package struct RoutineDue: Sendable {
        package var week: Period?
        package var quarter: Period?
    }

    /// A week is due from its Friday on, a quarter once it has ended, and neither if it is empty. `isWritten` says
    /// whether a file of that name exists.
    package func routineDue(isWritten: (String) -> Bool) throws(LedgerError) -> RoutineDue {
        let today = try today()
        let week = ReviewWeek.due(on: today)
        let quarter = QuarterAnswer.around(today.firstOfQuarter - 1)
        let zones = try self.zones(myJob())
        func holdsSomething(_ period: Period) throws(LedgerError) -> Bool {
            let range = Interval(zones.start(of: period.since), min(now, zones.start(of: period.until)))
            return try !store.read { try $0.ids(SearchQuery(), range: range, limit: 1) }.isEmpty
        }
        var due = RoutineDue()
        if !isWritten(Self.fileName(week: week) + ".html"), try holdsSomething(week) { due.week = week }
        if !isWritten(Self.fileName(quarter: quarter) + ".html"), try holdsSomething(quarter) { due.quarter = quarter }
        return due
    }

    /// `week-of-2026-03-16`
    package static func fileName(week: Period) -> String { "week-of-\(week.since.iso)" }

    /// `quarter-2026-Q1`
    package static func fileName(quarter: Period) -> String { "quarter-\(QuarterAnswer.name(quarter))" }

    /// The folder for reviews, which only the person can read. It is created if it is missing.
    package func reviewFolder(_ folder: String) throws(LedgerError) -> String {
        Folders.make(folder)
        guard Folders.isFolder(folder) else {
            throw LedgerError(
                .unwritable, "the folder for reviews cannot be created", location: folder,
                hint: "Check that you may write beside the ledger.")
        }
        return folder
    }
}

/// Saves reviews of weeks and quarters as files that only the person may read.
extension Reviewing {
    /// Writes a document in the format of the name's ending. Throws `.usage` if `press` does not know the ending.
    package func write(_ document: Document, to path: String, by press: ReviewPress) throws(LedgerError) {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        let text: String
        do throws(LedgerError) { text = try press(document, ending, try letterhead()) } catch {
            var error = error
            if error.location.isEmpty, error.hint.offers.isEmpty { error.location = path }
            throw error
        }
        do { try PrivateFile.write(Array(text.utf8), to: path, sparing: LedgerStore.files(of: store.path)) } catch {
            throw LedgerError(error)
        }
    }

    /// Saves the review of a week: a mail if the person’s address is known, and a page. The page comes last, because it
    /// is the sign that everything is written. Returns the names of the files.
    package func keep(week: Period, in folder: String, by press: ReviewPress) throws(LedgerError) -> [String] {
        let asked = try review(week)
        let endings = try ownAddress() == nil ? ["html"] : ["eml", "html"]
        return try keep(asked.answer.page(asked.base), Self.fileName(week: week), endings, folder, press)
    }

    /// Saves the review of a quarter.
    package func keep(quarter: Period, in folder: String, by press: ReviewPress) throws(LedgerError) -> [String] {
        try keep(quarterAnswer(quarter).document(), Self.fileName(quarter: quarter), ["html"], folder, press)
    }

    private func keep(
        _ document: Document, _ name: String, _ endings: [String], _ folder: String, _ press: ReviewPress
    ) throws(LedgerError) -> [String] {
        var files: [String] = []
        for ending in endings {
            files.append("\(name).\(ending)")
            try write(document, to: "\(folder)/\(name).\(ending)", by: press)
        }
        return files
    }

    private func letterhead() throws(LedgerError) -> Letterhead {
        let myJob = try myJob()
        return Letterhead(address: try ownAddress(), name: myJob.name, at: try zones(myJob).civil(now))
    }
}

extension Reviewing {
    /// The first mail address of the person that can be used in a mail.
    package func ownAddress() throws(LedgerError) -> String? {
        try store.read { try $0.me() }.first { $0.contains("@") }
    }
}

extension Reviewing {
    /// The quarter of a day, or the one to review now. Throws `.badPeriod` for a quarter in the future.
    package func quarter(of day: CivilDay? = nil) throws(LedgerError) -> Period {
        let today = try today()
        let quarter = day.map(QuarterAnswer.around) ?? QuarterAnswer.due(on: today)
        guard quarter.since <= today else {
            throw LedgerError(
                .badPeriod, "that quarter is in the future", hint: "Ask for one that has begun, such as 2026-Q1.")
        }
        return quarter
    }

    package func quarterAnswer(_ quarter: Period) throws(LedgerError) -> QuarterAnswer {
        try Asking(self).inquire(
            .periods { [quarter, QuarterAnswer.before(quarter, today: $0.today)] }
        ) { try $0.quarter(quarter) }
    }
}

extension Inquiry {
    /// A quarter with the one before it.
    package func quarter(_ quarter: Period) throws -> QuarterAnswer {
        let before = QuarterAnswer.before(quarter, today: today)
        return QuarterAnswer(quarter: quarter, now: try side(quarter), before: try side(before))
    }

    private func side(_ period: Period) throws -> QuarterAnswer.Side {
        QuarterAnswer.Side(
            scope: try scopeFigures(period), mine: try guardAnswer(period), picture: try picture(period),
            backstage: try backstage(period), value: try results(period))
    }
}
