import ArgumentParser
import Routing
import Time
import Wording

extension AbsenceNumber {
    /// Wrong usage, when a text is no number.
    static func check(_ text: String, _ language: Language) throws {
        guard read(text) != nil else { throw ValidationError(UsageWords(language).noAbsence(text)) }
    }
}
