import LocalFiles

/// Whether a ledger lies where it can be damaged: SQLite's locks hold on a disk of one machine, and its
/// file and its log must never be copied one without the other.
package enum Surroundings {
    /// Where it lies, to follow “the ledger lies”; nil for a disk of this machine.
    package static func risk(_ ledger: String) -> String? {
        guard let path = canonicalPath(ledger) else { return nil }
        return SharedFileSystem.name(of: path).map { "on a file system that other machines share (\($0))" }
            ?? SyncedFolder.name(above: path).map { "in a folder that \($0) synchronises" }
    }

    /// What to do about it.
    package static let advice =
        "Keep it on a disk of this machine (--ledger, or $LIMELIGHT_LEDGER), and put exports there instead."
}
