package import LedgerModel
import LedgerStore
package import Questions

/// What forgetting would remove and leave, to show before it is done. The same on every surface.
package struct ForgettingPlan: Sendable {
    package let target: Forgetting.Forgettable
    /// What is removed, one sentence each.
    package let goes: [String]
    /// What stays or cannot be reached.
    package let stays: [Stay]
    /// The saved reviews that contain it. They are rewritten without it.
    package let reviews: [Forgetting.SavedReview]
    /// The dropped calendars beside the ledger that contain it. They are deleted if the person says so.
    package let files: [Source]
    /// The dropped calendars that contain it and are rewritten without it.
    package let rewritten: [Source]
    /// The number of older copies of the ledger, which may contain it. They are deleted if the person says so.
    package let backups: Int
    fileprivate let reach: ForgettingPreview

    /// Something that stays.
    package struct Stay: Sendable, Hashable {
        package var text: Advice
        /// The search that lists where it stays; `nil` if there is none.
        package var search: String?
    }

    /// What to delete in addition.
    package struct Also: Sendable, Hashable {
        package var files: Bool
        package var backups: Bool

        package init(files: Bool, backups: Bool) { (self.files, self.backups) = (files, backups) }
    }

    /// The names of reviews that are rewritten.
    package var renewed: [String] { reviews.filter(\.isRoutines).map(\.name) }

    /// The question before it is done.
    package var question: String { keepsTimes ? "Keep only the time?" : "Erase it?" }
    /// What is said when it was done.
    package var done: String { keepsTimes ? "Only the time is kept." : "Erased." }
    package var notDone: String { keepsTimes ? "Nothing was changed." : "Nothing was erased." }

    private var keepsTimes: Bool {
        if case .pieces(let pieces) = target { pieces.keepsTimes } else { false }
    }
}

extension Forgetting {
    /// The plan for forgetting `target`. Changes nothing.
    package func plan(_ target: Forgettable) throws(LedgerError) -> ForgettingPlan {
        let reach = try preview(of: target)
        let reviews = try savedReviews(holding: target)
        var stays = target.stays.map { ForgettingPlan.Stay(text: Advice($0)) }
        if case .person(let id, _, _, _) = target, reach.notes > 0 {
            let what =
                reach.notes == 1
                ? "The note that you wrote" : "\(Words.count(reach.notes).sentence) notes that you wrote"
            stays.append(
                .init(
                    text:
                        "\(what) with them \(reach.notes == 1 ? "stays" : "stay"), without the name. Forget what you would not want found",
                    search: SearchQuery(filters: [.init(.person, id.description), .init(.kind, "note")]).text))
        }
        stays += reach.words.map { word in
            word.canBeSearched ? .init(text: Advice(word.fact), search: word.word) : .init(text: word.sentence)
        }
        stays += reach.places.map { .init(text: $0) }
        let others = reviews.filter { !$0.isRoutines }.map(\.name)
        if !others.isEmpty {
            stays.append(.init(text: "Other files in that folder may contain it and stay: \(Words.list(others))."))
        }
        let files = try keptFiles(holding: target)
        let isPerson = if case .person = target { true } else { false }
        return ForgettingPlan(
            target: target, goes: [target.notice] + reach.goes, stays: stays, reviews: reviews,
            files: isPerson ? files : [], rewritten: isPerson ? [] : files, backups: store.backups().count,
            reach: reach)
    }

    /// Forgets for good what the plan says. Returns what happened beyond what the plan said, one sentence each.
    ///
    /// - Parameter press: Rewrites the saved reviews.
    package func perform(
        _ plan: ForgettingPlan, _ also: ForgettingPlan.Also, by press: ReviewPress
    ) throws(LedgerError) -> [Advice] {
        let said = plan.reach.stays
        var sentences = try forget(plan.target).filter { !said.contains($0) }
        for source in plan.rewritten { try importing.takeOutPrivateParts(of: source) }
        sentences += renew(plan.reviews, press)
        if !plan.files.isEmpty {
            let names = Words.list(plan.files.map(\.name))
            if also.files { importing.deleteKeptFiles(of: plan.files) }
            sentences.append(
                also.files
                    ? "Deleted what was dropped for \(names)."
                    : "What was dropped for \(names) and saved beside the ledger still contains it.")
        }
        let backups = store.backups()
        if !backups.isEmpty {
            if also.backups { store.deleteBackups() }
            sentences.append(
                also.backups
                    ? "Deleted \(Words.digits(backups.count, "backup"))."
                    : "Backups still contain it: \(backups.joined(separator: ", "))")
        }
        return sentences
    }

    /// Rewrites saved reviews from the present ledger. Files of the routine that cannot be rewritten are deleted; other
    /// files stay.
    func renew(_ reviews: [SavedReview], _ press: ReviewPress) -> [Advice] {
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
        if !written.isEmpty { sentences.append("Rewritten beside the ledger: \(Words.list(written)).") }
        if !gone.isEmpty {
            sentences.append(
                "Deleted beside the ledger, because it could not be rewritten: \(Words.list(gone)).")
        }
        if !others.isEmpty {
            sentences.append("Not written by the routine, and may still contain it: \(others.joined(separator: ", "))")
        }
        return sentences
    }
}
