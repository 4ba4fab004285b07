/// Who changed which files of a repository, as far as it was read. Files are numbers with a path each.
package struct FileChanges: Sendable {
    /// Commits of the person's own, newest first.
    package var own: [Own]
    /// Those of other people, without any day. Machines are left out.
    package var others: [Other]
    package var paths: [Int64: String]
    /// Whether all of them are here.
    package var isWhole: Bool

    package struct Own: Sendable {
        package var id: PublicID
        package var at: Instant
        package var files: Set<Int64>
        /// Whether others wrote it too.
        package var isShared: Bool

        package init(id: PublicID, at: Instant, files: Set<Int64>, isShared: Bool = false) {
            (self.id, self.at, self.files, self.isShared) = (id, at, files, isShared)
        }
    }

    package struct Other: Sendable {
        /// An address, or a name if there is none.
        package var author: String
        package var name: String
        /// Year × 4 + quarter − 1.
        package var quarter: Int
        package var files: Set<Int64>

        package init(author: String, name: String, quarter: Int, files: Set<Int64>) {
            (self.author, self.name, self.quarter, self.files) = (author, name, quarter, files)
        }
    }

    package init(own: [Own], others: [Other], paths: [Int64: String], isWhole: Bool = true) {
        (self.own, self.others, self.paths, self.isWhole) = (own, others, paths, isWhole)
    }
}
