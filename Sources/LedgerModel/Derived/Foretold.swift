/// Whether an event is only foretold: nobody knows whether it was.
///
/// A calendar speaks of what was up to the moment at which it was last true, and of what is to come after that. An event
/// of next month that is read today is a plan of its source; when next month has passed and nothing fresher was read,
/// nothing says that it took place, and it counts neither as time nor as a contact. The person’s own word, that it took
/// place or when, ends that.
package enum Foretold {
    /// Whether a piece at `at` lay ahead of everything that says it.
    ///
    /// - Parameter speaking: of each source that says it, until when it speaks of what was; `nil` for one that speaks of
    ///   all times. Empty for what no source says, which is the person’s own.
    package static func layAhead(_ at: Instant, speaking: [Instant?]) -> Bool {
        !speaking.isEmpty && speaking.allSatisfy { until in until.map { at > $0 } ?? false }
    }

    /// Whether what lay ahead is still only foretold after what the person said of it.
    package static func holds(layAhead: Bool, happened: Bool?, from: Instant?, until: Instant?) -> Bool {
        layAhead && happened == nil && from == nil && until == nil
    }

    package static func holds(layAhead: Bool, _ said: Correction?) -> Bool {
        holds(layAhead: layAhead, happened: said?.happened, from: said?.from, until: said?.until)
    }
}
