import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import Questions
import Renderings

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything the ledger holds to a text file.",
        discussion: "EXAMPLES\n  limelight export ledger.jsonl\n  limelight export - | gzip > ledger.jsonl.gz")
    @OptionGroup var globals: Globals
    @Argument(help: "The file, or - for stdout.") var file: String

    func run() throws {
        let ledger = try globals.open()
        if file == "-" {
            try Console.print { write in try ledger.keeping.export(write) }
        } else {
            let out = try PrivateFile(file, sparing: Keeping.files(of: ledger.path))
            try ledger.keeping.export { try out.write($0) }
            try out.finish()
            Console.note("Written to \(file). Only you can read it.")
        }
    }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Fill an empty ledger from an export.",
        discussion:
            "EXAMPLES\n  limelight --ledger new.sqlite restore ledger.jsonl\n  limelight restore ledger.jsonl --ledger new.sqlite"
    )
    @OptionGroup var globals: Globals
    @Argument(help: "The export.") var file: String

    func run() throws {
        try globals.open(mayBegin: true).keeping.restore(file: file)
        Console.say("Restored.")
    }
}

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the ledger, and rescue what a damaged one still holds.",
        discussion:
            "EXAMPLES\n  limelight doctor\n  limelight doctor --json\n  limelight doctor --save saved.jsonl\n  limelight doctor --attribution"
    )
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Option(
        help: ArgumentHelp("Write what a damaged ledger still holds to a file that `restore` reads.", valueName: "file")
    )
    var save: String?
    @Flag(help: "Who decided what pieces mean, and how often what was learned is right.") var attribution = false

    func validate() throws {
        guard save == nil || !attribution else { throw ValidationError("Give --save or --attribution.") }
    }

    func run() async throws {
        if attribution {
            let report = try globals.open().asking.attributionReport()
            return output.json ? Console.print(AttributionOutput.json(report)) : Console.print(report.document)
        }
        if let save { return try self.save(to: save) }
        let checks = try await look()
        if output.json {
            Console.print([
                "checks": .array(
                    checks.map {
                        [
                            "name": .string($0.name), "tier": .string($0.tier.rawValue), "ok": .bool($0.ok),
                            "message": .string($0.message.words),
                        ]
                    })
            ])
        } else {
            for check in checks { Console.say("\(check.ok ? "ok  " : "MEND") \(check.name): \(check.message.words)") }
        }
        if checks.contains(where: { $0.tier == .required && !$0.ok }) { throw ExitCode(1) }
    }

    private func save(to file: String) throws {
        let path = try globals.path
        let out = try PrivateFile(file, sparing: Keeping.files(of: path))
        let held = try Keeping.save(path, beside: file) { try out.write($0) }
        try out.finish()
        Console.say("\(held)\nSaved to \(file). Restore it with: limelight restore \(file) --ledger new.sqlite")
    }

    /// A ledger too damaged to open is reported like any other finding, with the way to rescue what is left.
    private func look() async throws(LedgerError) -> [Check] {
        let path = try globals.path
        let backups = Keeping.backups(of: path)
        do {
            let checks = try await globals.open().keeping.checks()
            let isSound = checks.allSatisfy { $0.name != Check.database || $0.ok }
            return isSound ? checks : checks + [Keeping.saving(path)]
        } catch
            where error.code == .ledgerDamaged || error.code == .storeFailed
            || (error.code == .notALedger && !backups.isEmpty)
        {
            var checks = [Check(Check.database, .required, ok: false, "damaged"), Keeping.saving(path)]
            if let latest = backups.first {
                checks.append(Check("backups", .optional, ok: true, "the latest is \(latest)"))
            }
            return checks
        }
    }
}
