package import LedgerModel

/// The report for someone who decides: results first, expected work in one row per system, no hours, and nothing that is
/// only for the person. Every line names its evidence or is on the person's word.
///
/// A result is sayable to the reader of its report, since the person wrote it for one. The labels of My job are said
/// unless they name somebody else.
package struct ValueReport: Sendable {
    package var title: Sayable
    package var period: Period
    package var lines: [Line]
    /// What ran as expected, in one line; empty if it is left out.
    package var baseline: [Expected]
    /// The number of results that serve an objective.
    package var served: Int
    /// The headings of the results, in the order of My job.
    private var headings: [(key: String, label: Sayable)]

    package struct Line: Sendable {
        package var id: PublicID
        package var worth: Worth?
        /// The key of the objective under whose label it is; `nil` for another result.
        package var objective: String?
        package var text: Sayable
        package var forWhom: Sayable?
        package var figure: Sayable?
        package var knownBy: Sayable?
        package var evidence: [PublicID]

        fileprivate init(_ claim: Claim, to reader: Addressee, objective: String?) {
            id = claim.id
            worth = claim.worth
            self.objective = objective
            text = reader.reported(claim.text)
            forWhom = claim.forWhom.map(reader.reported)
            figure = claim.figure.map(reader.reported)
            knownBy = claim.knownBy.map(reader.reported)
            evidence = claim.evidence
        }
    }

    /// A row of what ran as expected.
    package struct Expected: Sendable {
        package var name: Sayable
        package var row: ValueAnswer.Expected
    }
}

extension ValueReport {
    /// - Parameter isWithBaseline: Whether it says what ran as expected.
    package init(_ answer: ValueAnswer, _ input: AnswerBase, to reader: Addressee, isWithBaseline: Bool = true) {
        let labels = MyJobLabels(input.myJob)
        let author = reader.author(input.myJob)
        let whose: Sayable = author.text.isEmpty ? "Results" : "Results of \(author)"
        title = reader.name.map { "\(whose), for \($0)" } ?? whose
        period = input.period
        served = answer.results.count
        let known = input.myJob.objectives.map(\.key)
        let keys = Set(answer.claims.compactMap(\.objective))
        headings = (known.filter(keys.contains) + keys.subtracting(known).sorted()).compactMap { key in
            reader.label(labels.objective(key)).map { (key, $0) }
        }
        let shown = Set(headings.map(\.key))
        lines = answer.claims.map { claim in
            Line(claim, to: reader, objective: claim.objective.flatMap { shown.contains($0) ? $0 : nil })
        }
        baseline =
            isWithBaseline
            ? answer.baseline.filter { $0.system.isResponsibility && $0.ref.count > 0 }.compactMap { row in
                reader.label(row.name).map { Expected(name: $0, row: row) }
            } : []
    }

    /// What rests on nothing but the author's own notes is on their word for a reader, who sees none of them.
    package mutating func restOnWord(_ notes: Set<PublicID>) {
        for index in lines.indices where !lines[index].evidence.isEmpty {
            if lines[index].evidence.allSatisfy(notes.contains) { lines[index].evidence = [] }
        }
    }

    package func handout() -> Handout {
        var sections = headings.map { heading in section(heading.label, of: heading.key) }
        if lines.contains(where: { $0.objective == nil }) {
            sections.append(section(headings.isEmpty ? "Results" : "Other results", id: .besideThePlan, of: nil))
        }
        if !baseline.isEmpty { sections.append(expected) }
        if lines.contains(where: { $0.evidence.isEmpty && $0.knownBy == nil }) {
            sections.append(
                .init("How this is known", id: .howKnown, [.paragraph([.soft("* rests on the author’s word.")])]))
        }
        let verb: Sayable = served == 1 ? "serves an objective" : "serve objectives"
        let results = Sayable(served, "result").sentence
        return Handout(
            title: title, period: Sayable(period),
            headline: served > 0
                ? "\(results) in this period \(verb)."
                : lines.isEmpty
                    ? "No result in this period is written down yet."
                    : "\(Sayable(lines.count, "result").sentence) in this period.",
            sections: sections)
    }

    private func section(_ title: Sayable, id: SectionID? = nil, of objective: String?) -> Handout.Section {
        .init(title, id: id, lines.filter { $0.objective == objective }.map { .paragraph(Self.spans($0)) })
    }

    /// One line in all: each system with its pieces, and the days without an incident where a source would show one.
    private var expected: Handout.Section {
        var spans: [Handout.Span] = []
        for (index, item) in baseline.enumerated() {
            if index > 0 { spans.append(.text("; ")) }
            spans += [
                .text("\(item.name): "), .figure(Sayable(item.row.ref.count, "piece", inDigits: true), item.row.ref),
                .text(" of work"),
            ]
            guard let incidents = item.row.incidents else { continue }
            spans.append(
                .text(
                    ", \(Sayable(incidents.quiet)) of \(Sayable(incidents.known, "day", inDigits: true)) without an incident"
                ))
        }
        return .init("Ran as expected", id: .baseline, [.paragraph(spans + [.text(".")])])
    }

    private static func spans(_ line: Line) -> [Handout.Span] {
        var spans: [Handout.Span] = [.strong(line.text)]
        if line.text.text.last.map({ $0.isLetter || $0.isNumber }) == true { spans.append(.text(".")) }
        if let whom = line.forWhom { spans.append(.text(" For \(whom.stopped)")) }
        if let figure = line.figure { spans.append(.text(" \(figure.stopped)")) }
        if !line.evidence.isEmpty {
            spans += [.text(" "), .figure(Sayable(line.evidence.count, "piece", inDigits: true), ref(line))]
        } else if let known = line.knownBy {
            spans.append(.soft(" Known from: \(known.stopped)"))
        } else {
            spans.append(.soft(" *"))
        }
        return spans
    }

    private static func ref(_ line: Line) -> EvidenceRef {
        EvidenceRef(
            count: line.evidence.count, ids: line.evidence,
            query: SearchQuery(filters: [.init(.claim, line.id.description)]).text)
    }
}
