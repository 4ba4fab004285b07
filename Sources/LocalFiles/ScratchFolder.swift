import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A folder for its owner only, for files that another program writes or reads; gone with its last reference, and
/// after a kill with the next one that is made beside it.
package final class ScratchFolder {
    package let path: String
    private let folder: OpenFolder
    private let temporary: Temporary

    /// Throws `.unwritable`, `.full`.
    package init(in place: String) throws(FileError) {
        do throws(Errno) {
            folder = try OpenFolder(place)
            temporary = try Temporary.make(.folder, in: folder)
        } catch {
            throw FileError(writing: place, error)
        }
        path = place + "/" + temporary.name
    }

    /// Beside a file. Throws `.unwritable`, `.full`.
    package convenience init(beside file: String) throws(FileError) {
        try self.init(in: OpenFolder.parts(of: file).folder)
    }

    deinit {
        temporary.remove(.folder, from: folder)
        close(temporary.descriptor)
    }

    package func file(_ name: String) -> String { path + "/" + name }
}
