package import Routing

/// Something that `check` has to say about the directory.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Sendable {
        /// The directory cannot be used.
        case error
        /// The directory can be used, but somebody should look at it.
        case warning
    }

    package let place: Place
    package let severity: Severity
    /// What is wrong, and the cure where it is not plain.
    package let text: String

    package init(_ severity: Severity, at place: Place, _ text: String) {
        self.severity = severity
        self.place = place
        self.text = text.namingInvisible
    }
}

extension Finding: Comparable {
    /// Errors come before warnings, since they keep a directory from being used; else the place counts.
    package static func < (one: Finding, other: Finding) -> Bool {
        one.severity == other.severity
            ? (one.place, one.text) < (other.place, other.text) : one.severity == .error
    }
}

extension Finding: CustomStringConvertible {
    /// `clients.d/noord.yaml:22:5: error: unknown key …`, on one line whatever the files have in them.
    package var description: String {
        "\(place): \(severity.rawValue): \(text)".shown
    }
}
