import Testing
import Time
import Wording

/// A sentence in every language, in the order of `Language.allCases`: English, Dutch.
func both(_ sentence: (Language) -> String) -> [String] {
    Language.allCases.map(sentence)
}

/// Wednesday 23 December 2026, 10:15 in Amsterdam, as whoever reads there understands times.
func timeWords(_ language: Language, zone: String? = nil) -> TimeWords {
    TimeWords(language, now: local("2026-12-23T10:15:00+01:00"), zone: zone)
}

func local(_ rfc3339: String) -> LocalDateTime {
    guard let time = LocalDateTime(rfc3339: rfc3339) else { preconditionFailure("no time \(rfc3339)") }
    return time
}
