import ArgumentParser
import Routing

extension AbsenceNumber {
    /// Wrong usage, when a text is no number.
    static func check(_ text: String) throws {
        guard read(text) != nil else {
            throw ValidationError("`\(text)` is no absence's number; majorctl absences lists them.")
        }
    }
}
