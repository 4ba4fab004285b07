package import LedgerModel

/// What rules are called on surfaces: those that Sort wrote by what they are about, the others by their own name.
package struct RuleNames: Sendable, Hashable {
    private let names: [String: String]

    /// - Parameter sources: The names of sources by their ids.
    package init(_ myJob: MyJob, sources: [String: String]) {
        let sorted = myJob.rules.compactMap { rule in rule.sortedName(sources).map { (rule.key, $0) } }
        names = Dictionary(sorted, uniquingKeysWith: { first, _ in first })
    }

    package subscript(key: String) -> String { names[key] ?? key }
}

extension Rule {
    /// What a rule that Sort wrote is about: `meetings called “IT leadership”`; `nil` for other rules.
    ///
    /// - Parameter sources: The names of sources by their ids.
    package func sortedName(_ sources: [String: String]) -> String? {
        guard key.hasPrefix("sort-") else { return nil }
        let place = (when.source.map { sources[$0] ?? "" } + when.project.map(Self.plain)).filter { !$0.isEmpty }
        let within = place.isEmpty ? "" : " of \(Words.list(place))"
        if let folder = when.folder.first { return "commits\(FolderWords.within(folder))\(within)" }
        if let file = when.file.first { return "commits of “\(file)”\(within)" }
        if let title = when.title { return named(TitlePattern.Reading(title), within) }
        if let tag = when.tag.first { return isOfEvents ? "meetings of the category “\(tag)”" : "notes with #\(tag)" }
        if !when.calendar.isEmpty { return "meetings in \(Words.list(when.calendar.map { "“\($0)”" }))" }
        guard !place.isEmpty else { return nil }
        return "\(things) of \(Words.list(place))"
    }

    private func named(_ title: TitlePattern.Reading, _ within: String) -> String {
        switch title {
        case .nothing: return "\(things) without a title"
        case .whole(let text): return "\(things) called “\(text)”\(within)"
        case .beginning(let text): return "\(things) that begin with “\(text)”\(within)"
        case .scope(let text): return "\(things) with the scope “\(text)”\(within)"
        case .key(let text): return "\(things) that name \(text)\(within)"
        }
    }

    private var isOfEvents: Bool { when.kind == [EvidenceKind.event.rawValue] }

    /// What it is about, in one word.
    private var things: String {
        if isOfEvents || !when.calendar.isEmpty { return "meetings" }
        return when.kind.contains(EvidenceKind.note.rawValue) ? "notes" : "commits"
    }

    /// A pattern for one name, without its backslashes.
    private static func plain(_ glob: String) -> String { glob.replacing("\\", with: "") }
}

/// A main folder in words.
enum FolderWords {
    /// ` in “src/core”`, ` right in “src”`, ` at the top`.
    static func within(_ folder: String) -> String {
        if folder == "/" { return " at the top" }
        return folder.hasSuffix("/") ? " right in “\(folder.dropLast())”" : " in “\(folder)”"
    }
}
