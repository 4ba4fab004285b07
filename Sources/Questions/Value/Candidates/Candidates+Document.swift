import LedgerModel

extension Candidates {
    /// The list in words: each with why it is in it, what it touched, who was there, and its pieces as figures.
    package func document() -> Document {
        var sections = list.enumerated().map { $1.section($0) }
        sections += [emptySection, causeSection].compactMap { $0 }
        return Document(title: "Candidates for results", period: period.text, headline: headline, sections: sections)
    }

    /// What the incidents have in common; `nil` if they have nothing.
    package var causeSection: Document.Section? {
        guard let cause else { return nil }
        return .init(
            "An improvement that nobody has made yet",
            [.paragraph([.figure(cause.count, cause.ref), .text(cause.rest)])])
    }

    /// Why there is none, and what to do next; `nil` if there are some.
    package var emptySection: Document.Section? {
        guard list.isEmpty else { return nil }
        let block: Document.Block =
            if !holdsPieces {
                .empty("No commit, meeting or note of yours is on record for these days.", .sources)
            } else if answered > 0 {
                .empty(
                    "\(Words.count(answered, "candidate was", "candidates were").sentence) kept, struck or put off.",
                    .results)
            } else {
                .empty(
                    "What is on record is routine, incidents or single steps. A line of your notes may be one, or "
                        + "something that you remember.",
                    holdsNotes ? .noteLines(in: nil) : .fiveLines)
            }
        return .init("", [block])
    }

    package var headline: [Document.Span] {
        let none = leftOut.count == 0
        let what =
            list.isEmpty
            ? (answered > 0 ? "No more candidates for results" : "Nothing in this period reads like a result")
            : "\(Words.count(list.count, "candidate").sentence) for results"
        var spans: [Document.Span] = [.text(what + ".")]
        if !none {
            spans += [
                .text(" "), .figure(Words.digits(leftOut.count, "piece"), leftOut),
                .text(" of work on incidents \(leftOut.count == 1 ? "is" : "are") left out."),
            ]
        }
        return spans
    }
}

extension Candidate {
    /// `Is this a result? “Restore takes an hour” (9 commits in tools within twelve days)`
    package var question: [Document.Span] {
        [.text("Is this a result? “"), .figure(wording, ref), .text("” "), .soft("(\(because))")]
    }

    /// Its part of the list.
    ///
    /// - Parameter place: From 0.
    package func section(_ place: Int) -> Document.Section { .init("\(place + 1). \(wording)", blocks) }

    /// Why it is in the list, its figures where they are said, and the rest of what is known of it.
    package var blocks: [Document.Block] {
        var spans: [Document.Span] = []
        var rest = because[...]
        var unsaid: [Figure] = []
        for figure in figures {
            guard let place = rest.firstRange(of: figure.text) else {
                unsaid.append(figure)
                continue
            }
            if place.lowerBound > rest.startIndex { spans.append(.text(String(rest[..<place.lowerBound]))) }
            spans.append(.figure(figure.text, figure.ref))
            rest = rest[place.upperBound...]
        }
        spans.append(.text("\(rest). "))
        for figure in unsaid { spans += [.figure(figure.text.sentence, figure.ref), .text("; ")] }
        let day = Period.date(first)
        let more = [
            // Said once is enough.
            first == last && because.hasSuffix(day) ? nil : span,
            touched.count > 1 ? "touched \(Words.list(touched))" : nil,
            people.isEmpty ? nil : "with \(Words.list(Array(people.prefix(3))))",
        ].compactMap { $0 }
        if !more.isEmpty { spans.append(.soft(more.joined(separator: "; ").sentence + ".")) }
        return [.paragraph(spans)]
    }

    private var span: String {
        first == last ? "on \(Period.date(first))" : Period(since: first, until: last + 1).text
    }
}
