package import LedgerModel
import Questions

/// One source, and what can be done with it.
package struct SourceView: Sendable {
    package var source: SourcesView.Source
    /// Whether its events without other people are work; `nil` for a source without events.
    package var countsPlans: Bool?
    /// The warnings from the last reading.
    package var warnings: [(place: String, message: String)]
    /// How many dropped files are kept for it; `nil` for a source that was not dropped.
    package var files: Int?
    /// To whom it is open, if it is a repository that can be.
    package var openTo: [String]?
    /// The choices of what a source is for.
    package var arenas: [Arena]
    /// What it asks or has asked.
    package var asked = AskedView([])

    package init(
        source: SourcesView.Source, countsPlans: Bool? = nil, warnings: [(place: String, message: String)] = [],
        files: Int? = nil, openTo: [String]? = nil, arenas: [Arena] = Arena.allCases
    ) {
        self.source = source
        self.openTo = openTo
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
        let asked = asked.fragment(csrf: layout.csrf ?? "", here: path).html
        (values["asked"], values["hasAsked"]) = (asked, !asked.isEmpty)
        values["isDropped"] = files != nil
        values["files"] = filled(files.flatMap { $0 == 0 ? nil : $0 == 1 ? "one file" : "\(Words.count($0)) files" })
        values["opens"] = openTo != nil
        values["openTo"] = (openTo ?? []).map { ["person": $0] }
        values["openToPath"] = PagePath.openTo
        values["canRead"] = files == nil || (files ?? 0) > 0
        values["remove"] = path + "/remove"
        values["makePrivate"] = path + "/private"
        return Templates.render(.source, values)
    }
}

/// Asks before something that cannot be undone: says what goes and what stays, with a link to cancel.
package struct ConfirmationView: Sendable {
    package var title: String
    package var points: [String]
    package var button: String
    /// Receives the form, by POST.
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
