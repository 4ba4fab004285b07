package import LedgerModel
import LedgerStore
import LocalFiles
package import Questions
import TraceSources

/// Reviews and quarters as files that only the person may read.
extension Reviewing {
    /// Writes a document as the ending of the name says. Throws `.usage` for an ending that `press` does not know.
    package func write(_ document: Document, to path: String, by press: ReviewPress) throws(LedgerError) {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        let text: String
        do throws(LedgerError) { text = try press(document, ending, try letterhead()) } catch {
            var error = error
            if error.location.isEmpty, error.hint.offers.isEmpty { error.location = path }
            throw error
        }
        do { try PrivateFile.write(Array(text.utf8), to: path, sparing: Keeping.files(of: store.path)) } catch {
            throw LedgerError(error)
        }
    }

    /// What the routine keeps of a week: a mail where the person’s address is known; the page in any case, and last,
    /// since it says that all is done. Returns the names of the files.
    package func keep(week: Period, in folder: String, by press: ReviewPress) throws(LedgerError) -> [String] {
        let asked = try review(week)
        let endings = try ownAddress() == nil ? ["html"] : ["eml", "html"]
        return try keep(asked.answer.page(asked.base), Self.fileName(week: week), endings, folder, press)
    }

    /// What the routine keeps of a quarter.
    package func keep(quarter: Period, in folder: String, by press: ReviewPress) throws(LedgerError) -> [String] {
        try keep(quarterAnswer(quarter).document(), Self.fileName(quarter: quarter), ["html"], folder, press)
    }

    private func keep(
        _ document: Document, _ name: String, _ endings: [String], _ folder: String, _ press: ReviewPress
    ) throws(LedgerError) -> [String] {
        var files: [String] = []
        for ending in endings {
            files.append("\(name).\(ending)")
            try write(document, to: "\(folder)/\(name).\(ending)", by: press)
        }
        return files
    }

    private func letterhead() throws(LedgerError) -> Letterhead {
        let myJob = try myJob()
        return Letterhead(address: try ownAddress(), name: myJob.name, at: try zones(myJob).civil(now))
    }
}

extension Reviewing {
    /// The first of the person's own mail addresses that can stand in a mail.
    package func ownAddress() throws(LedgerError) -> String? {
        try store.read { try $0.me() }.first { $0.contains("@") }
    }
}
