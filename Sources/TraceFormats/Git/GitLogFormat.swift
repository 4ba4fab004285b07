/// What `git log` is asked for, and in which order: nine fields a commit, each ended by NUL.
package enum GitLogFormat {
    /// The fields of one commit in the order of `arguments`.
    package enum Field: Int, CaseIterable {
        case sha, parents, authorName, authorMail, mappedName, mappedMail, authorDate, committerTime, message
    }

    /// Flags for `git log`. `-z` ends the last field, so that a message may hold any other byte.
    package static func arguments(withMessage: Bool = true) -> [String] {
        [
            "-z", "--no-patch", "--date=raw", "--encoding=UTF-8", "--no-show-signature",
            "--format=tformat:%H%x00%P%x00%an%x00%ae%x00%aN%x00%aE%x00%ad%x00%ct%x00" + (withMessage ? "%B" : ""),
        ]
    }

    /// The most that is kept of one message, in bytes; the rest is read past.
    package static let messageLimit = 64 * 1024
    /// The most that is kept of any other field, in bytes.
    package static let fieldLimit = 4096
}
