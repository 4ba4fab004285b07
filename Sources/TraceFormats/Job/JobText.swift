package import LedgerModel

/// Converts *My job* to the boxes of the five questions and back. Everything that the boxes do not ask for stays
/// as it is, and reading the boxes back unchanged changes nothing.
package enum JobText {
    /// The boxes as of a day, one item per line.
    package static func write(_ myJob: MyJob, on day: CivilDay) -> JobAnswers {
        var answers = JobAnswers()
        for box in JobBox.allCases { answers[box] = lines(of: box, myJob, on: day).joined(separator: "\n") }
        return answers
    }

    /// The lines of one box as of a day.
    package static func lines(of box: JobBox, _ myJob: MyJob, on day: CivilDay) -> [String] {
        items(of: box, myJob, on: day).map(JobMerge.squeezed)
    }

    private static func items(of box: JobBox, _ myJob: MyJob, on day: CivilDay) -> [String] {
        switch box {
        case .measured: current(myJob.responsibilities, on: day).map(MeasuredLine.write)
        case .deciders: current(myJob.people, on: day).filter { $0.role == .decider }.map(DeciderLine.write)
        case .working: week(myJob, on: day).map { HoursLine.write($0.days) } ?? []
        case .possible: HoursLine.write(myJob.settings.possibleHours)
        case .next: current(myJob.areas, on: day).map(\.label)
        case .notMine: current(myJob.notMine, on: day).map(NotMineLine.write)
        }
    }

    package struct Reading: Sendable {
        /// Without the items that were removed from the boxes.
        package var myJob: MyJob
        /// What may have been meant differently, a sentence each.
        package var remarks: [String] = []
    }

    /// Merges answers into My job. An item is recognised by its words, or else by its label, or else by a nearly equal
    /// label. It keeps its key and everything that the boxes do not ask for.
    ///
    /// Throws `.tooLarge` for a box beyond its bounds, `.badTime` for hours that cannot be read.
    package static func read(_ answers: JobAnswers, into old: MyJob, on day: CivilDay) throws(LedgerError) -> Reading {
        var reading = Reading(myJob: old)
        let measured = try lines(answers, .measured)
        let deciders = try lines(answers, .deciders)
        let working = try lines(answers, .working)
        let possible = try lines(answers, .possible)
        let next = try lines(answers, .next)
        let notMine = try lines(answers, .notMine)
        try readHours(working, possible, into: &reading.myJob, on: day, &reading.remarks)
        reading.myJob.responsibilities = JobMerge.merge(
            measured.map(MeasuredLine.init), into: old.responsibilities, on: day, &reading.remarks)
        reading.myJob.people = JobMerge.merge(
            deciders.map { DeciderLine($0, &reading.remarks) }, into: old.people, on: day, &reading.remarks)
        reading.myJob.areas = JobMerge.merge(next.map(AreaLine.init), into: old.areas, on: day, &reading.remarks)
        reading.myJob.notMine = JobMerge.merge(
            notMine.map(NotMineLine.init), into: old.notMine, on: day, &reading.remarks)
        return reading
    }

    /// My job with more lines in what the person wants next. Throws `.tooLarge`.
    package static func wanting(
        _ lines: [String], in old: MyJob, on day: CivilDay
    ) throws(LedgerError) -> Reading {
        guard !lines.isEmpty else { return Reading(myJob: old) }
        var answers = write(old, on: day)
        answers[.next] = (Self.lines(of: .next, old, on: day) + lines).joined(separator: "\n")
        return try read(answers, into: old, on: day)
    }

    /// Items that have not ended, including those that begin later.
    static func current<Item: MyJobItem>(_ items: [Item], on day: CivilDay) -> [Item] {
        items.filter { $0.until.map { $0 >= day } ?? true }
    }

    /// The filled lines of a box, without bullets.
    private static func lines(_ answers: JobAnswers, _ box: JobBox) throws(LedgerError) -> [String] {
        let text = answers[box]
        guard text.utf8.count <= JobAnswers.longestBox else {
            throw LedgerError(
                .tooLarge, "“\(box.label)” is longer than \(JobAnswers.longestBox / 1024) KB",
                hint: "Nothing was saved. Name what matters most, one item per line.")
        }
        var result: [String] = []
        for (index, row) in JobAnswers.lines(of: text).enumerated() {
            let line = tidy(row)
            guard !line.isEmpty else { continue }
            guard line.utf8.count <= JobAnswers.longestLine else {
                throw LedgerError(
                    .tooLarge, "line \(index + 1) of “\(box.label)” is longer than \(JobAnswers.longestLine) bytes",
                    hint: "Nothing was saved. Break it into lines of one item each.")
            }
            result.append(line)
        }
        guard result.count <= JobAnswers.mostLines else {
            throw LedgerError(
                .tooLarge, "“\(box.label)” has \(result.count) lines; the most is \(JobAnswers.mostLines)",
                hint: "Nothing was saved. Name what matters most, one item per line.")
        }
        return result
    }

    /// Without control characters, a bullet, and white space at the ends.
    private static func tidy(_ row: String) -> String {
        let isClean = row.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        let clean =
            isClean
            ? row
            : String(
                String.UnicodeScalarView(
                    row.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        let text = MyJobText.strip(clean)
        for bullet in ["- ", "* ", "• ", "– "] where text.hasPrefix(bullet) {
            return MyJobText.strip(text.dropFirst(bullet.count))
        }
        return text
    }
}

extension JobText {
    /// What a line of results serves.
    package enum Aim: Sendable, Hashable {
        case objective(String)
        /// A responsibility, by key, with the objective that it serves, if any.
        case responsibility(String, serves: String?)
        /// A new objective of My job, by label.
        case new(String)

        /// The key that a result stores.
        package var key: String {
            switch self {
            case .objective(let key), .new(let key): key
            case .responsibility(let key, let objective): objective ?? key
            }
        }
    }

    /// The objective that `text` names by key, label or key result, or the responsibility that it names by key, label
    /// or measure; otherwise a new objective, which is added to My job.
    package static func aim(_ text: String, in myJob: inout MyJob, on day: CivilDay) -> Aim {
        let wanted = JobMerge.folded(text)
        func isNamed(_ objective: Objective) -> Bool {
            objective.key.lowercased() == wanted || JobMerge.folded(objective.label) == wanted
                || objective.keyResults.contains { JobMerge.folded($0.label) == wanted }
        }
        func isNamed(_ item: Responsibility) -> Bool {
            [item.key, item.label, MeasuredLine.write(item)].contains { JobMerge.folded($0) == wanted }
        }
        if let known = current(myJob.objectives, on: day).first(where: isNamed) { return .objective(known.key) }
        if let known = current(myJob.responsibilities, on: day).first(where: isNamed) {
            return .responsibility(known.key, serves: known.objective)
        }
        if let place = myJob.objectives.firstIndex(where: isNamed) {
            myJob.objectives[place].until = nil
            return .objective(myJob.objectives[place].key)
        }
        // Avoid keys of responsibilities, since results can count for those too.
        var used = Set(myJob.objectives.map(\.key)).union(myJob.responsibilities.map(\.key))
        let key = JobMerge.key(of: text, .objective, &used)
        myJob.objectives.append(Objective(key: key, label: JobMerge.squeezed(text)))
        return .new(key)
    }
}

/// One difference between two versions of My job, in the words of a box.
package struct JobChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case added, changed, ended }

    package var box: JobBox
    package var kind: Kind
    /// The old line; empty for a new item.
    package var before: String
    /// The new line; empty for an item that ended.
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
    /// The differences that the boxes would show; `new` is without what has ended.
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
