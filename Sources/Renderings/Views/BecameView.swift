package import LedgerModel
package import Questions

/// What became of a result or a piece, with the form to say it.
package struct BecameView: Sendable {
    package var id: PublicID
    package var section: Document.Section
    package var csrf: String
    /// The page to come back to.
    package var here: String

    package init(id: PublicID, section: Document.Section, csrf: String, here: String) {
        (self.id, self.section, self.csrf, self.here) = (id, section, csrf, here)
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        // Beside a section that is not only for the person it is marked as such.
        let document = Document(title: "", headline: [], sections: [section, .init("", [])])
        return Templates.render(
            .became,
            [
                "became": DocumentView(document, in: layout).sections([section]).html, "say": PagePath.sayBecame,
                "id": id.description, "here": PageLink.local(here), "csrf": csrf,
            ])
    }
}
