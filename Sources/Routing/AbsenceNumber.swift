/// The number of an absence, as people and programs write it.
package enum AbsenceNumber {
    /// Nil for what is written as no absence's number is: `+1`, `01` and `0` are none.
    package static func read(_ text: String) -> Int64? {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        return number
    }
}
