package import LedgerModel

extension KnownPeople {
    /// Who is called as My job says; a reader of whom nothing is known if nobody is, or several are.
    package func addressee(_ name: String?) -> Addressee {
        Addressee(name.flatMap(only(called:)), among: self)
    }
}
