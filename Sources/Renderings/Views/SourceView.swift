package import LedgerModel
import Questions

/// One source, and what may be done with it.
package struct SourceView: Sendable {
    package var source: SourcesView.Source
    /// Whether its events without other people are work; nil for what has none.
    package var countsPlans: Bool?
    /// What the last reading warned about.
    package var warnings: [(place: String, message: String)]
    /// Files that were dropped for it and are kept; nil for what was not dropped.
    package var files: Int?
    /// What a source can be for here.
    package var arenas: [Arena]

    package init(
        source: SourcesView.Source, countsPlans: Bool? = nil, warnings: [(place: String, message: String)] = [],
        files: Int? = nil, arenas: [Arena] = Arena.allCases
    ) {
        self.source = source
        self.countsPlans = countsPlans
        self.warnings = warnings
        self.files = files
        self.arenas = arenas
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        let path = PageLink.local("/sources/\(source.id)")
        var values = source.values(arenas)
        values["csrf"] = layout.csrf ?? ""
        values["here"] = path
        values["workPage"] = PagePath.sourceWork
        values["holds"] = source.pieces == 1 ? "one piece" : "\(source.pieces) pieces"
        values["empty"] = source.pieces == 0
        values["plans"] = countsPlans != nil
        values["countsPlans"] = countsPlans ?? false
        values["warnings"] = warnings.map { ["place": $0.place, "message": $0.message] }
        values["hasWarnings"] = !warnings.isEmpty
        values["isDropped"] = files != nil
        values["files"] = filled(files.flatMap { $0 == 0 ? nil : $0 == 1 ? "one file" : "\(Words.count($0)) files" })
        values["canRead"] = files == nil || (files ?? 0) > 0
        values["remove"] = path + "/remove"
        values["makePrivate"] = path + "/private"
        return Templates.render(.source, values)
    }
}

/// Before something that cannot be taken back: what goes, what stays, and a way out.
package struct ConfirmationView: Sendable {
    package var title: String
    package var points: [String]
    package var button: String
    /// Where the form is sent, by POST.
    package var path: String
    package var fields: [(name: String, value: String)]
    package var back: PageLink

    package init(
        title: String, points: [String], button: String, path: String, fields: [(name: String, value: String)],
        back: PageLink
    ) {
        self.title = title
        self.points = points
        self.button = button
        self.path = path
        self.fields = fields
        self.back = back
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .confirmation,
            [
                "title": title, "points": points, "button": button, "href": PageLink.local(path),
                "csrf": layout.csrf ?? "", "here": PageLink.local(layout.here),
                "fields": fields.map { ["name": $0.name, "value": $0.value] }, "back": back.values,
            ])
    }
}
