package import LedgerModel
package import Questions

extension Ledger {
    /// Recurring meetings of two, with what to bring to the next of each.
    package func oneOnOnes(_ period: Period) throws(LedgerError) -> (OneOnOnes, AnswerBase) {
        let (backstage, base) = try backstage(period)
        return (OneOnOnes(backstage, try value(period).0, try scope(period).0, base), base)
    }
}
