import LedgerModel

/// Reads and writes the notations of My job: shares, durations, truth values and keys.
enum MyJobText {
    /// `40%`, `40 %` or `0.4`, from 0 to 1.
    static func share(_ text: String) -> Double? {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? strip(text.dropLast()) : text
        guard let number = Double(digits), number.isFinite else { return nil }
        let share = isPercent ? number / 100 : number
        return (0...1).contains(share) ? share : nil
    }

    static func text(share: Double) -> String {
        let percent = (share * 100).rounded()
        return percent / 100 == share && (0...100).contains(percent) ? "\(Int(percent))%" : text(number: share)
    }

    static func text(number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 && (number != 0 || number.sign == .plus)
            ? String(Int64(number)) : number.description
    }

    /// `2h`, `30m`, `90s`, `1h30m` in seconds, up to two days.
    static func duration(_ text: String) -> Int64? {
        var total: Int64 = 0
        var number: Int64?
        var lastUnit: Int64 = .max
        for character in text where character != " " {
            if let digit = character.wholeNumberValue, character.isASCII {
                let value = (number ?? 0) * 10 + Int64(digit)
                guard value <= 1_000_000 else { return nil }
                number = value
                continue
            }
            let units: [Character: Int64] = ["h": 3600, "m": 60, "s": 1]
            guard let value = number, let unit = units[character], unit < lastUnit else { return nil }
            total += value * unit
            lastUnit = unit
            number = nil
        }
        guard number == nil, lastUnit != .max, total <= MyJobSettings.longestInterval else { return nil }
        return total
    }

    static func text(duration seconds: Int64) -> String {
        let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
        let text = parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined()
        return text.isEmpty ? "0s" : text
    }

    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    /// A span of the day; `nil` if it ends where it begins.
    static func span(_ text: String) -> ClockRange? {
        guard let range = ClockRange(text), range.start != range.end, range.start < 1440 else { return nil }
        return range
    }

    /// `Restore drills` becomes `restore-drills`.
    static func key(from label: String) -> String {
        var key = ""
        for character in label.lowercased().prefix(60) {
            if character.isLetter || character.isNumber {
                key.append(character)
            } else if !key.isEmpty, !key.hasSuffix("-") {
                key.append("-")
            }
        }
        while key.hasSuffix("-") { key.removeLast() }
        return key
    }

    /// Without white space at either end.
    static func strip(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
