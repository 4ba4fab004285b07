import LedgerModel

/// Candidates beside the results: the best of them, or where they are.
extension ValueAnswer {
    /// The most that are shown beside results.
    private static let mostCandidates = 3

    private static let candidatesTitle = "Candidates for results"

    /// In words; `nil` if there is none.
    func candidateSection() -> Document.Section? {
        guard let best else { return nil }
        let list: [Document.Block] =
            best.list.isEmpty
            ? [] : [.list(best.list.map { [.strong($0.wording), .text(": "), .soft($0.because + ".")] })]
        return Document.Section(Self.candidatesTitle, id: .candidates, list + [.paragraph(best.more)])
    }

    /// As questions, for a page that can answer them.
    package func candidateQuestions() -> [Document.Section] {
        guard let best else { return [] }
        let head = Document.Section(Self.candidatesTitle, id: .candidates, [.paragraph(best.more)])
        let questions = best.list.map { candidate in
            let offers = Offer.CandidateWord.allCases.map {
                Offer.sayOfCandidate(.init(candidate.key, $0, in: best.days))
            }
            return Document.Section(candidate.wording, candidate.blocks + [.offers(.init(offers))])
        }
        return ([head] + questions).map { section in
            var section = section
            section.isWide = true
            return section
        }
    }

    private struct Best {
        /// None where they are asked for by themselves.
        var list: ArraySlice<Candidate>
        var days: Offer.Days
        /// The way to all.
        var more: [Document.Span]
    }

    private var best: Best? {
        if let period = candidatesApart {
            let days = Offer.Days(since: period.since, until: period.until)
            return Best(
                list: [], days: days,
                more: [.text("What of this period could be one: "), .offer(.candidates(in: days)), .text(".")])
        }
        guard let candidates, !candidates.list.isEmpty else { return nil }
        let days = Offer.Days(since: candidates.period.since, until: candidates.period.until)
        let all = Offer.candidates(count: candidates.list.count, in: days)
        return Best(
            list: candidates.list.prefix(Self.mostCandidates), days: days,
            more: [.text("Keep what changed something, with its evidence: "), .offer(all), .text(".")])
    }
}
