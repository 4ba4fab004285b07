package import LedgerModel

/// What keys of My job are called on screen.
package struct MyJobLabels: Sendable {
    /// By kind and key: `objective/growth`.
    let labels: [String: String]

    package init(_ myJob: MyJob) {
        var labels: [String: String] = [:]
        for item in myJob.responsibilities { labels["responsibility/\(item.key)"] = item.label }
        for item in myJob.objectives { labels["objective/\(item.key)"] = item.label }
        for item in myJob.skills { labels["skill/\(item.key)"] = item.label }
        for item in myJob.notMine {
            labels["responsibility/\(Meaning.notMine):\(item.key)"] = "not mine: \(item.label)"
        }
        self.labels = labels
    }

    package func responsibility(_ key: String) -> String { labels["responsibility/\(key)"] ?? key }
    /// Also of what one is judged on: a claim may count for that where it serves no objective.
    package func objective(_ key: String) -> String {
        labels["objective/\(key)"] ?? labels["responsibility/\(key)"] ?? key
    }
    package func skill(_ key: String) -> String { labels["skill/\(key)"] ?? key }
}
