package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// The reviews that the routine keeps beside the ledger, and what they still hold.
extension Forgetting {
    /// A page that the routine wrote, and the draft mail that goes with it.
    package struct SavedReview: Sendable {
        package enum Subject: Sendable {
            case week(Period)
            case quarter(Period)
            /// Not the routine's, or of a time nobody can tell: it is left as it is.
            case other
        }

        package var subject: Subject
        /// Without ending: `week-of-2026-03-16`.
        package var name: String
        /// `html`, `eml` or both.
        package var endings: [String]
        package let folder: String

        package var isRoutines: Bool {
            if case .other = subject { false } else { true }
        }

        package func path(_ ending: String) -> String { "\(folder)/\(name).\(ending)" }

        /// Takes both files away; what cannot be written anew must not stay as it is.
        package func delete() {
            for ending in endings { FileName.remove(path(ending)) }
        }
    }

    /// Kept reviews that hold a piece's title, or a name or an address of a person. To be asked before forgetting.
    package func savedReviews(holding what: Forgettable) throws(LedgerError) -> [SavedReview] {
        let folder = Folders.absolute(store.path) + ".reviews"
        var held: [String: [String]] = [:]
        for ending in ["html", "eml"] {
            for file in Folders.files(in: folder, withExtension: ending) {
                held[PathName.stem(file), default: []].append(ending)
            }
        }
        // What a person is called is looked for in everything, so not for nothing.
        guard !held.isEmpty else { return [] }
        let words = try words(of: what).map(Self.squeezed).filter { $0.count >= 2 }
        guard !words.isEmpty else { return [] }
        return held.keys.sorted().compactMap { name in
            let review = SavedReview(
                subject: Self.subject(name), name: name, endings: held[name] ?? [], folder: folder)
            // The mail says what the page says, in a form that is not searched; alone it may hold anything.
            guard review.endings.contains("html") else { return review }
            return Self.page(review.path("html"), holdsOneOf: words) ? review : nil
        }
    }

    private func words(of what: Forgettable) throws(LedgerError) -> [String] {
        switch what {
        case .piece(_, let title): return [title]
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

    /// What cannot be read may hold anything.
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

    /// In small letters, with one space between words.
    private static func squeezed(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    fileprivate func after(_ start: String) -> String? { hasPrefix(start) ? String(dropFirst(start.count)) : nil }
}
