/// Keys of My job made from words.
package enum MyJobKeys {
    /// `Restore drills` becomes `restore-drills`; at most 48 bytes, empty where there is no letter or digit.
    package static func word(_ label: String) -> String {
        var word = ""
        for scalar in label.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                guard word.utf8.count + 4 <= 48 else { break }
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty, !word.hasSuffix("-") {
                word.append("-")
            }
        }
        while word.hasSuffix("-") { word.removeLast() }
        return word
    }
}
