import SystemPackage

/// Why a file could not be read or written, in words for the person who named it.
package struct FileError: Error, Hashable, Sendable {
    /// The names are those in Documentation/Errors.md, so that a ledger's error has the same name.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Missing, not a regular file, or forbidden.
        case unreadable = "unreadable"
        /// Larger than the reader's limit.
        case tooLarge = "too-large"
        /// Nothing can be written there: it is a link, a pipe, a device or a folder, or forbidden.
        case unwritable = "unwritable"
        /// Begun but not finished, because the disk is full or the file may not grow.
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

extension FileError {
    /// Why a file could not be written, by the system's error.
    init(writing path: String, _ error: Errno) {
        let (kind, message, hint): (Kind, String, String) =
            switch error {
            case .noSpace: (.full, "the disk is full", "Free some space and try again. What was there before stays.")
            case .diskQuotaExceeded:
                (
                    .full, "your share of the disk is used up",
                    "Free some space and try again. What was there before stays."
                )
            case .fileTooLarge:
                (
                    .full, "the file would be larger than files may be here",
                    "Raise the limit (ulimit -f), or choose another disk. What was there before stays."
                )
            case .noSuchFileOrDirectory, .notDirectory:
                (.unwritable, "its folder does not exist", "Create the folder first, or check the spelling.")
            case .permissionDenied, .notPermitted:
                (
                    .unwritable, "you may not write to its folder",
                    "Choose another folder, or get permission to write there."
                )
            case .readOnlyFileSystem:
                (.unwritable, "its folder is read-only", "Choose another folder.")
            default:
                (
                    .unwritable, "the file cannot be written: \(error.description)",
                    "Choose another folder. What was there before stays."
                )
            }
        self.init(kind, message, path: path, hint: hint)
    }

    /// The place of a file has something else, which is left as it is.
    init(inTheWay kind: FileKind, of path: String) {
        let (message, hint) =
            switch kind {
            case .folder: ("this is a folder", "Name a file in it.")
            case .link: ("this is a link, and is left as it is", "Name the file to which it leads, or remove the link.")
            case .file, .other: ("this is a pipe or a device, and is left as it is", "Name an ordinary file.")
            }
        self.init(.unwritable, message, path: path, hint: hint)
    }
}
