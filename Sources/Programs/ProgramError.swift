/// Why a program gave no result, for the caller to say in the words of what it was asked for.
package enum ProgramError: Error, Hashable, Sendable {
    /// No folder on `PATH` holds it.
    case notFound
    /// The system did not start it, or lost touch with it.
    case notStarted
    /// Its time was up; it was ended.
    case tookTooLong
    /// It printed nothing for too long; it was ended.
    case wasSilent
    /// It printed more than is taken; it was ended.
    case printedTooMuch
}
