import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

/// One session of questions about time set aside: what became of each week, then what could be such time.
struct BlockTalk {
    private enum Question {
        case week(BlockWeek)
        case block(GuardAnswer.Block)
        case plan(BlockCandidate)

        /// So that a question that was put off is not asked again in the session.
        var id: String {
            switch self {
            case .week(let week): week.week.since.iso
            case .block(let block): block.id.description
            case .plan(let plan): plan.id
            }
        }
    }

    let ledger: Ledger
    /// Any day of a week whose blocks are asked about one by one; `nil` to ask about all that is open.
    let each: CivilDay?
    private let hasKeys = Console.canAsk
    private var later: Set<String> = []
    /// How many answers of this session were not undone.
    private var answers = 0

    init(ledger: Ledger, each: CivilDay?) {
        self.ledger = ledger
        self.each = each
    }

    mutating func begin() throws {
        guard var question = try next() else {
            Console.say("There is nothing to ask about time for you.")
            throw ExitCode(1)
        }
        let zones = try ledger.asking.zones()
        repeat {
            let spans: [Document.Span] =
                switch question {
                case .week(let week): week.question(zones)
                case .block(let block): block.question(zones)
                case .plan(let plan): plan.question
                }
            Console.print(
                Document(title: "", headline: spans, sections: [.init("", [.paragraph([.soft(keys(question))])])]))
            guard try hear(question) else { break }
            guard let following = try next() else { break }
            question = following
        } while true
        Console.say("\(Words.count(answers, "answer").sentence).")
    }

    private func next() throws -> Question? {
        if let each {
            let blocks = try ledger.reviewing.openBlocks(of: each)?.blocks ?? []
            return blocks.map(Question.block).first { !later.contains($0.id) }
        }
        let open = try ledger.reviewing.blockQuestions()
        return (open.weeks.map(Question.week) + open.plans.map(Question.plan)).first { !later.contains($0.id) }
    }

    private func keys(_ question: Question) -> String {
        let labels =
            if case .plan = question { PlanAnswer.allCases.map(\.label) } else { BlockWeek.answers.map(\.label) }
        return labels.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ") + ", l later, u undo, q quit"
    }

    /// Reads answers until one settles the question; false to stop.
    private mutating func hear(_ question: Question) throws -> Bool {
        while let word = Console.answer(hasKeys)?.lowercased() {
            switch word {
            case "q", "quit": return false
            case "": continue
            case "l", "later":
                later.insert(question.id)
                return true
            case "u", "undo":
                if try undo() { return true }
            default:
                if try answer(question, word) {
                    answers += 1
                    return true
                }
                Console.note("“\(word.prefix(40))” is not one of the answers.")
            }
        }
        return false
    }

    /// False if the word is not one of the answers. An answer is its number or its name.
    private func answer(_ question: Question, _ word: String) throws -> Bool {
        func chosen<Answer: RawRepresentable<String>>(_ all: [Answer]) -> Answer? {
            all.enumerated().first { word == "\($0.offset + 1)" || word == $0.element.rawValue }?.element
        }
        switch question {
        case .plan(let plan):
            guard let answer = chosen(PlanAnswer.allCases) else { return false }
            Console.say("“\(try ledger.myJob.answer(plan: plan.title, answer))”: \(answer.label).")
        case .block(let block):
            guard let answer = chosen(BlockWeek.answers) else { return false }
            Console.say("“\(try ledger.reviewing.answerBlock(block.id.description, answer))”: \(answer.label).")
        case .week(let week):
            guard let answer = chosen(BlockWeek.answers) else { return false }
            let count = try ledger.reviewing.answerBlocks(ofWeek: week.week.since, answer)
            Console.say("\(Words.count(count, "block").sentence): \(answer.label).")
        }
        return true
    }

    private mutating func undo() throws -> Bool {
        guard answers > 0 else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        Console.say("Undone: \(try ledger.keeping.undo().sentence).")
        answers -= 1
        later.removeAll()
        return true
    }
}
