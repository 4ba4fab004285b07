package import LedgerModel
import Yams

extension MyJobYAML {
    /// My job as JSON, with the keys and values that its YAML has.
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

    /// Only what stands without quotes is anything but text.
    private static func json(_ scalar: Node.Scalar, _ node: Node) -> JSON {
        guard scalar.style == .plain else { return .string(scalar.string) }
        if let number = node.int { return .integer(Int64(number)) }
        if let number = node.float { return .number(number) }
        if let flag = node.bool { return .bool(flag) }
        return node.null == nil ? .string(scalar.string) : nil
    }
}
