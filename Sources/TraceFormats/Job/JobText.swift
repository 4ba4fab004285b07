package import LedgerModel

/// *My job* as the boxes of the five questions, and back: what the boxes do not ask for is left as it is.
///
/// Writing My job and reading the same text again changes nothing.
package enum JobText {
    /// What stands on a day, one item a line.
    package static func write(_ myJob: MyJob, on day: CivilDay) -> JobAnswers {
        var answers = JobAnswers()
        for box in JobBox.allCases { answers[box] = lines(of: box, myJob, on: day).joined(separator: "\n") }
        return answers
    }

    /// The lines of one box as they stand on a day.
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
        /// Items that the boxes leave out are not in it.
        package var myJob: MyJob
        /// What was read differently than it may have been meant, in sentences.
        package var remarks: [String] = []
    }

    /// Puts answers into My job. An item is known again by its words, else by its label, else by a label
    /// nearly the same, and keeps its key and all that the boxes do not ask for.
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

    /// Items that have not ended, also those that begin later.
    static func current<Item: MyJobItem>(_ items: [Item], on day: CivilDay) -> [Item] {
        items.filter { $0.until.map { $0 >= day } ?? true }
    }

    /// The filled lines of a box, without bullets.
    private static func lines(_ answers: JobAnswers, _ box: JobBox) throws(LedgerError) -> [String] {
        let text = answers[box]
        guard text.utf8.count <= JobAnswers.longestBox else {
            throw LedgerError(
                .tooLarge, "“\(box.label)” is longer than \(JobAnswers.longestBox / 1024) KB",
                hint: "Nothing was kept. Name what matters most, one item a line.")
        }
        var result: [String] = []
        for (index, row) in JobAnswers.lines(of: text).enumerated() {
            let line = tidy(row)
            guard !line.isEmpty else { continue }
            guard line.utf8.count <= JobAnswers.longestLine else {
                throw LedgerError(
                    .tooLarge, "line \(index + 1) of “\(box.label)” is longer than \(JobAnswers.longestLine) bytes",
                    hint: "Nothing was kept. Break it into lines of one item each.")
            }
            result.append(line)
        }
        guard result.count <= JobAnswers.mostLines else {
            throw LedgerError(
                .tooLarge, "“\(box.label)” has \(result.count) lines, and \(JobAnswers.mostLines) is the most",
                hint: "Nothing was kept. Name what matters most, one item a line.")
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
