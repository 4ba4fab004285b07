import SystemPackage

/// What the person typed or handed over, as bytes: what is not UTF-8 is told, never repaired in silence.
package enum TypedText {
    /// The arguments of this program without its name; the place of the first that is not UTF-8, from 1, if there is
    /// one.
    package static func arguments() -> (all: [String], broken: Int?) {
        var all: [String] = []
        var broken: Int?
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[place] else { continue }
            if let text = String(validatingCString: bytes) {
                all.append(text)
            } else {
                broken = broken ?? place
                all.append(String(cString: bytes))
            }
        }
        return (all, broken)
    }

    /// All of standard input. Throws `.tooLarge` beyond `limit` bytes, and `.unreadable`.
    package static func input(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        do {
            while true {
                let count = try chunk.withUnsafeMutableBytes { try FileDescriptor.standardInput.read(into: $0) }
                if count == 0 { return bytes }
                guard bytes.count + count <= limit else {
                    throw FileError(
                        .tooLarge, "standard input is larger than \(limit >> 10) KB", path: "-",
                        hint: "Keep the long text in a file and note where it is.")
                }
                bytes.append(contentsOf: chunk[..<count])
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(
                .unreadable, "standard input cannot be read", path: "-", hint: "Hand over a text, or write it as words."
            )
        }
    }
}
