/// ½ to the power of `x`.
func halving(_ x: Double) -> Double {
    let whole = x.rounded(.down)
    var result = 1.0
    for _ in 0..<Int(min(whole, 60)) { result /= 2 }
    // The series of e^(−f·ln 2) for the fraction f in [0, 1); 14 terms are exact to 1e-12.
    let y = -(x - whole) * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for n in 1...14 {
        term *= y / Double(n)
        sum += term
    }
    return result * sum
}
