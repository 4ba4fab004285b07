/// An answer with what it was made from: its words name the period and the zones, and its figures link to the evidence.
package struct Answered<Answer: PeriodAnswer>: Sendable {
    package let answer: Answer
    package let base: AnswerBase

    package init(_ answer: Answer, _ base: AnswerBase) {
        self.answer = answer
        self.base = base
    }

    package var document: Document { answer.document(base) }
}

/// The answer to a question about a period.
package protocol PeriodAnswer: Sendable {
    /// `base` is what the answer was made from.
    func document(_ base: AnswerBase) -> Document
}
