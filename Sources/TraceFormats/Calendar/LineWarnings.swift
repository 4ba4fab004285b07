import ICalendar
import LedgerModel

/// Warnings by line, so that they can be told in the order of the file.
struct LineWarnings {
    private var list: [(line: Int, message: String)] = []
    private var count = 0

    mutating func warn(_ line: Int, _ message: String) {
        count += 1
        if list.count < 1000 { list.append((line, message)) }
    }

    /// Those of the file itself and these, by line.
    func diagnostics(file: CalendarFile, name: String) -> Diagnostics {
        var diagnostics = Diagnostics()
        let all = file.problems.map { ($0.line, $0.message) } + list.map { ($0.line, $0.message) }
        for (line, message) in all.sorted(by: { $0.0 < $1.0 }) { diagnostics.warn("\(name):\(line)", message) }
        // Those beyond the bounds are counted.
        for _ in all.count..<max(all.count, file.problemCount + count) { diagnostics.warn(name, "more of the kind") }
        return diagnostics
    }
}
