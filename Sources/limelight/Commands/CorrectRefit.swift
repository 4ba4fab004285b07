import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// `correct --refit`: shows what the next step of learning kinds of work would change, and makes it.
struct RefitRun {
    let ledger: Ledger
    let isJSON: Bool
    let asks: Bool

    func run() throws {
        let plan = try ledger.asking.learning()
        if isJSON { return Console.print(RefitOutput.json(plan)) }
        Console.print(RefitOutput.document(plan))
        guard plan.canLearn else { throw ExitCode(1) }
        guard !asks || Console.confirms("Learn it?") else {
            Console.note(
                Console.canAsk ? "Nothing was learned." : "Nothing was learned. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        try ledger.capture.learn(plan)
        Console.say("Learned, step \(plan.number). Nothing counts until you confirm it. To undo: limelight undo")
    }
}
