import LocalFiles

/// Tells whether a ledger is in a place where it can be damaged. SQLite's locks only work on a local disk, and its file
/// and its log must never be copied separately.
package enum LedgerLocation {
    /// The place, worded to follow “the ledger is”; `nil` if it is on a disk of this machine.
    package static func risk(_ ledger: String) -> String? {
        guard let path = canonicalPath(ledger) else { return nil }
        return SharedFileSystem.name(of: path).map { "on a file system that other machines share (\($0))" }
            ?? SyncedFolder.name(above: path).map { "in a folder that \($0) synchronises" }
    }

    /// What to do about it.
    package static let advice =
        "Keep it on a disk of this machine (--ledger, or $LIMELIGHT_LEDGER), and put exports there instead."
}

/// Folders that a program copies to other machines while their files are in use.
enum SyncedFolder {
    /// The program in whose folder `path` is, by the folder's name or by the files that the program leaves there.
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
