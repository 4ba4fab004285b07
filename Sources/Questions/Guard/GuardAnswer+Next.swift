import LedgerModel

extension GuardAnswer {
    /// Where the next hour for oneself has the best chance; nil while that is not known.
    func nextSection(_ input: AnswerBase) -> Document.Section? {
        guard let best = survival?.extremes?.best else { return nil }
        let hours = Words.list(
            best.minutes.count == 30 ? [best.label] : ["\(best.label) to \(ClockRange.clock(best.minutes.upperBound))"])
        return Document.Section(
            "Next", id: .next, onlyForYou: true,
            [
                .paragraph([
                    .text("Put one exact step for yourself on "), .strong(hours),
                    .text(": of all your possible hours the job leaves this one alone most often."),
                ])
            ])
    }
}
