import Foundation
import LedgerModel
import TestSupport
import Testing

@testable import DemoYear

/// The streams go through the real `git fast-import`.
@Suite(.serialized) struct DemoRepositoryTests {
    @Test func gitTakesEveryStream() throws {
        let year = DemoWorld.year
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "demo-year-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for repository in year.repositories {
            let path = folder.appending(path: repository.name).path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            _ = try git(["init", "-q", "-b", "main", path])
            let input = folder.appending(path: repository.name + ".stream")
            try Data(repository.stream).write(to: input)
            _ = try git(["-C", path, "fast-import", "--quiet"], input: input)
            _ = try git(["-C", path, "fsck", "--strict", "--no-dangling"])
            let log = try git(["-C", path, "log", "--all", "--format=%ae%x09%at%x09%s"]).split(separator: "\n")
            #expect(log.count == repository.commits)
            #expect(
                log.map(String.init).sorted()
                    == repository.log.map { "\($0.author)\t\($0.at.seconds)\t\($0.subject)" }.sorted())
            let branches = try git(["-C", path, "branch", "--format=%(refname:short)"])
            #expect(branches.split(separator: "\n").contains("main"))
            #expect(branches.split(separator: "\n").count <= 2, "\(branches)")
            let files = try git(["-C", path, "ls-tree", "-r", "--name-only", "main"]).split(separator: "\n")
            #expect(files.count > 3)
        }
    }

    @Test func teammatesTrailersAndMergesAreThere() {
        let texts = DemoWorld.year.repositories.map(\.text).joined()
        #expect(texts.contains("Reviewed-by: Dana Ortiz <dana.ortiz@example.com>"))
        #expect(texts.contains("Co-authored-by: Dana Ortiz <dana.ortiz@example.com>"))
        #expect(texts.contains("Co-authored-by: Priya Nair"))
        #expect(texts.contains("\nmerge :"))
        #expect(texts.contains("author Tomás Lima <tomas.lima@example.com>"))
    }

    @Test func mostWorkLiesInWorkingHoursAndSomeDoesNot() {
        let year = DemoWorld.year
        var inside = 0
        var late = 0
        for repository in year.repositories where repository.arena == .job {
            for commit in repository.log where commit.author == DemoPeople.dana.mail {
                let civil = FixedWorld.berlin.civil(commit.at)
                if civil.day.weekday <= .friday, (8 * 60..<18 * 60 + 45).contains(civil.secondOfDay / 60) {
                    inside += 1
                } else {
                    late += 1
                }
            }
        }
        #expect(inside > late * 4, "\(inside) and \(late)")
        #expect(late > 40, "\(late)")
    }

    private func git(_ arguments: [String], input: URL? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
        return String(decoding: data, as: UTF8.self)
    }
}
