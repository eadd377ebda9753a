import Logging
import ShownText

/// A log record as one line of text. What others sent must neither begin a new line nor steer the terminal.
package enum LogLine {
    /// `18:04:05.123 info  message  key=value key=value`, for a person at a terminal.
    package static func forPeople(_ record: LogRecord, at time: TimeOfDay, colored: Bool) -> String {
        let level = name(of: record)
        let padding = String(repeating: " ", count: max(0, 5 - level.count))
        guard colored else {
            return "\(time) \(level)\(padding) " + text(of: record)
        }
        return "\(dim)\(time)\(plain) \(color(of: record.priority))\(level)\(plain)\(padding) "
            + record.message.shown + (record.attributes.isEmpty ? "" : "  \(dim)\(attributes(of: record))\(plain)")
    }

    /// `<6>message  key=value`, for whoever reads the stderr of a service (sd-daemon(3)).
    package static func prefixed(_ record: LogRecord) -> String {
        "<\(record.priority.rawValue)>" + text(of: record)
    }

    private static func text(of record: LogRecord) -> String {
        record.message.shown + (record.attributes.isEmpty ? "" : "  " + attributes(of: record))
    }

    private static func attributes(of record: LogRecord) -> String {
        record.attributes.map { "\($0.key.shown)=\(value($0.value))" }.joined(separator: " ")
    }

    /// At most five letters, so that messages stand in one column.
    private static func name(of record: LogRecord) -> String {
        switch record.priority {
        case .alert: "alert"
        case .critical: "crit"
        case .error: "error"
        case .warning: "warn"
        case .notice: "note"
        case .info: "info"
        case .debug: record.level == .trace ? "trace" : "debug"
        }
    }

    /// `value` in quotes where a reader could not tell where it begins or ends.
    static func value(_ value: String) -> String {
        let special: (Unicode.Scalar) -> Bool = { $0 == "=" || $0 == "\"" || $0 == "\\" || $0.properties.isWhitespace }
        guard value.isEmpty || value.unicodeScalars.contains(where: special) else { return value.shown }
        // Scalar by scalar: with a mark behind it, a quote is another character and a quote all the same.
        var quoted = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        return "\"\(String(quoted).shown)\""
    }

    // Select Graphic Rendition, ECMA-48 section 8.3.117.
    private static let plain = "\u{1b}[0m"
    private static let dim = "\u{1b}[2m"

    private static func color(of priority: LogPriority) -> String {
        switch priority {
        case .alert, .critical: "\u{1b}[1;31m"
        case .error: "\u{1b}[31m"
        case .warning: "\u{1b}[33m"
        case .notice: "\u{1b}[1m"
        case .info: "\u{1b}[32m"
        case .debug: dim
        }
    }
}
