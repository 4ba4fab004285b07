import LocalFiles

/// Whether a ledger lies where it can be damaged: SQLite's locks hold on a disk of one machine, and its
/// file and its log must never be copied one without the other.
package enum LedgerLocation {
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

/// Folders that a program copies to other machines while they are in use.
enum SyncedFolder {
    /// The program whose folder `path` lies in, by a folder's name or by the marks it leaves there.
    static func name(above path: String) -> String? {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if let name = name(of: String(part)) ?? mark(in: folder) { return name }
        }
        return nil
    }

    private static func name(of folder: String) -> String? {
        if let name = names[folder] { return name }
        // `OneDrive - Company`, `Dropbox (Personal)`, `GoogleDrive-me@example.com`.
        return starts.first { folder.hasPrefix($0.start) }?.name
    }

    private static func mark(in folder: String) -> String? {
        marks.first { fileExists(folder + "/" + $0.file) }?.name
    }

    private static let names = [
        "Dropbox": "Dropbox", "OneDrive": "OneDrive", "Google Drive": "Google Drive", "GoogleDrive": "Google Drive",
        "My Drive": "Google Drive", "iCloud Drive": "iCloud", "iCloudDrive": "iCloud", "Mobile Documents": "iCloud",
        "Nextcloud": "Nextcloud", "ownCloud": "ownCloud", "Syncthing": "Syncthing", "Seafile": "Seafile",
        "pCloud Drive": "pCloud", "MEGAsync": "MEGA", "CloudStorage": "a cloud storage",
    ]

    private static let starts: [(start: String, name: String)] = [
        ("OneDrive - ", "OneDrive"), ("OneDrive-", "OneDrive"), ("Dropbox (", "Dropbox"), ("Dropbox-", "Dropbox"),
        ("GoogleDrive-", "Google Drive"), ("Nextcloud-", "Nextcloud"),
    ]

    private static let marks: [(file: String, name: String)] = [
        (".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"),
    ]
}
