import LedgerModel
import Questions
import Renderings

/// What `correct --refit` shows.
enum RefitOutput {
    static func document(_ plan: KindLearning) -> Document { plan.document }

    static func json(_ plan: KindLearning) -> JSON {
        let changes = plan.changes.map { change -> JSON in
            [
                "id": .string(change.id.description), "title": .string(change.title),
                "seconds": .integer(change.seconds),
                "before": JSON(change.before?.rawValue), "after": JSON(change.after?.rawValue),
            ]
        }
        return AnswerJSON(plan.base) { $0.ids }.head("kind-learning") + [
            "step": JSON(plan.number), "said": JSON(plan.said), "by_rules": JSON(plan.ruled),
            "can_learn": .bool(plan.canLearn), "titles": JSON(plan.titles), "answered": JSON(plan.answered),
            "would_answer": JSON(plan.wouldAnswer), "changes": .array(changes),
        ]
    }
}
