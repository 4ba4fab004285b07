extension LedgerError {
    /// Of a file, by the name of its code, which those who read and write files share with the ledger.
    package init(file code: String, _ message: String, path: String, hint: String) {
        self.init(Code(rawValue: code) ?? .unreadable, message, location: path, hint: Advice(hint))
    }
}
