/// Lets the options that every command takes stand before the command too:
/// `limelight --ledger demo.sqlite scope`.
enum GlobalsFirst {
    /// Moves leading global options behind the command, in front of a `--` when there is one.
    static func rearrange(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            if Place.options.contains(first), rest.count > 1 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if Place.options.contains(where: { first.hasPrefix($0 + "=") }) {
                moved.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !moved.isEmpty else { return arguments }
        if let end = rest.firstIndex(of: "--") { return rest[..<end] + moved + rest[end...] }
        return rest + moved
    }
}
