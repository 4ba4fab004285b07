package import LedgerModel

/// One difference between two My job, in the words of a box.
package struct JobChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case added, changed, ended }

    package var box: JobBox
    package var kind: Kind
    /// The line as it stood; empty for a new one.
    package var before: String
    /// The line as it stands now; empty for one that ended.
    package var after: String

    /// `+ Printers: Facilities`, `~ Printers → Printers: Facilities`, `- Printers`.
    package var text: String {
        switch kind {
        case .added: "+ \(after)"
        case .changed: "~ \(before) → \(after)"
        case .ended: "- \(before)"
        }
    }
}

extension JobText {
    /// What the boxes would show differently; `new` lacks what has ended.
    package static func changes(from old: MyJob, to new: MyJob, on day: CivilDay) -> [JobChange] {
        changes(.measured, old.responsibilities, new.responsibilities, day, MeasuredLine.self)
            + changes(.deciders, old.people, new.people, day, DeciderLine.self)
            + changes(.working, old, new, day) + changes(.possible, old, new, day)
            + changes(.next, old.areas, new.areas, day, AreaLine.self)
            + changes(.notMine, old.notMine, new.notMine, day, NotMineLine.self)
    }

    private static func changes<Line: JobLine>(
        _ box: JobBox, _ old: [Line.Item], _ new: [Line.Item], _ day: CivilDay, _: Line.Type
    ) -> [JobChange] {
        func shown(_ items: [Line.Item]) -> [(key: String, line: String)] {
            current(items, on: day).filter(Line.asks).map { ($0.key, JobMerge.squeezed(Line.write($0))) }
        }
        let before = shown(old)
        let after = shown(new)
        let known = Dictionary(before.map { ($0.key, $0.line) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(after.map(\.key))
        return after.compactMap { item in
            guard let line = known[item.key] else {
                return JobChange(box: box, kind: .added, before: "", after: item.line)
            }
            return line == item.line ? nil : JobChange(box: box, kind: .changed, before: line, after: item.line)
        }
            + before.filter { !kept.contains($0.key) }.map {
                JobChange(box: box, kind: .ended, before: $0.line, after: "")
            }
    }

    /// Hours are one answer, not a list of items.
    private static func changes(_ box: JobBox, _ old: MyJob, _ new: MyJob, _ day: CivilDay) -> [JobChange] {
        let before = lines(of: box, old, on: day).joined(separator: "; ")
        let after = lines(of: box, new, on: day).joined(separator: "; ")
        guard before != after else { return [] }
        let kind: JobChange.Kind = before.isEmpty ? .added : after.isEmpty ? .ended : .changed
        return [JobChange(box: box, kind: kind, before: before, after: after)]
    }
}
