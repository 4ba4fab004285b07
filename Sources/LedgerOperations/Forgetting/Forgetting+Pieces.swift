package import LedgerModel
import Questions

extension Forgetting {
    /// A piece of evidence or its whole series, to be forgotten or to keep its time only.
    package struct Pieces: Sendable, Hashable {
        package let id: PublicID
        package let title: String
        /// The number of pieces of the series, if that is meant as a whole.
        package var seriesCount: Int?
        /// Whether the times stay.
        package let keepsTimes: Bool

        init(id: PublicID, title: String, keepsTimes: Bool = false) {
            self.id = id
            self.title = title
            self.keepsTimes = keepsTimes
        }

        package var isSeries: Bool { seriesCount != nil }

        /// What will happen, as a warning beforehand.
        var notice: String {
            let named = title.isEmpty ? "" : " “\(title)”"
            guard let seriesCount else {
                return keepsTimes
                    ? "This keeps only the time of\(named.isEmpty ? " this piece" : named). Its title, text, tags and people go, in every version. It cannot be undone."
                    : "This erases\(named.isEmpty ? " this piece" : named) in every version. It cannot be undone."
            }
            let series = "\(Words.count(seriesCount, "piece")) of the series\(named)"
            return keepsTimes
                ? "This keeps only the times of \(series), and of what its source adds to it. Titles, texts, tags and people go, in every version. It cannot be undone."
                : "This erases \(series) in every version, and keeps out what its source adds to it. It cannot be undone."
        }
    }

    /// Takes what became private out of the files beside the ledger: the dropped calendars and the saved reviews.
    ///
    /// - Parameter press: Rewrites the reviews; without it they are deleted.
    func clean(
        holding titles: Set<String>, in sources: Set<Source>, by press: ReviewPress?
    ) throws(LedgerError) {
        for source in sources { try importing.takeOutPrivateParts(of: source) }
        let reviews = try savedReviews { titles.sorted() }
        guard let press else {
            for review in reviews where review.isRoutines { review.delete() }
            return
        }
        _ = renew(reviews, press)
    }
}

extension LedgerError {
    /// The error for notes and timers, which have no source.
    static let writtenByHand = LedgerError(
        .usage, "what you write yourself cannot be reduced to times",
        hint: "Remove single notes with \(offer: .remove(nil)) or \(offer: .forget(nil)).")
}
