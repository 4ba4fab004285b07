import ArgumentParser
import LedgerModel
import Testing

@testable import limelight

/// Every help that is shown, as a terminal of 80 columns shows it.
@Suite("Help")
struct HelpTests {
    private static let all = commands(Limelight.self)

    private static func commands(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let configuration = command.configuration
        let below = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        return [command] + below.filter { $0.configuration.shouldDisplay }.flatMap(commands)
    }

    @Test("Each command says what it does, gives an example, and fits 79 columns")
    func complete() {
        #expect(Self.all.count > 60)
        for command in Self.all {
            let name = command._commandName
            let help = Limelight.helpMessage(for: command, columns: 80)
            #expect(command.configuration.abstract.hasSuffix("."), "\(name)")
            #expect(help.contains("EXAMPLES\n  "), "\(name) gives no example")
            #expect(!help.contains(":: "), "\(name)")
            // No line of it is too long and leaves a word alone on the next one.
            for line in command.configuration.discussion.split(separator: "\n") {
                #expect(line.count < 80, "\(name): \(line)")
            }
            for line in help.split(separator: "\n") where !line.hasPrefix("USAGE") {
                #expect(line.count <= 79, "\(name): \(line)")
            }
        }
    }

    @Test("Every kind of source that is read has a command that reads it")
    func imports() {
        let names = Set(Import.configuration.subcommands.map { $0._commandName })
        for source in SourceDescriptor.all where source.isRead { #expect(names.contains(source.kind.rawValue)) }
    }

    @Test("An example is not broken over two lines, and names a command that is there")
    func examples() {
        let names = Set(Self.all.map { $0._commandName })
        for command in Self.all {
            let text = command.configuration.discussion
            guard let start = text.ranges(of: "EXAMPLES\n").first?.upperBound else { continue }
            for line in text[start...].split(separator: "\n", omittingEmptySubsequences: false) {
                guard !line.isEmpty else { break }
                #expect(line.count <= 79, "\(line)")
                guard line.hasPrefix("  limelight ") else { continue }
                let words = line.split(separator: " ").dropFirst()
                let word = words.first { !$0.hasPrefix("-") && !$0.contains(".") } ?? ""
                #expect(names.contains(String(word)), "\(line)")
            }
        }
    }

    @Test("Values are not listed twice, and each filter of a search is named")
    func words() {
        for command in Self.all {
            for part in Limelight.helpMessage(for: command, columns: 2000).split(separator: "(values: ").dropFirst() {
                let values = part.prefix { $0 != ")" && $0 != ";" }
                let help = Limelight.helpMessage(for: command, columns: 2000)
                #expect(help.ranges(of: values).count == help.ranges(of: "(values: " + values).count, "\(values)")
            }
        }
        let search = Limelight.helpMessage(for: Search.self, columns: 80)
        let named = Set(search.split(whereSeparator: \.isWhitespace).map(String.init))
        for key in SearchQuery.Key.allCases { #expect(named.contains("\(key.rawValue):"), "\(key)") }
    }
}
