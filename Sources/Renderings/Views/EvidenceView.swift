import LedgerModel

/// One piece of evidence: what its source said, what it was read as and why.
package struct EvidenceView: Sendable {
    package var item: EvidenceItem
    /// `withdrawn`, `private`, `source removed`
    package var marks: [String]
    /// Project, length, measures, paths: whatever the source gave.
    package var fields: [(label: String, value: String)]
    package var body: String
    package var people: [(name: String, role: String)]
    package var readings: [Reading]
    /// Claims and reports that rest on it.
    package var citedBy: [PageLink]
    package var correction: CorrectionForm?

    package init(
        item: EvidenceItem, marks: [String] = [], fields: [(label: String, value: String)] = [], body: String = "",
        people: [(name: String, role: String)] = [], readings: [Reading] = [], citedBy: [PageLink] = [],
        correction: CorrectionForm? = nil
    ) {
        self.item = item
        self.marks = marks
        self.fields = fields
        self.body = body
        self.people = people
        self.readings = readings
        self.citedBy = citedBy
        self.correction = correction
    }

    package struct Reading: Sendable {
        /// As pages say it: *for*, *responsibility*, *kind of work*.
        package var dimension: String
        package var value: String
        package var decidedBy: String
        package var because: String

        package init(dimension: String, value: String, decidedBy: String, because: String) {
            self.dimension = dimension
            self.value = value
            self.decidedBy = decidedBy
            self.because = because
        }
    }

    package var fragment: Fragment {
        var values = item.values
        values["marks"] = marks
        values["fields"] = fields.filter { !$0.value.isEmpty }.map { ["label": $0.label, "value": $0.value] }
        values["lines"] = lines
        values["people"] = people.map { ["name": $0.name, "role": filled($0.role)] as [String: Any] }
        values["hasPeople"] = !people.isEmpty
        values["readings"] = readings.map {
            [
                "dimension": $0.dimension, "value": $0.value,
                "by": filled($0.decidedBy == $0.value ? "" : $0.decidedBy), "because": filled($0.because),
            ]
                as [String: Any]
        }
        values["hasReadings"] = !readings.isEmpty
        values["cited"] = citedBy.map(\.values)
        values["isCited"] = !citedBy.isEmpty
        values["correction"] = correction?.fragment(for: item.id).html ?? ""
        return Templates.render(.evidence, values)
    }

    /// At most 400 lines of the body; what is left out is said.
    private var lines: [String] {
        let all = body.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        guard !body.isEmpty else { return [] }
        guard all.count > 400 else { return all }
        return all.prefix(400) + ["… \(all.count - 400) more lines"]
    }
}
