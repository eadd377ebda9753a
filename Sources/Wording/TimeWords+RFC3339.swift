import Time

// The same for times as the control socket has them; a text that is no instant is said as it stands.
extension TimeWords {
    package func time(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map(time) ?? rfc3339
    }

    package func end(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map(end) ?? rfc3339
    }

    package func shortTime(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map(short) ?? rfc3339
    }

    package func until(_ rfc3339: String?) -> String {
        guard let rfc3339 else { return untilFurtherNotice }
        return LocalDateTime(rfc3339: rfc3339).map(until) ?? rfc3339
    }

    package func shortUntil(_ rfc3339: String?) -> String {
        guard let rfc3339 else { return untilFurtherNotice }
        return LocalDateTime(rfc3339: rfc3339).map(shortUntil) ?? rfc3339
    }

    package func shortStart(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map(shortStart) ?? rfc3339
    }

    package func period(from: String, until: String) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "\(from) – \(until)"
        }
        return period(from: start, until: end)
    }

    package func shortPeriod(from: String, until: String?) -> String {
        guard let start = LocalDateTime(rfc3339: from) else { return "\(from) – \(until ?? untilFurtherNotice)" }
        return shortPeriod(from: start, until: until.flatMap { LocalDateTime(rfc3339: $0) })
    }

    package func hours(from: String, until: String) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "\(from) – \(until)"
        }
        return hours(from: start, until: end)
    }

    /// - Parameter goesOn: Whether the end is only as far as was looked: `… to the end of Sunday 17 January 2027 and beyond`.
    package func stretch(from: String, until: String, goesOn: Bool? = nil) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "\(from) – \(until)"
        }
        return beyond(stretch(from: start, until: end), goesOn)
    }

    /// A stretch of time, and that its end is only as far as was looked, where that is so.
    package func beyond(_ stretch: String, _ goesOn: Bool?) -> String {
        goesOn == true ? stretch + language.said(en: " and beyond", nl: " en daarna") : stretch
    }
}
