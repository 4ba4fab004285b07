import Foundation

/// Every command of the built program, as it describes itself (`--experimental-dump-help`).
struct CommandTree: Decodable {
    struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable { var name: String }

        var kind: String
        var isOptional: Bool
        var names: [Name]?
        var valueName: String?
    }

    /// A command that does something, with the words that lead to it.
    struct Leaf {
        var words: [String]
        var options: Set<String>
        /// What the value of each option is called.
        var values: [String: String]
        /// Whether it does nothing without an argument.
        var needsArguments: Bool

        var name: String { words.joined(separator: " ") }
    }

    var command: Command

    var leaves: [Leaf] { Self.leaves(command, []) }

    private static func leaves(_ command: Command, _ words: [String]) -> [Leaf] {
        if let subcommands = command.subcommands, !subcommands.isEmpty {
            return subcommands.flatMap { leaves($0, words + [$0.commandName]) }
        }
        let arguments = command.arguments ?? []
        return [
            Leaf(
                words: words, options: Set(arguments.flatMap { ($0.names ?? []).map(\.name) }),
                values: Dictionary(
                    arguments.flatMap { argument in
                        (argument.names ?? []).map { ($0.name, argument.valueName ?? "") }
                    }, uniquingKeysWith: { first, _ in first }),
                needsArguments: arguments.contains { !$0.isOptional })
        ]
    }
}
