/// Why a file could not be read or written, in words for whoever named it.
package struct FileError: Error, Hashable, Sendable {
    /// Named as in Documentation/Errors.md, so that a ledger's error bears the same name.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Not there, no regular file, or forbidden.
        case unreadable = "unreadable"
        /// Larger than the limit of its reader.
        case tooLarge = "too-large"
        /// The place takes no file: a link, a pipe, a device, a folder, or forbidden.
        case unwritable = "unwritable"
        /// Begun and not finished: the disk is full, or the file may not grow.
        case full = "disk-full"
    }

    package let kind: Kind
    package let message: String
    package let path: String
    /// What to do next.
    package let hint: String

    package init(_ kind: Kind, _ message: String, path: String, hint: String) {
        self.kind = kind
        self.message = message
        self.path = path
        self.hint = hint
    }
}
