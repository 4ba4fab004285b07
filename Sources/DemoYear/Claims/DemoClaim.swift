package import LedgerModel

/// A result, with the searches that find its evidence.
package struct DemoClaim: Sendable, Hashable {
    package var text: String
    package var worth: Worth
    /// The key of an objective in My job.
    package var objective: String
    package var forWhom: String
    package var figure: String?
    package var knownBy: String
    package var at: Instant
    /// Searches in the syntax of `limelight search`. The newest hits of each are the evidence.
    package var cites: [String]
    package var told: [Telling]

    package struct Telling: Sendable, Hashable {
        /// The name of a person of My job.
        package var person: String
        package var at: Instant
        /// What they said back.
        package var heard: String?
    }
}
