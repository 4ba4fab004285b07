package import LedgerModel

/// Splits the output of `git log` with `GitLogFormat` into commits, in chunks of any size.
///
/// It holds at most one commit in memory, and skips the rest of a field beyond its limit.
package struct GitLogParser {
    private var record = GitLogRecord()
    private var isBroken = false

    package init() {}

    /// Returns false if the bytes do not have `GitLogFormat`; nothing can be read after that.
    package mutating func feed(
        _ chunk: UnsafeRawBufferPointer, _ emit: (GitLogRecord) -> Void
    ) -> Bool {
        guard !isBroken else { return false }
        var position = 0
        while position < chunk.count {
            let end = chunk[position...].firstIndex(of: 0) ?? chunk.count
            keep(UnsafeRawBufferPointer(rebasing: chunk[position..<end]))
            guard end < chunk.count else { return true }
            position = end + 1
            record.ends.append(record.bytes.count)
            if record.ends.count == 1, !record.hasObjectName {
                isBroken = true
                return false
            }
            if record.ends.count == GitLogFormat.Field.allCases.count {
                emit(record)
                record.bytes.removeAll(keepingCapacity: true)
                record.ends.removeAll(keepingCapacity: true)
                record.isCut = false
            }
        }
        return true
    }

    private mutating func keep(_ part: UnsafeRawBufferPointer) {
        let isMessage = record.ends.count == GitLogFormat.Field.message.rawValue
        let limit = isMessage ? GitLogFormat.messageLimit : GitLogFormat.fieldLimit
        let room = limit - (record.bytes.count - (record.ends.last ?? 0))
        if part.count <= room {
            record.bytes.append(contentsOf: part)
        } else {
            record.bytes.append(contentsOf: part.prefix(room))
            if isMessage { record.isCut = true }
        }
    }
}

/// The output format of `git log`: nine fields per commit, each ended by NUL.
package enum GitLogFormat {
    /// The fields of one commit in the order of `arguments`.
    package enum Field: Int, CaseIterable {
        case sha, parents, authorName, authorMail, mappedName, mappedMail, authorDate, committerTime, message
    }

    /// Flags for `git log`. `-z` ends the last field, so that a message can hold any byte but NUL.
    package static func arguments(withMessage: Bool = true) -> [String] {
        [
            "-z", "--no-patch", "--date=raw", "--encoding=UTF-8", "--no-show-signature",
            "--format=tformat:%H%x00%P%x00%an%x00%ae%x00%aN%x00%aE%x00%ad%x00%ct%x00" + (withMessage ? "%B" : ""),
        ]
    }

    /// The most that is kept of a message, in bytes; the rest is skipped.
    package static let messageLimit = 64 * 1024
    /// The most that is kept of any other field, in bytes.
    package static let fieldLimit = 4096
}

/// One commit as `git log` printed it, as uninterpreted bytes.
package struct GitLogRecord {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    /// Whether the message was longer than `GitLogFormat.messageLimit`.
    package var isCut = false

    package subscript(field: GitLogFormat.Field) -> ArraySlice<UInt8> {
        bytes[(field.rawValue == 0 ? 0 : ends[field.rawValue - 1])..<ends[field.rawValue]]
    }

    /// The four author fields together: equal for equal authors.
    var authorKey: ArraySlice<UInt8> {
        bytes[ends[GitLogFormat.Field.parents.rawValue]..<ends[GitLogFormat.Field.mappedMail.rawValue]]
    }

    /// Git prints nothing for an author line that it cannot read, and its own placeholders for the mapped fields.
    var hasNoAuthor: Bool {
        guard self[.authorName].isEmpty, self[.authorMail].isEmpty else { return false }
        return self[.mappedMail].isEmpty || self[.mappedMail].elementsEqual("%aE".utf8)
    }

    package var sha: String { String(decoding: self[.sha], as: UTF8.self) }

    package var parentCount: Int {
        let parents = self[.parents]
        return parents.isEmpty ? 0 : parents.reduce(1) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 }
    }

    var hasObjectName: Bool {
        let sha = self[.sha]
        return (sha.count == 40 || sha.count == 64) && sha.allSatisfy(isHexadecimal)
    }

    /// Seconds and offset of `1700000000 +0130`; `nil` if there is no such date.
    package var authorDate: (at: Instant, offset: Int32)? {
        let field = self[.authorDate]
        let parts = field.split(separator: UInt8(ascii: " "), maxSplits: 1)
        guard let first = parts.first, let seconds = decimal(first), abs(seconds) <= latestSecond else { return nil }
        return (Instant(seconds), parts.count == 2 ? offset(parts[1]) : 0)
    }

    package var committedAt: Instant? {
        decimal(self[.committerTime]).flatMap { abs($0) <= latestSecond ? Instant($0) : nil }
    }

    /// 0 for an offset of more than a day, which is invalid.
    private func offset(_ text: ArraySlice<UInt8>) -> Int32 {
        guard text.count == 5, let value = decimal(text.dropFirst()) else { return 0 }
        let seconds = Int32(value / 100 * 3600 + value % 100 * 60)
        guard seconds < 86_400 else { return 0 }
        return text.first == UInt8(ascii: "-") ? -seconds : seconds
    }
}

/// The last second of the year 9999.
private let latestSecond: Int64 = 253_402_300_799

package func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
}

/// A decimal integer of at most 18 digits; `nil` for anything else.
func decimal(_ text: some Collection<UInt8>) -> Int64? {
    var digits = text[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value: Int64 = 0
    for byte in digits {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 48)
    }
    return negative ? -value : value
}
