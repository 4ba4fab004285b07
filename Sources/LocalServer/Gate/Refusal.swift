import LedgerModel

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

    /// What `look` finds; there is no such page where the ledger holds nothing of the kind, or what it holds cannot be
    /// meant. What else goes wrong keeps its name.
    static func finding<Value>(
        absent: Set<LedgerError.Code> = [.notFound], _ look: () throws(LedgerError) -> Value
    ) throws -> Value {
        do throws(LedgerError) { return try look() } catch {
            throw absent.contains(error.code) ? noSuchPage : error as any Error
        }
    }
}
