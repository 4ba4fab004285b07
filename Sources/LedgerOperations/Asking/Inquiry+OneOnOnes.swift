package import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// Recurring meetings of two, with what to bring to the next of each.
    package func oneOnOnes(_ period: Period) throws -> Answered<OneOnOnes> {
        let backstage = try backstage(period)
        var answer = OneOnOnes(
            backstage.answer, try value(period).answer, try scope(period).answer, backstage.base)
        answer.knowsMe = try !snapshot.me().isEmpty
        return Answered(answer, backstage.base)
    }
}
