/// A piece of HTML in which everything from outside has been escaped.
package struct Fragment: Sendable, Hashable {
    package let html: String

    /// Only for text that a template or the escaping builder has made.
    init(safe html: String) { self.html = html }

    static let empty = Fragment(safe: "")

    static func + (a: Fragment, b: Fragment) -> Fragment { Fragment(safe: a.html + b.html) }
}

extension [Fragment] {
    func joined(_ separator: String = "") -> Fragment {
        Fragment(safe: map(\.html).joined(separator: separator))
    }
}
