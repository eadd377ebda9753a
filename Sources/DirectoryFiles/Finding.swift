package import Routing
import ShownText
import Time
import Wording

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
    /// The same for the journal, where numbers are as the directory says; nil where it is the same.
    private let journalText: String?
    /// How many of its severity it stands for, which are only counted; nil for one that was found in a place.
    package let leftOut: Int?

    /// - Parameter journalText: What the journal has instead.
    package init(_ severity: Severity, at place: Place, _ text: String, inJournal journalText: String? = nil) {
        self.severity = severity
        self.place = place
        self.text = text.namingInvisible
        self.journalText = journalText?.namingInvisible
        leftOut = nil
    }

    /// What stands behind the others of its severity: `and 500 more errors`.
    ///
    /// - Parameter path: What was read.
    init(leftOut count: Int, _ severity: Severity, of path: String) {
        self.severity = severity
        place = Place(file: path)
        journalText = nil
        text = "and \(countedMore(count, severity == .error ? .error : .warning))"
        leftOut = count
    }
}

extension [Finding] {
    /// How many there are of a severity, those that are only counted among them.
    package func count(of severity: Finding.Severity) -> Int {
        lazy.filter { $0.severity == severity }.reduce(0) { $0 + ($1.leftOut ?? 1) }
    }

    /// The first ones in their order, and behind those of each severity how many more there are.
    ///
    /// - Parameter path: What was read.
    package func first(_ limit: Int, of path: String) -> [Finding] {
        let all = sorted()
        guard all.count > limit else { return all }
        let shown = all.lazy.filter { $0.leftOut == nil }.prefix(limit)
        return [Finding.Severity.error, .warning].flatMap { severity in
            let own = shown.filter { $0.severity == severity }
            let more = count(of: severity) - own.count
            return own + (more > 0 ? [Finding(leftOut: more, severity, of: path)] : [])
        }
    }
}

extension Finding: Comparable {
    /// Errors come before warnings, since they keep a directory from being used; else the place counts. How many more there are stands last.
    package static func < (one: Finding, other: Finding) -> Bool {
        guard one.severity == other.severity else { return one.severity == .error }
        guard (one.leftOut == nil) == (other.leftOut == nil) else { return one.leftOut == nil }
        return (one.place, one.text) < (other.place, other.text)
    }
}

extension Finding: CustomStringConvertible {
    /// `clients.d/noord.yaml:22:5: error: unknown key …`, on one line whatever the files have in them.
    package var description: String {
        "\(place): \(severity.rawValue): \(text)".shown
    }

    /// The same as the journal has it.
    package var journalLine: String {
        "\(place): \(severity.rawValue): \(journalText ?? text)".shown
    }
}
