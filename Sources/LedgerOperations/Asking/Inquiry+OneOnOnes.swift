package import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// Recurring meetings of two, with what to bring to the next of each.
    package func oneOnOnes(_ period: Period) throws -> (OneOnOnes, AnswerBase) {
        let (backstage, base) = try backstage(period)
        var answer = OneOnOnes(backstage, try value(period).0, try scope(period).0, base)
        answer.knowsMe = try !snapshot.me().isEmpty
        return (answer, base)
    }
}
