package import Time

// Times as narrow columns and televisions have them.
extension TimeWords {
    /// `do 24 dec`, `Thu 24 Dec`
    package func compactDay(_ day: CalendarDay) -> String {
        "\(compact(day.weekday)) \(ForecastWords(language).shortDate(day))"
    }

    /// `09:00` of today, `ma 08:00` within six days, `di 24 nov 08:00`; a text that is no instant as it stands.
    package func compact(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map { "\(prefix($0.day))\($0.time)" } ?? rfc3339
    }

    /// The same within a sentence: `om 09:00`, `op di 24 nov 08:00`
    package func compactMoment(_ rfc3339: String) -> String {
        let isToday = LocalDateTime(rfc3339: rfc3339)?.day == now.day
        return language.said(en: isToday ? "at" : "on", nl: isToday ? "om" : "op") + " \(compact(rfc3339))"
    }

    /// `tot ma 08:00`, `t/m zo 29 nov`
    package func compactUntil(_ rfc3339: String) -> String {
        guard let end = LocalDateTime(rfc3339: rfc3339) else { return rfc3339 }
        guard end.isMidnight else {
            return language.said(en: "until \(compact(rfc3339))", nl: "tot \(compact(rfc3339))")
        }
        let last = end.day.advanced(by: -1)
        let name =
            last == now.day ? language.said(en: "today", nl: "vandaag") : compactDay(last)
        return language.said(en: "through \(name)", nl: "t/m \(name)")
    }

    private func prefix(_ day: CalendarDay) -> String {
        let ahead = day.daysSince1970 - now.day.daysSince1970
        if ahead == 0 { return "" }
        return (abs(ahead) < 7 && ahead > 0 ? compact(day.weekday) : compactDay(day)) + " "
    }

    private func compact(_ weekday: Weekday) -> String {
        String(weekday.name(in: language).prefix(language.said(en: "Mon", nl: "ma").count))
    }
}
