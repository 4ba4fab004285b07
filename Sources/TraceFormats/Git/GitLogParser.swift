/// Cuts the output of `git log` with `GitLogFormat` into commits, from chunks of any size.
///
/// Memory is bounded by one commit: a field beyond its limit is read past.
package struct GitLogParser {
    private var record = GitLogRecord()
    private var isBroken = false

    package init() {}

    /// Returns false when the bytes are not what `GitLogFormat` asked for; nothing can be read after that.
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
