import LedgerModel
import LocalFiles
import TraceSources

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The person's editor on a file that only they may read, gone afterwards.
enum Editor {
    static func edit(_ text: String, name: String) throws(LedgerError) -> String {
        guard let edited = try edited(text, name: name) else {
            throw LedgerError(
                .editorFailed, "the editor ended with an error; nothing was changed",
                hint: "Set $EDITOR to an editor that waits.")
        }
        return edited
    }

    /// Nil when the editor ended with an error.
    private static func edited(_ text: String, name: String) throws(LedgerError) -> String? {
        do throws(FileError) {
            let folder = try ScratchFolder(in: Console.environment("TMPDIR") ?? "/tmp")
            defer { withExtendedLifetime(folder) {} }
            let file = folder.file(name)
            try PrivateFile.write(Array(text.utf8), to: file)
            guard run(on: file) else { return nil }
            return String(decoding: try FileReader.read(file, limit: 4 << 20), as: UTF8.self)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Whether it ended well.
    private static func run(on file: String) -> Bool {
        let editor = Console.environment("VISUAL") ?? Console.environment("EDITOR") ?? "vi"
        // The editor's own words may hold options, as in `code --wait`.
        return system("\(editor) '\(file.replacing("'", with: "'\\''"))'") == 0
    }
}
