import LedgerModel
import LedgerOperations
import Questions

/// What the routine writes beside the ledger: a page, and a draft mail for a week.
struct RoutineFiles {
    let ledger: Ledger

    /// A mail where the person's address is known; the page in any case, and last, since it says that all is done.
    /// Returns the names of the files.
    func write(week: Period, to folder: String) throws -> [String] {
        let (answer, base) = try ledger.reviewing.review(week)
        let files = try ReviewFiles(ledger, answer.page(base))
        let name = Reviewing.fileName(week: week)
        guard try ledger.reviewing.ownAddress() != nil else {
            try files.write(to: "\(folder)/\(name).html")
            return [name + ".html"]
        }
        try files.write(to: "\(folder)/\(name).eml")
        try files.write(to: "\(folder)/\(name).html")
        return [name + ".eml", name + ".html"]
    }

    func write(quarter: Period, to folder: String) throws -> [String] {
        let name = Reviewing.fileName(quarter: quarter)
        try ReviewFiles(ledger, ledger.reviewing.quarterAnswer(quarter).document()).write(to: "\(folder)/\(name).html")
        return [name + ".html"]
    }

    /// Writes kept reviews as the ledger has them now, in place of what they held. What nobody can write anew stays
    /// where it is not the routine's, and goes where it is.
    func writeAnew(_ reviews: [Forgetting.KeptReview]) {
        var written: [String] = []
        var gone: [String] = []
        for review in reviews where review.isRoutines {
            review.delete()
            do {
                switch review.subject {
                case .week(let week): _ = try write(week: week, to: review.folder)
                case .quarter(let quarter): _ = try write(quarter: quarter, to: review.folder)
                case .other: break
                }
                written.append(review.name)
            } catch {
                gone.append(review.name)
            }
        }
        let others = reviews.filter { !$0.isRoutines }.flatMap { review in review.endings.map(review.path) }
        if !written.isEmpty { Console.say("Written anew beside the ledger: \(Words.list(written)).") }
        if !gone.isEmpty {
            Console.say("Deleted beside the ledger, since it could not be written anew: \(Words.list(gone)).")
        }
        if !others.isEmpty {
            Console.say("Still hold it, and are not the routine’s: \(others.joined(separator: ", "))")
        }
    }
}
