import Sheets
import ShownText

extension Printable {
    /// One line of JSON with the same values, in which nothing steers the terminal.
    static func json(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            if scalar.isSteering {
                // All of them lie in the Basic Multilingual Plane, and inside of strings (RFC 8259, section 7).
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
