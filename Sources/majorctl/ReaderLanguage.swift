import Foundation
import Time

/// The language of whoever reads the terminal.
enum ReaderLanguage {
    static let current = language(ProcessInfo.processInfo.environment)

    /// The language of messages as GNU gettext finds it: the first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG`, before which
    /// `LANGUAGE` comes where that is no `C` locale. What majord does not speak is English.
    static func language(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale, !["C", "POSIX"].contains(locale.prefix { $0 != "." && $0 != "@" }) else { return .en }
        let preferred = (environment["LANGUAGE"] ?? "").split(separator: ":")
        return preferred.lazy.compactMap(spoken).first ?? spoken(locale[...]) ?? .en
    }

    /// Whether somebody has chosen one, as systemd's services have not.
    static func isChosen(_ environment: [String: String]) -> Bool {
        ["LC_ALL", "LC_MESSAGES", "LANG"].contains { environment[$0]?.isEmpty == false }
    }

    /// `nl_NL.UTF-8`, `nl@euro`, `nl`
    private static func spoken(_ locale: Substring) -> Language? {
        Language(rawValue: locale.prefix { $0.isLetter }.lowercased())
    }
}
