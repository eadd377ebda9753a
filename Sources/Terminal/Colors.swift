/// Whether a program paints what it writes: the one rule of majord and majorctl.
package enum Colors {
    /// Colours are for terminals, unless `$NO_COLOR` is set and not empty (no-color.org) or the terminal is `dumb`.
    package static func areShown(environment: [String: String], isTerminal: Bool) -> Bool {
        isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
