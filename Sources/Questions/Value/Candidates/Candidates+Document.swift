import LedgerModel

extension Candidates {
    /// The list in words: each with why it is in it, what it touched, who was there, and its pieces as figures.
    package func document() -> Document {
        var sections = list.enumerated().map { $1.section($0) }
        if let cause {
            sections.append(
                .init(
                    "An improvement that nobody has made yet",
                    [.paragraph([.figure(cause.count, cause.ref), .text(cause.rest)])]))
        }
        return Document(title: "Candidates for results", period: period.text, headline: headline, sections: sections)
    }

    private var headline: [Document.Span] {
        let none = leftOut.count == 0
        let what =
            list.isEmpty
            ? "Nothing in this period reads like a result"
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
    /// Its part of the list.
    ///
    /// - Parameter place: From 0.
    package func section(_ place: Int) -> Document.Section { .init("\(place + 1). \(wording)", blocks) }

    /// Why it is in the list, its figures where they are said, and the rest of what is known of it.
    fileprivate var blocks: [Document.Block] {
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
        let more = [
            span, touched.count > 1 ? "touched \(Words.list(touched))" : nil,
            people.isEmpty ? nil : "with \(Words.list(Array(people.prefix(3))))",
        ].compactMap { $0 }
        spans.append(.soft(more.joined(separator: "; ").sentence + "."))
        return [.paragraph(spans)]
    }

    private var span: String {
        first == last ? Period.date(first) : Period(since: first, until: last + 1).text
    }
}
