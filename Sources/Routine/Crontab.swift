/// The person's crontab, in which one line is ours. All other bytes stay as they are.
struct Crontab: Hashable {
    /// `nil` if there is no crontab.
    var bytes: [UInt8]?

    /// What was there before our line. The line notes it in a comment, so that removing the line restores exactly that.
    private enum Before: String, CaseIterable {
        case lines, none, unended
    }

    private static func ending(_ name: String, _ before: Before) -> String {
        " # \(name) (before it: \(before.rawValue))"
    }

    /// Our line without its line break; `nil` if there is none.
    func line(of name: String) -> String? {
        guard let range = range(of: name) else { return nil }
        return String(decoding: (bytes ?? [])[range.line], as: UTF8.self)
    }

    /// The crontab with our line for `command` at its end.
    func adding(_ command: String, _ name: String) -> Crontab {
        let old = bytes ?? []
        let before: Before = bytes == nil ? .none : old.isEmpty || old.last == 10 ? .lines : .unended
        let line = Array((command + Self.ending(name, before)).utf8)
        return Crontab(bytes: old + (before == .unended ? [10] : []) + line + [10])
    }

    /// The crontab without our line. Its bytes are `nil` if there was no crontab before and nothing was added since.
    func removing(_ name: String) -> Crontab {
        guard var rest = bytes, let (line, before) = range(of: name) else { return self }
        var end = line.upperBound
        if end < rest.count { end += 1 }
        var start = line.lowerBound
        // The line break before our line is ours too, unless somebody has added lines after it.
        if before == .unended, start > 0, end == rest.count { start -= 1 }
        rest.removeSubrange(start..<end)
        return Crontab(bytes: before == .none && rest.isEmpty ? nil : rest)
    }

    private func range(of name: String) -> (line: Range<Int>, before: Before)? {
        let bytes = bytes ?? []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            for before in Before.allCases
            where bytes[start..<end].reversed().starts(with: Self.ending(name, before).utf8.reversed()) {
                return (start..<end, before)
            }
            start = end + 1
        }
        return nil
    }
}
