package import LedgerModel

/// *My job* as YAML: a view of the frame to read, edit and load again; comments are not kept.
package enum FrameYAML {
    /// Largest text that is read, in bytes.
    package static let sizeLimit = 1_048_576

    /// Reads a frame and remembers the line of everything in it.
    ///
    /// Throws `.frameInvalid` at the topmost mistake, saying how many more there are.
    package static func read(_ text: String, fileName: String) throws(LedgerError) -> FrameReadingResult {
        let tree = try YAMLTree(text, fileName: fileName)
        var reader = FrameReader()
        let frame = reader.frame(tree)
        try reader.problems.throwFirst(fileName: fileName)
        return FrameReadingResult(frame: frame, fileName: fileName, lines: reader.lines)
    }

    /// Writes a frame so that reading it gives the same frame.
    package static func write(_ frame: Frame) -> String {
        var writer = FrameWriter()
        writer.write(frame)
        return writer.text
    }
}
