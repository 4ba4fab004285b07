package import LedgerModel

/// My job as a file said it, and where in the file each item and field stands.
package struct MyJobReadingResult: Sendable, Hashable {
    package let myJob: MyJob
    package let fileName: String
    let lines: [MyJobPlace: Int]

    /// `FILE:LINE` of a field, or of its item when the field is not in the file; the file's name when neither is.
    ///
    /// `field` is a key as written, with a dot inside `when` and `set`: `when.title~`.
    package func location(_ kind: MyJobKind, _ key: String, field: String = "") -> String {
        location(MyJobPlace(kind: kind, key: key, field: field))
    }

    /// `FILE:LINE` of a key of the file's outermost level or of `settings`, as `zones` or `settings.lead_in`.
    package func location(ofSetting field: String) -> String {
        location(MyJobPlace(kind: nil, key: "", field: field))
    }

    private func location(_ place: MyJobPlace) -> String {
        let item = MyJobPlace(kind: place.kind, key: place.key, field: "")
        guard let line = lines[place] ?? lines[item] else { return fileName }
        return "\(fileName):\(line)"
    }
}

/// A field of an item, or with no kind a setting.
struct MyJobPlace: Sendable, Hashable {
    var kind: MyJobKind?
    var key: String
    /// Empty for the item itself.
    var field: String
}
