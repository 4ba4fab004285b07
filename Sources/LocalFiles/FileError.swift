import SystemPackage

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

extension FileError {
    /// Why a file could not be written, as the system tells it.
    init(writing path: String, _ error: Errno) {
        let (kind, message, hint): (Kind, String, String) =
            switch error {
            case .noSpace: (.full, "the disk is full", "Free some space and try again; what was there before stays.")
            case .diskQuotaExceeded:
                (
                    .full, "your share of the disk is used up",
                    "Free some space and try again; what was there before stays."
                )
            case .fileTooLarge:
                (
                    .full, "the file would be larger than files may be here",
                    "Raise the limit (ulimit -f), or choose another disk; what was there before stays."
                )
            case .noSuchFileOrDirectory, .notDirectory:
                (.unwritable, "its folder is not there", "Make the folder first, or check the spelling.")
            case .permissionDenied, .notPermitted:
                (
                    .unwritable, "you may not write to its folder",
                    "Choose another folder, or get the right to write there."
                )
            case .readOnlyFileSystem:
                (.unwritable, "its folder can only be read", "Choose another folder.")
            default:
                (
                    .unwritable, "the file cannot be written: \(error.description)",
                    "Choose another folder; what was there before stays."
                )
            }
        self.init(kind, message, path: path, hint: hint)
    }

    /// What stands where a file should go, and is left as it is.
    init(inTheWay kind: FileKind, of path: String) {
        let (message, hint) =
            switch kind {
            case .folder: ("this is a folder", "Name a file in it.")
            case .link: ("this is a link, and is left as it is", "Name the file it leads to, or take the link away.")
            case .file, .other: ("this is a pipe or a device, and is left as it is", "Name an ordinary file.")
            }
        self.init(.unwritable, message, path: path, hint: hint)
    }
}
