/// Weekdays as rows, half hours as columns, each with how often it stayed free.
package struct SlotChart: Sendable, Hashable {
    /// Where half hours begin, in minutes after midnight, ascending.
    package var columns: [Int]
    package var rows: [Row]

    package init(columns: [Int], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    package struct Row: Sendable, Hashable {
        package var label: String
        package var cells: [Cell]

        package init(label: String, cells: [Cell]) {
            self.label = label
            self.cells = cells
        }
    }

    package struct Cell: Sendable, Hashable {
        package var start: Int
        /// 0 to 1; nil when too little was seen.
        package var share: Double?
        package var n: Int
        /// What took it.
        package var ref: EvidenceRef

        package init(start: Int, share: Double?, n: Int, ref: EvidenceRef) {
            self.start = start
            self.share = share
            self.n = n
            self.ref = ref
        }

        /// Percent, or a dash.
        package var text: String { share.map { "\(Int(($0 * 100).rounded()))" } ?? "–" }
    }
}
