/// e to the power of a number that is not above 0, since a pure target has no C library. Exact to the last bits.
func exponential(_ power: Double) -> Double {
    guard power > -700 else { return 0 }
    let halvings = (power / 0.693_147_180_559_945_3).rounded()
    let rest = power - halvings * 0.693_147_180_559_945_3
    var sum = 1.0
    // Taylor's series; the rest is at most 0.35.
    for place in stride(from: 16.0, to: 0, by: -1) { sum = 1 + rest / place * sum }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
}

/// The natural logarithm of a number from 0 to 1, at least -30. Exact to about twelve digits.
func logarithm(_ number: Double) -> Double {
    guard number > 1e-13 else { return -30 }
    // ln m = 2 artanh((m - 1) / (m + 1)), with m from 1 to 2.
    let part = (number.significand - 1) / (number.significand + 1)
    var (sum, power) = (0.0, part)
    for place in stride(from: 1.0, through: 25, by: 2) {
        sum += power / place
        power *= part * part
    }
    return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
}
