/// Why a request is turned away before it reaches the ledger.
enum Refusal: Error, Sendable {
    /// Without a session.
    case notIn
    /// By a name that is not ours.
    case wrongHost
    /// A form that no page of ours sent.
    case foreignForm
    /// A form without the token of its session.
    case staleForm
    case notAForm
    case tooLarge
    /// A link that was used, is too old, or was never made.
    case deadLink
    case noSuchPage
}
