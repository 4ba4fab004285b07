package import LedgerModel
import LedgerStore
package import Questions

/// What forgetting would take and leave, to be shown before it is done; the same on every surface.
package struct ForgettingPlan: Sendable {
    package let target: Forgetting.Forgettable
    /// What goes, a sentence each.
    package let goes: [String]
    /// What stays or cannot be reached.
    package let stays: [Stay]
    /// Reviews that the routine keeps and that hold it: they are written anew without it.
    package let reviews: [Forgetting.SavedReview]
    /// Dropped calendars that are kept beside the ledger and hold it: they are deleted when the person says so.
    package let files: [Source]
    /// Copies of the ledger from before, which may hold it: deleted when the person says so.
    package let backups: Int
    fileprivate let reach: ForgettingPreview

    /// Something that stays.
    package struct Stay: Sendable, Hashable {
        package var text: Advice
        /// What a search takes that lists where it stays.
        package var search: String?
    }

    /// What is to go besides.
    package struct Also: Sendable, Hashable {
        package var files: Bool
        package var backups: Bool

        package init(files: Bool, backups: Bool) { (self.files, self.backups) = (files, backups) }
    }

    /// Names of reviews that are written anew.
    package var renewed: [String] { reviews.filter(\.isRoutines).map(\.name) }
}

extension Forgetting {
    /// What would become of everything if `target` was forgotten.
    package func plan(_ target: Forgettable) throws(LedgerError) -> ForgettingPlan {
        let reach = try preview(of: target)
        let reviews = try savedReviews(holding: target)
        var stays = target.stays.map { ForgettingPlan.Stay(text: Advice($0)) }
        stays += reach.words.map { word in
            word.canBeSearched ? .init(text: Advice(word.fact), search: word.word) : .init(text: word.sentence)
        }
        stays += reach.places.map { .init(text: $0) }
        let others = reviews.filter { !$0.isRoutines }.map(\.name)
        if !others.isEmpty {
            stays.append(.init(text: "Other files in that folder may hold it and stay: \(Words.list(others))."))
        }
        return ForgettingPlan(
            target: target, goes: [target.notice] + reach.goes, stays: stays, reviews: reviews,
            files: try keptFiles(holding: target), backups: store.backups().count, reach: reach)
    }

    /// Forgets for good what the plan says. Returns what became of it and was not said before, a sentence each.
    ///
    /// - Parameter press: writes kept reviews anew.
    package func perform(
        _ plan: ForgettingPlan, _ also: ForgettingPlan.Also, by press: ReviewPress
    ) throws(LedgerError) -> [Advice] {
        let said = plan.reach.stays
        var sentences = try forget(plan.target).filter { !said.contains($0) }
        sentences += renew(plan.reviews, press)
        if !plan.files.isEmpty {
            let names = Words.list(plan.files.map(\.name))
            if also.files { Importing(self).deleteKeptFiles(of: plan.files) }
            sentences.append(
                also.files
                    ? "Deleted what was dropped for \(names)."
                    : "What was dropped for \(names), kept beside the ledger, still holds it.")
        }
        let backups = store.backups()
        if !backups.isEmpty {
            if also.backups { store.deleteBackups() }
            sentences.append(
                also.backups
                    ? "Deleted \(Words.digits(backups.count, "backup"))."
                    : "Backups still hold it: \(backups.joined(separator: ", "))")
        }
        return sentences
    }

    /// Writes kept reviews as the ledger has them now, in place of what they held. What nobody can write anew stays
    /// where it is not the routine’s, and goes where it is.
    private func renew(_ reviews: [SavedReview], _ press: ReviewPress) -> [Advice] {
        let reviewing = Reviewing(self)
        var (written, gone): ([String], [String]) = ([], [])
        for review in reviews where review.isRoutines {
            review.delete()
            do throws(LedgerError) {
                switch review.subject {
                case .week(let week): _ = try reviewing.keep(week: week, in: review.folder, by: press)
                case .quarter(let quarter): _ = try reviewing.keep(quarter: quarter, in: review.folder, by: press)
                case .other: break
                }
                written.append(review.name)
            } catch {
                gone.append(review.name)
            }
        }
        let others = reviews.filter { !$0.isRoutines }.flatMap { review in review.endings.map(review.path) }
        var sentences: [Advice] = []
        if !written.isEmpty { sentences.append("Written anew beside the ledger: \(Words.list(written)).") }
        if !gone.isEmpty {
            sentences.append(
                "Deleted beside the ledger, since it could not be written anew: \(Words.list(gone)).")
        }
        if !others.isEmpty {
            sentences.append("Still hold it, and are not the routine’s: \(others.joined(separator: ", "))")
        }
        return sentences
    }
}
