/// Something that is wrong with a calendar.
package struct CalendarFinding: Hashable, Sendable {
    package enum Severity: Sendable {
        /// What the calendar says is not known; it cannot be used.
        case error
        /// It is known, but somebody should look at it.
        case warning
    }

    package let severity: Severity
    /// From 1.
    package let line: Int
    /// What is wrong, and the cure where it is not plain.
    package let text: String
}

/// Why a part of a calendar cannot be used.
struct Unusable: Error {
    let line: Int
    let text: String
    /// Whether a budget is used up, so that nothing after it is read.
    let endsReading: Bool

    init(_ line: Int, _ text: String, endsReading: Bool = false) {
        self.line = line
        self.text = text
        self.endsReading = endsReading
    }
}

/// Collects the findings of one calendar; of each severity the first ones are kept and the others counted.
struct CalendarFindings {
    /// How many of a severity are kept: nobody reads more, and a file of 4 MiB can hold half a million.
    static let kept = 20

    private var errors: [CalendarFinding] = []
    private var warnings: [CalendarFinding] = []
    /// Why the rest was not read; kept however many errors stand before it.
    private var end: CalendarFinding?
    private var moreErrors = 0
    private var moreWarnings = 0

    mutating func add(_ unusable: Unusable) {
        let finding = CalendarFinding(severity: .error, line: unusable.line, text: unusable.text)
        if unusable.endsReading {
            end = finding
        } else if errors.count < Self.kept {
            errors.append(finding)
        } else {
            moreErrors += 1
        }
    }

    mutating func warn(_ line: Int, _ text: String) {
        if warnings.count < Self.kept {
            warnings.append(CalendarFinding(severity: .warning, line: line, text: text))
        } else {
            moreWarnings += 1
        }
    }

    /// Errors first.
    var all: [CalendarFinding] {
        Self.counted(errors, moreErrors, "error") + (end.map { [$0] } ?? [])
            + Self.counted(warnings, moreWarnings, "warning")
    }

    private static func counted(_ findings: [CalendarFinding], _ more: Int, _ noun: String) -> [CalendarFinding] {
        guard more > 0, let last = findings.last else { return findings }
        let text = "\(more) more \(noun)\(more == 1 ? "" : "s") after this line"
        return findings + [CalendarFinding(severity: last.severity, line: last.line, text: text)]
    }
}

/// Text from a file as a finding shows it: short, in quotation marks.
func quoted(_ text: some StringProtocol) -> String {
    "`\(printable(text, limit: 64))`"
}

/// A text's first characters without what would control a terminal.
func printable(_ text: some StringProtocol, limit: Int) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: break
        default: result.append(scalar)
        }
    }
    return String(result)
}
