import LedgerModel

/// One commit before it is written.
struct DemoCommit: Sendable {
    var project: DemoProject
    var at: Instant
    var author: DemoPerson
    var subject: String
    var body: String = ""
    var trailers: [String] = []
    var paths: [String]
    /// It was made on a branch that Dana merges at this time.
    var mergedAt: Instant?

    var message: String {
        ([subject, body, trailers.joined(separator: "\n")].filter { !$0.isEmpty }).joined(separator: "\n\n") + "\n"
    }
}
