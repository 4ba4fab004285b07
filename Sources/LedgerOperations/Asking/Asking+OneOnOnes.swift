package import LedgerModel
import LedgerStore
package import Questions

extension Asking {
    /// Recurring meetings of two, with what to bring to the next of each.
    package func oneOnOnes(_ period: Period) throws(LedgerError) -> (OneOnOnes, AnswerBase) {
        let (backstage, base) = try backstage(period)
        var answer = OneOnOnes(backstage, try value(period).0, try scope(period).0, base)
        answer.knowsMe = try !store.me().isEmpty
        return (answer, base)
    }
}
