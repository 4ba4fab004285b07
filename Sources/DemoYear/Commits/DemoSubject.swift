/// A commit's subject and the file it changes. `{system}` and `{slug}` stand for one of the
/// systems, `{n}` for a small number.
struct DemoSubject: Sendable {
    var text: String
    var path: String
    /// Where it differs from the theme's.
    var project: DemoProject?

    init(_ text: String, _ path: String, in project: DemoProject? = nil) {
        self.text = text
        self.path = path
        self.project = project
    }

    func filled(system: String, number: Int) -> (text: String, path: String) {
        func fill(_ template: String) -> String {
            template.replacing("{system}", with: system).replacing("{slug}", with: DemoSystems.slug(system))
                .replacing("{n}", with: String(number))
        }
        return (fill(text), fill(path))
    }
}
