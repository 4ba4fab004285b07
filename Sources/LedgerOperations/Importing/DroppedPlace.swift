import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

/// Under which name a dropped calendar is kept, and which earlier files of it this one says again.
struct DroppedPlace {
    var name: String
    /// Read before: the same calendar once more.
    var isKnown: Bool
    /// Files that this one takes the place of.
    var covered: [String]
    /// Files of the same calendar that say something else, as another range of days.
    var others: Int
}

extension Importing {
    var drops: DropFolder { DropFolder(beside: store.path) }

    /// A calendar is the same as one that was dropped before when it bears its name and shares an event with it;
    /// another of the same name gets a number.
    ///
    /// What does not say nearly everything again that a kept file says stands beside that: an export of half a
    /// year must not take the other half away.
    func place(of sketch: CalendarSketch, fileName: String) throws(LedgerError) -> DroppedPlace {
        let own = sketch.name.flatMap { $0.trimmed.isEmpty ? nil : $0 } ?? Self.plainStem(fileName)
        let base = DropFolder.safe(own).replacing(".", with: " ")
        for number in 1...Self.mostOfOneName {
            let name = number == 1 ? base : "\(base) \(number)"
            let known = try store.read { try $0.source(Source.id(kind: .calendar, locator: Source.dropped(name))) }
            if let known, try !isSame(sketch, as: known) { continue }
            var place = DroppedPlace(name: name, isKnown: known != nil, covered: [], others: 0)
            for file in drops.files(of: name) {
                let bytes = try? LedgerFiles.read(file, limit: Self.largestCalendar)
                if let kept = bytes.flatMap(CalendarSketch.init), !sketch.covers(kept) {
                    place.others += 1
                } else {
                    place.covered.append(file)
                }
            }
            return place
        }
        throw LedgerError(
            .usage, "there are \(Self.mostOfOneName) calendars of this name already", location: fileName,
            hint: "Give the file another name, or remove those that are not needed.")
    }

    private static var mostOfOneName: Int { 99 }

    private func isSame(_ sketch: CalendarSketch, as source: Source) throws(LedgerError) -> Bool {
        let ids = try store.read { try $0.externalIDs(seenBy: source) }
        return ids.isEmpty || sketch.events.isEmpty
            || ids.contains { id in
                let uid = id.hasPrefix("event/") ? id.dropFirst(6) : id[...]
                return uid.lastIndex(of: "/").map { sketch.events.contains(String(uid[..<$0])) } ?? false
            }
    }

    /// `basic (1).ics` is `basic`, downloaded twice.
    private static func plainStem(_ fileName: String) -> String {
        var stem = PathName.stem(fileName)
        if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
            stem[stem.index(after: open)...].dropLast().allSatisfy(\.isNumber)
        {
            stem = String(stem[..<open]).trimmed
        }
        return stem.isEmpty ? fileName : stem
    }
}
