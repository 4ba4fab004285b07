extension MultipartReader.Part {
    private static let longestName = 100
    private static let longestFileName = 200

    /// Reads the lines above a part’s content. Nil when they name no field.
    init?(head: String) {
        for line in head.split(separator: "\r\n") {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            let values = Self.parameters(line.dropFirst("content-disposition:".count))
            guard let name = values["name"], !name.isEmpty, name.utf8.count <= Self.longestName else { return nil }
            self.init(name: name, fileName: values["filename"].map(Self.plain))
            return
        }
        return nil
    }

    /// `form-data; name="file"; filename="work.ics"`, quoted or not; the first of two counts.
    private static func parameters(_ text: Substring) -> [String: String] {
        var values: [String: String] = [:]
        var rest = text.unicodeScalars[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var value = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let scalar = rest.popFirst(), scalar != "\"" {
                    if scalar == "\\", rest.first == "\"" {
                        value.append(rest.removeFirst())
                    } else {
                        value.append(scalar)
                    }
                }
            } else {
                value.append(contentsOf: rest.prefix { $0 != ";" })
            }
            let key = String(name).lowercased()
            if values[key] == nil { values[key] = String(value) }
        }
        return values
    }

    /// The last part of what some browsers send as a path, with the quotation marks that they encode.
    private static func plain(_ fileName: String) -> String {
        let last = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return String(last.replacing("%22", with: "\"").prefix(longestFileName))
    }
}
