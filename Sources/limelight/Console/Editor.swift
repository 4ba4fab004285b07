import LedgerModel
import LocalFiles
import Programs
import TraceSources

/// Opens the person's editor on a private file and deletes the file afterwards.
enum Editor {
    static func edit(_ text: String, name: String) async throws(LedgerError) -> String {
        let folder: ScratchFolder
        do throws(FileError) {
            folder = try ScratchFolder(in: Console.environment("TMPDIR") ?? "/tmp")
            try PrivateFile.write(Array(text.utf8), to: folder.file(name))
        } catch {
            throw LedgerError(error)
        }
        defer { withExtendedLifetime(folder) {} }
        guard await start(on: folder.file(name)) else {
            throw LedgerError(
                .editorFailed, "the editor ended with an error; nothing was changed",
                hint: "Set $EDITOR to an editor that waits until the file is closed.")
        }
        do throws(FileError) {
            let bytes = try FileReader.read(folder.file(name), limit: 4 << 20)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw FileError(
                    .unreadable, "what was saved is not UTF-8", path: "",
                    hint: "Nothing was changed. Set the editor to UTF-8 and edit it again.")
            }
            return text
        } catch {
            throw LedgerError(error)
        }
    }

    /// Whether the editor ended without an error.
    private static func start(on file: String) async -> Bool {
        let editor = Console.environment("VISUAL") ?? Console.environment("EDITOR") ?? "vi"
        guard let shell = try? await Program(named: "sh") else { return false }
        // $EDITOR may hold options, as in `code --wait`.
        return (try? await shell.runAtTerminal(["-c", editor + " \"$1\"", "sh", file])) ?? false
    }
}
