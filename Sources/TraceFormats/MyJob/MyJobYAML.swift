package import LedgerModel
import Yams

/// *My job* as YAML: a view to read, edit and load again. Comments are not saved.
package enum MyJobYAML {
    /// Largest text that is read, in bytes.
    package static let sizeLimit = 1_048_576

    /// Reads My job and the line of everything in it.
    ///
    /// Throws `.jobInvalid` for the first mistake and says how many more there are.
    package static func read(_ text: String, fileName: String) throws(LedgerError) -> MyJobReadingResult {
        let tree = try YAMLTree(text, fileName: fileName)
        var reader = MyJobReader()
        let myJob = reader.myJob(tree)
        try reader.problems.throwFirst(fileName: fileName)
        return MyJobReadingResult(myJob: myJob, fileName: fileName, lines: reader.lines)
    }

    /// Writes My job so that reading it back gives the same value.
    package static func write(_ myJob: MyJob) -> String {
        var writer = MyJobWriter()
        writer.write(myJob)
        return writer.text
    }
}

extension MyJobYAML {
    /// My job as JSON, with the same keys and values as its YAML.
    package static func json(_ myJob: MyJob) -> JSON {
        guard let node = try? Yams.compose(yaml: write(myJob)) else { return nil }
        return json(node)
    }

    private static func json(_ node: Node) -> JSON {
        switch node {
        case .mapping(let mapping):
            .object(mapping.map { JSON.Member(key: $0.key.string ?? "", value: json($0.value)) })
        case .sequence(let items): .array(items.map(json))
        case .scalar(let scalar): json(scalar, node)
        case .alias: nil
        }
    }

    /// A scalar in quotes is always text.
    private static func json(_ scalar: Node.Scalar, _ node: Node) -> JSON {
        guard scalar.style == .plain else { return .string(scalar.string) }
        if let number = node.int { return .integer(Int64(number)) }
        if let number = node.float { return .number(number) }
        if let flag = node.bool { return .bool(flag) }
        return node.null == nil ? .string(scalar.string) : nil
    }
}
