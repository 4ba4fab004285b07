package import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

extension Importing {
    /// A source that was found but not read.
    package struct Found: Sendable, Hashable {
        package var kind: SourceKind
        package var path: String
        package var name: String
        /// Its content in a few words: `12 of 340 commits are yours`.
        package var what: String
        package var last: Instant?
        /// Whether it has own commits in the last twelve months or is a calendar. It is then chosen unless the person
        /// says no.
        package var isLikely: Bool
        package var isKnown: Bool
        package var othersBetween: ClosedRange<Instant>?
    }

    /// Finds repositories and calendars below each path. Imports nothing.
    package func discover(_ paths: [String], progress: ImportProgress) async throws(LedgerError) -> ImportPlan {
        var result = ImportPlan(arenas: try myJob().settings.arenas)
        var seen: Set<String> = []
        var previews: [PreviewedRepository] = []
        let known = Set(try store.read { try $0.sources() }.map(\.locator))
        let (mine, denied) = try store.read { (try $0.me(), try $0.notMe()) }
        for path in paths {
            let absolute = Folders.absolute(path)
            guard fileExists(absolute) else {
                throw LedgerError(
                    .unreadable, "there is nothing here", location: path, hint: "Name a folder that exists.")
            }
            if !Folders.isFolder(absolute) {
                result.found.append(calendar(absolute, known))
                continue
            }
            let discovery = Discovery(below: absolute)
            result.isCut = result.isCut || discovery.isCut
            for (index, place) in discovery.repositories.enumerated() where seen.insert(place).inserted {
                progress("looking at repositories", index, discovery.repositories.count)
                do throws(LedgerError) {
                    guard let preview = try await repository(place, known, mine, denied) else { continue }
                    result.found.append(preview.found)
                    previews.append(preview)
                } catch {
                    result.failures.append((place, error))
                }
            }
            for place in discovery.calendars where seen.insert(place).inserted {
                result.found.append(calendar(place, known))
            }
        }
        if !previews.isEmpty, !previews.contains(where: \.knowsMe) {
            result.whose = .init(authors: Self.authors(previews))
        }
        return result
    }

    private func calendar(_ path: String, _ known: Set<String>) -> Found {
        Found(
            kind: .calendar, path: path, name: PathName.last(path), what: "calendar file", last: nil, isLikely: true,
            isKnown: known.contains(path), othersBetween: nil)
    }

    /// Previews a repository; `nil` if it cannot be opened, since nobody asked for it by name. Throws `.gitSilent` if
    /// git hangs in it.
    private func repository(
        _ path: String, _ known: Set<String>, _ mine: [String], _ denied: Set<String>
    ) async throws(LedgerError) -> PreviewedRepository? {
        let repository: GitRepository
        let me: Set<String>
        let overview: GitPreview
        do {
            repository = try await GitRepository.open(path, silence: world.gitTimeout)
            let configured = try await repository.configuredIdentities()
            me = Set(mine + configured.map { $0.email.lowercased() }.filter { !$0.isEmpty && !denied.contains($0) })
            overview = try await repository.overview(me: me, now: now)
        } catch {
            if let error = error as? LedgerError, error.code == .gitSilent { throw error }
            return nil
        }
        let isRecent = overview.last.map { $0 > now - 366 * 86_400 } ?? false
        let found = Found(
            kind: .git, path: repository.path, name: repository.name,
            what: "\(overview.own) of \(overview.commits) commits are yours", last: overview.last, isLikely: isRecent,
            isKnown: known.contains(repository.path),
            othersBetween: overview.othersBetween)
        return PreviewedRepository(found: found, knowsMe: !me.isEmpty, authors: overview.authors)
    }
}

extension Importing {
    /// An author in the repositories that were found.
    package struct FoundAuthor: Sendable, Hashable {
        package var name: String
        /// The address, or the name if there is no address, as `addMe` takes it.
        package var identity: String
        package var commits: Int

        /// `Mina Weber, mina@example.org`
        package var label: String { name.isEmpty || name == identity ? identity : "\(name), \(identity)" }
    }

    /// The largest number of authors to choose from.
    private static let mostAuthors = 9

    /// A repository and its authors.
    struct PreviewedRepository {
        var found: Found
        var knowsMe: Bool
        var authors: GitAuthorCount
    }

    /// The authors with the most commits.
    static func authors(_ previews: [PreviewedRepository]) -> [FoundAuthor] {
        var found: [String: FoundAuthor] = [:]
        for (author, commits) in previews.flatMap(\.authors.authors) {
            found[
                author.identity, default: FoundAuthor(name: author.name, identity: author.identity, commits: 0)
            ].commits += commits
        }
        let sorted = found.values.sorted { ($1.commits, $0.identity) < ($0.commits, $1.identity) }
        return Array(sorted.prefix(mostAuthors))
    }
}
