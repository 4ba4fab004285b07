/// Letters that mean the same to a program are one class: a state has one way on for each class.
struct PatternLetters: Sendable {
    /// The class of each ASCII letter.
    let ofASCII: [UInt8]
    /// The class of every letter beyond ASCII that is part of a word, and of any other; nil where the program
    /// tells them apart further.
    let beyond: (word: UInt8, other: UInt8)?
    /// A letter of each class.
    let examples: [Unicode.Scalar]

    init(_ program: PatternProgram) {
        // Two that stand for all beyond ASCII come last.
        var letters = (0..<128).map { Unicode.Scalar($0 as UInt8) } + ["é", "–"]
        if !program.sets.allSatisfy(\.isAlikeBeyondASCII) { letters.removeLast(2) }
        var places = [UInt8](repeating: 0, count: letters.count)
        var count = 1
        // Each question splits every class into those who say no, who keep its number, and those who say yes.
        func split(by isYes: (Unicode.Scalar) -> Bool) {
            var no = [Bool](repeating: false, count: count)
            var yes = no
            let answers = letters.map(isYes)
            for (place, answer) in zip(places, answers) {
                if answer { yes[Int(place)] = true } else { no[Int(place)] = true }
            }
            var moved = [UInt8?](repeating: nil, count: count)
            for place in 0..<count where no[place] && yes[place] {
                moved[place] = UInt8(count)
                count += 1
            }
            for index in places.indices where answers[index] {
                places[index] = moved[Int(places[index])] ?? places[index]
            }
        }
        for set in program.sets { split(by: set.contains) }
        if program.isAboutWords { split(by: LetterClass.isWord) }
        ofASCII = Array(places.prefix(128))
        beyond = places.count > 128 ? (places[128], places[129]) : nil
        examples = (0..<count).map { number in letters[places.firstIndex { $0 == number } ?? 0] }
    }
}
