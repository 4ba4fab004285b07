package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// The reviews that the routine saved beside the ledger, which may contain what is being forgotten.
extension Forgetting {
    /// A page that the routine wrote, and its draft mail.
    package struct SavedReview: Sendable {
        package enum Subject: Sendable {
            case week(Period)
            case quarter(Period)
            /// Not written by the routine, or of an unknown time. It is left as it is.
            case other
        }

        package var subject: Subject
        /// The file name without its ending: `week-of-2026-03-16`.
        package var name: String
        /// `html`, `eml` or both.
        package var endings: [String]
        package let folder: String

        package var isRoutines: Bool {
            if case .other = subject { false } else { true }
        }

        package func path(_ ending: String) -> String { "\(folder)/\(name).\(ending)" }

        /// Deletes both files.
        package func delete() {
            for ending in endings { FileName.remove(path(ending)) }
        }
    }

    /// The saved reviews that contain a piece's title, or a name or address of a person. Must be called before
    /// forgetting.
    package func savedReviews(holding what: Forgettable) throws(LedgerError) -> [SavedReview] {
        try savedReviews { () throws(LedgerError) in try words(of: what) }
    }

    /// - Parameter list: The words; not asked for if there are no reviews.
    func savedReviews(
        holdingOneOf list: () throws(LedgerError) -> [String]
    ) throws(LedgerError) -> [SavedReview] {
        let folder = Folders.absolute(store.path) + ".reviews"
        var held: [String: [String]] = [:]
        for ending in ["html", "eml"] {
            for file in Folders.files(in: folder, withExtension: ending) {
                held[PathName.stem(file), default: []].append(ending)
            }
        }
        // Skip the costly search for names if there are no files.
        guard !held.isEmpty else { return [] }
        let words = try list().map(Self.squeezed).filter { $0.count >= 2 }
        guard !words.isEmpty else { return [] }
        return held.keys.sorted().compactMap { name in
            let review = SavedReview(
                subject: Self.subject(name), name: name, endings: held[name] ?? [], folder: folder)
            // The mail has the same content as the page in a form that is not searched. A mail without a page may
            // contain anything.
            guard review.endings.contains("html") else { return review }
            return Self.page(review.path("html"), holdsOneOf: words) ? review : nil
        }
    }

    private func words(of what: Forgettable) throws(LedgerError) -> [String] {
        switch what {
        case .pieces(let pieces):
            return try store.read { try $0.titles(of: pieces.id, wholeSeries: pieces.isSeries) }.sorted()
        case .person(let id, let name, _, _):
            return try [name] + store.read { try $0.names(of: id) }
                + store.read { try $0.preview(forgetting: id) }.alone
        }
    }

    private static func subject(_ name: String) -> SavedReview.Subject {
        if let day = name.after("week-of-").flatMap({ CivilDay(iso: $0) }) {
            let week = ReviewWeek.around(day)
            return Reviewing.fileName(week: week) == name ? .week(week) : .other
        }
        guard let text = name.after("quarter-"), let day = try? Period(text, today: CivilDay(number: 0)).since else {
            return .other
        }
        let quarter = QuarterAnswer.around(day)
        return Reviewing.fileName(quarter: quarter) == name ? .quarter(quarter) : .other
    }

    /// Whether a page contains one of the words. True if it cannot be read, since it may contain anything.
    private static func page(_ path: String, holdsOneOf words: [String]) -> Bool {
        guard let bytes = try? LedgerFiles.read(path, limit: largestPage) else { return true }
        var text = String(decoding: bytes, as: UTF8.self)
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: character)
        }
        let page = Array(squeezed(text).utf8)
        return words.contains { page.position(of: Array($0.utf8)) != nil }
    }

    private static let largestPage = 16 << 20

    /// The text in lower case, with single spaces between words.
    private static func squeezed(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    fileprivate func after(_ start: String) -> String? { hasPrefix(start) ? String(dropFirst(start.count)) : nil }
}
