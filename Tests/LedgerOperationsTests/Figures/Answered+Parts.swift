import Questions

extension Answered {
    /// For tests that look at both.
    var parts: (Answer, AnswerBase) { (answer, base) }
}
