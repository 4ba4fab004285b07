package import LedgerModel

/// *My job* as YAML: a view of My job to read, edit and load again; comments are not kept.
package enum MyJobYAML {
    /// Largest text that is read, in bytes.
    package static let sizeLimit = 1_048_576

    /// Reads My job and remembers the line of everything in it.
    ///
    /// Throws `.jobInvalid` at the topmost mistake, saying how many more there are.
    package static func read(_ text: String, fileName: String) throws(LedgerError) -> MyJobReadingResult {
        let tree = try YAMLTree(text, fileName: fileName)
        var reader = MyJobReader()
        let myJob = reader.myJob(tree)
        try reader.problems.throwFirst(fileName: fileName)
        return MyJobReadingResult(myJob: myJob, fileName: fileName, lines: reader.lines)
    }

    /// Writes My job so that reading it gives the same myJob.
    package static func write(_ myJob: MyJob) -> String {
        var writer = MyJobWriter()
        writer.write(myJob)
        return writer.text
    }
}
