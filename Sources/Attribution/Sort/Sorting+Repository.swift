import LedgerModel

/// The parts of a repository: folders that no commit has in common, or kinds of ticket.
extension Sorting {
    func repositoryParts(_ node: SortNode) -> [SortNode] {
        let folders = folders(node)
        if folders.count > 1 { return folders }
        guard node.kind == .project, hasTickets(node) else { return [node] }
        let tickets = titles(node.members, in: node, isMeeting: false)
        return tickets.contains { $0.kind == .ticket } ? tickets : [node]
    }

    private func hasTickets(_ node: SortNode) -> Bool {
        var counts: [String: Int] = [:]
        return node.members.contains { index in
            TitlePattern.ticketPrefixes(pieces[index].facts.title).contains { key in
                counts[key.prefix, default: 0] += 1
                return counts[key.prefix, default: 0] > 2
            }
        }
    }

    /// Goes one level deeper while everything is in one folder.
    private func folders(_ node: SortNode) -> [SortNode] {
        for depth in node.depth..<node.depth + Self.deepest {
            let together = foldersTogether(node, depth: depth)
            let roots = Dictionary(grouping: node.members) { together.root(of: folder($0, depth) ?? "") }
            let named = roots.filter { !$0.key.isEmpty }
            guard !named.isEmpty else { return [] }
            if named.count == 1, roots.count == 1 { continue }
            return parts(of: node, roots, together, depth: depth)
        }
        return []
    }

    private func foldersTogether(_ node: SortNode, depth: Int) -> UnionFind {
        var together = UnionFind()
        for index in node.members {
            together.join(pieces[index].facts.paths.compactMap { Self.folder($0, depth) })
        }
        return together
    }

    private func parts(
        of node: SortNode, _ roots: [String: [Int]], _ together: UnionFind, depth: Int
    ) -> [SortNode] {
        var result: [SortNode] = []
        for (root, members) in roots.sorted(by: { $0.key < $1.key }) where !root.isEmpty {
            let names = Set(members.flatMap { pieces[$0].facts.paths.compactMap { Self.folder($0, depth) } }).sorted()
            guard names.count <= Self.mostFolders else { return [] }
            let when = node.when.with { $0.path = names.map { Glob.exactly($0) + "/**" } }
            result.append(
                SortNode(
                    kind: .folder, name: names.joined(separator: ", "),
                    within: node.within.isEmpty ? node.name : node.within,
                    when: when, members: members, depth: depth + 1, seconds: seconds(members)))
        }
        // Group files above the folders by title.
        var base = node
        base.within = node.within.isEmpty ? node.name : node.within
        return result
            + titles(
                roots[""] ?? [], in: base, isMeeting: false, families: false, others: result.flatMap(\.members))
    }

    /// Any folder of the piece at this depth. Any will do, since a commit joins its folders.
    private func folder(_ index: Int, _ depth: Int) -> String? {
        pieces[index].facts.paths.lazy.compactMap { Self.folder($0, depth) }.first
    }

    /// The first `depth + 1` folders of a path, folded; `nil` for a file above them.
    private static func folder(_ path: String, _ depth: Int) -> String? {
        var slashes = 0
        for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") {
            slashes += 1
            if slashes == depth + 1 {
                return index == 0 ? nil : String(decoding: path.utf8.prefix(index), as: UTF8.self).caseFolded
            }
        }
        return nil
    }

    private static let deepest = 4
    private static let mostFolders = 6
}
