extension Double {
    /// The nearest whole number, from -10^15 to 10^15; 0 for what is no number.
    ///
    /// Shares and readings come from exports too, which anyone may have written.
    package var wholeNumber: Int { isNaN ? 0 : Int(min(max(rounded(), -1e15), 1e15)) }
}
