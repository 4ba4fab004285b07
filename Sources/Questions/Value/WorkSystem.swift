package import LedgerModel

/// A system that runs: a responsibility of My job; for work in none of them the repository; else what remains.
///
/// So a repository that a rule gives to a responsibility is one line with the meetings and notes of it, and without
/// any rule each repository is a line of its own.
package struct WorkSystem: Sendable, Hashable {
    /// The key of a responsibility, `mine`, or empty for what nothing has placed.
    package let responsibility: String
    /// Empty for a responsibility.
    package let project: String

    /// `nil` for work that is not the job's, or that is someone else's.
    package init?(_ meaning: Meaning, project: String) {
        guard meaning.isJobOrUnknown, !meaning.isNotMine else { return nil }
        let key = meaning.responsibility
        if !key.isEmpty, key != Meaning.mine {
            (responsibility, self.project) = (key, "")
        } else {
            (responsibility, self.project) = (project.isEmpty ? key : "", project)
        }
    }

    /// Whether it is in My job.
    package var isResponsibility: Bool { !responsibility.isEmpty && responsibility != Meaning.mine }

    /// Whether anybody said what it is.
    package var isPlaced: Bool { !project.isEmpty || !responsibility.isEmpty }

    package func name(_ labels: MyJobLabels) -> String {
        if !project.isEmpty { return project }
        return responsibility.isEmpty ? "not yet placed" : labels.responsibility(responsibility)
    }

    /// The pieces of the system, in a search.
    package var filters: [SearchQuery.Filter] {
        let arenas: [SearchQuery.Filter] = [.init(.arena, Arena.job.rawValue), .init(.arena, "unknown")]
        if isResponsibility { return arenas + [.init(.responsibility, responsibility)] }
        let unplaced = responsibility.isEmpty ? "unknown" : responsibility
        return arenas
            + (project.isEmpty
                ? [.init(.responsibility, unplaced), .init(.project, "unknown")]
                : [.init(.responsibility, "unknown"), .init(.responsibility, Meaning.mine), .init(.project, project)])
    }
}
