import LedgerModel
import LedgerOperations
import Questions

/// Everything that was said of a week, sent at once.
enum ReviewForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let week = try ReviewPage.week(fields["week"], visit.ledger)
        let answer = try visit.ledger.reviewing.review(week).answer
        var replies = ReviewReplies()
        for block in answer.blocks {
            switch fields[ReviewPage.block(block.id)] {
            case "kept": replies.blocks[block.id] = true
            case "lost": replies.blocks[block.id] = false
            default: break
            }
        }
        for asked in answer.asked { replies.told[asked.key] = fields[ReviewPage.told(asked.key)] == "yes" }
        for line in ReviewReplies.Prompt.allCases { replies.lines[line] = fields[ReviewPage.line(line)] }
        return try visit.ledger.reviewing.finishReview(week, replies).sentence
    }
}
