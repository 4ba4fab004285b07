import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The person's editor on a file that only they may read, gone afterwards.
enum Editor {
    static func edit(_ text: String, name: String) throws(LedgerError) -> String {
        let folder = (Console.environment("TMPDIR") ?? "/tmp") + "/limelight-XXXXXX"
        var template = Array(folder.utf8CString)
        guard mkdtemp(&template) != nil else {
            throw LedgerError(.editorFailed, "no temporary file can be made", hint: "Check $TMPDIR.")
        }
        let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let file = place + "/" + name
        defer {
            unlink(file)
            rmdir(place)
        }
        try write(text, to: file)
        let editor = Console.environment("VISUAL") ?? Console.environment("EDITOR") ?? "vi"
        // The editor's own words may hold options, as in `code --wait`.
        let status = system("\(editor) '\(file.replacing("'", with: "'\\''"))'")
        guard status == 0 else {
            throw LedgerError(
                .editorFailed, "the editor ended with an error; nothing was changed",
                hint: "Set $EDITOR to an editor that waits.")
        }
        return try read(file)
    }

    private static func write(_ text: String, to file: String) throws(LedgerError) {
        let descriptor = open(file, O_CREAT | O_WRONLY | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw LedgerError(.editorFailed, "no temporary file can be made") }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress!, $0.count) }
            guard count > 0 else { throw LedgerError(.editorFailed, "the temporary file cannot be written") }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(_ file: String) throws(LedgerError) -> String {
        guard let stream = fopen(file, "r") else { throw LedgerError(.editorFailed, "the edited file is gone") }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 4 << 20 {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
