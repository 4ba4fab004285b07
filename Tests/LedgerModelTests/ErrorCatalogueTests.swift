import Foundation
import LedgerModel
import Testing

/// Every error has its row in Documentation/Errors.md, and every row there is an error.
@Suite("Catalogue of errors")
struct ErrorCatalogueTests {
    private static let catalogue = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation/Errors.md")

    private struct Row {
        let name: String
        let cells: [String]
    }

    /// Rows of the table: lines whose first cell is a name in backticks.
    private static func rows(of text: String) -> [Row] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            let cells = line.split(separator: " | ").map(String.init)
            return Row(name: String(line[line.index(line.startIndex, offsetBy: 3)..<end]), cells: cells)
        }
    }

    private static func rows() throws -> [Row] { rows(of: try String(contentsOf: catalogue, encoding: .utf8)) }

    @Test("The table has one row for each error, and none besides")
    func isComplete() throws {
        let names = try Self.rows().map(\.name)
        let codes = Set(LedgerError.Code.allCases.map(\.rawValue))
        #expect(codes.subtracting(names).sorted() == [], "errors without a row")
        #expect(Set(names).subtracting(codes).sorted() == [], "rows without an error")
        #expect(names.count == Set(names).count, "a name stands in two rows")
    }

    @Test("Each row says when, what to do, and how to see it")
    func isFilled() throws {
        for row in try Self.rows() {
            #expect(row.cells.count == 4, "\(row.name) has four cells")
            for cell in row.cells { #expect(cell.contains { $0.isLetter }, "\(row.name) has no empty cell") }
        }
    }

    @Test("A row that is missing or made up would be noticed")
    func canFail() {
        let rows = Self.rows(of: "| name | when |\n| --- | --- |\n| `made-up` | never | nothing | no |\n")
        #expect(rows.map(\.name) == ["made-up"])
        #expect(LedgerError.Code(rawValue: "made-up") == nil)
    }
}
