import LedgerModel

extension ValueAnswer {
    /// The report for someone who decides: results first, expected work in one row per system, no hours, and
    /// nothing that is only for the person. Every line names its evidence or is on the person's word.
    package func report(_ input: AnswerBase, person: String?, author: String) -> Document {
        let labels = MyJobLabels(input.myJob)
        let byObjective = Dictionary(grouping: results, by: { $0.objective ?? "" })
        var sections: [Document.Section] = input.myJob.objectives.filter { byObjective[$0.key] != nil }.map {
            objective in
            Document.Section(
                objective.label, (byObjective[objective.key] ?? []).map { claim in .paragraph(Self.line(claim)) })
        }
        let others = byObjective.filter { key, _ in !input.myJob.objectives.contains { $0.key == key } }
        for (key, claims) in others.sorted(by: { $0.key < $1.key }) {
            sections.append(
                Document.Section(labels.objective(key), claims.map { claim in .paragraph(Self.line(claim)) }))
        }
        let beyondPlan = claims.filter { $0.objective == nil }
        if !beyondPlan.isEmpty {
            sections.append(
                Document.Section("Other results", id: .besideThePlan, beyondPlan.map { .paragraph(Self.line($0)) }))
        }
        if let baseline = baselineSection(forOthers: true) { sections.append(baseline) }
        let vouched = claims.count { $0.evidence.isEmpty && $0.knownBy == nil }
        if vouched > 0 {
            sections.append(
                Document.Section(
                    "How this is known", id: .howKnown,
                    [.paragraph([.soft("* rests on the author’s word.")])]))
        }
        return Document(
            title: "Results" + (author.isEmpty ? "" : " of \(author)") + (person.map { ", for \($0)" } ?? ""),
            period: input.period.text, headline: reportHeadline(), sections: sections)
    }

    private func reportHeadline() -> [Document.Span] {
        guard !results.isEmpty else { return [.text("No result of this period serves an objective yet.")] }
        return [
            .text(
                "\(Words.count(results.count, "result").sentence) \(results.count == 1 ? "serves an objective" : "serve objectives") of this period."
            )
        ]
    }

    private static func line(_ claim: Claim) -> [Document.Span] {
        var spans: [Document.Span] = [.strong(claim.text)]
        if claim.text.last.map({ $0.isLetter || $0.isNumber }) == true { spans.append(.text(".")) }
        if let whom = claim.forWhom { spans.append(.text(" For \(whom)\(Words.stop(whom))")) }
        if let figure = claim.figure { spans.append(.text(" \(figure)\(Words.stop(figure))")) }
        if !claim.evidence.isEmpty {
            spans += [.text(" "), .figure(Words.digits(claim.evidence.count, "piece"), ref(claim))]
        } else if let known = claim.knownBy {
            spans.append(.soft(" Known from: \(known)\(Words.stop(known))"))
        } else {
            spans.append(.soft(" *"))
        }
        return spans
    }
}
