import LedgerModel
import Renderings

/// Where somebody is in sorting, as the address of the page has it.
struct SortPlace {
    let period: Period
    /// As it was asked for; empty for the last twelve months.
    private let asked: String
    /// The group to ask about; the largest when nil.
    var group: String?
    var later: Set<String>
    var split: Set<String>

    /// At most so many groups can be put off or divided: the address has to stay an address.
    private static let most = 120

    /// Throws `.badPeriod`.
    init(_ fields: Fields, today: CivilDay, default fallback: Period) throws(LedgerError) {
        asked = fields["in"] ?? ""
        period = asked.isEmpty ? fallback : try Period(asked, today: today)
        guard period.days <= 36_600 else {
            throw LedgerError(.badPeriod, "that is longer than a hundred years", hint: "Ask for a year or less.")
        }
        group = fields["group"]
        later = Self.ids(fields["later"])
        split = Self.ids(fields["split"])
    }

    private static func ids(_ text: String?) -> Set<String> {
        let ids = (text ?? "").split(separator: ".").map(String.init)
        return Set(ids.filter { $0.utf8.count == 12 && $0.allSatisfy(\.isHexDigit) }.prefix(most))
    }

    func with(_ change: (inout SortPlace) -> Void) -> SortPlace {
        var copy = self
        change(&copy)
        return copy
    }

    var path: String {
        let list = fields + [("group", group ?? "")]
        let query = list.filter { !$0.1.isEmpty }.map { "\($0.0)=\(PagePath.encoded($0.1))" }.joined(separator: "&")
        return PageEntry.sort.path + (query.isEmpty ? "" : "?" + query)
    }

    private var fields: [(String, String)] {
        [
            ("in", asked), ("later", later.sorted().prefix(Self.most).joined(separator: ".")),
            ("split", split.sorted().prefix(Self.most).joined(separator: ".")),
        ]
    }

    /// What a form sends of the group it was made for.
    func fields(for group: SortGroup) -> [(name: String, value: String)] {
        [("group", group.id), ("pieces", String(group.pieces.count)), ("in", asked), ("split", fields[2].1)]
            .filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }
}
