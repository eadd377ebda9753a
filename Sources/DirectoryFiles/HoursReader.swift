import Routing
import Time

/// Reads weekly hours: `{mon-fri: "07:30-18:00", sat: ["08:00-12:00", "13:00-17:00"]}`.
enum HoursReader {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Nil when the value has no keys and values; a part that cannot be read is a finding, and left out.
    static func read(_ value: Value) -> WeeklyHours? {
        guard let entries = value.entries() else { return nil }
        var hours = WeeklyHours()
        for (key, value) in entries {
            guard let days = weekdays(value.label) else {
                key.error(
                    "`\(value.label.prefix(64))` names no days; write mon, tue, wed, thu, fri, sat or sun, "
                        + "a range (mon-fri) or a list (mon,wed)")
                continue
            }
            guard !value.isEmpty else {
                key.error(
                    "`\(value.label.prefix(64))` has no hours; in braces a comma ends a key, so days that share hours are written in "
                        + "quotes: {\"sat,sun\": \"10:00-24:00\"}")
                continue
            }
            for range in ranges(value) {
                for day in days { add(range, to: day, of: &hours) }
            }
        }
        return hours
    }

    /// The days of `mon`, `mon-fri`, `fri-mon`, `mon,wed` or `mon-tue,thu`; nil for anything else.
    static func weekdays(_ text: String) -> [Weekday]? {
        var result: [Weekday] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { end in
                days.firstIndex { $0 == end.trimmingPrefix(while: \.isWhitespace) }
            }
            guard let first = ends.first.flatMap(\.self), let last = ends.last.flatMap(\.self), ends.count <= 2 else {
                return nil
            }
            // A range may pass Sunday.
            for offset in 0...(last - first + 7) % 7 {
                let day = Weekday.allCases[(first + offset) % 7]
                guard !result.contains(day) else { return nil }
                result.append(day)
            }
        }
        return result
    }

    /// The times of `07:30-18:00`; nil for anything else, also for an end that does not come after the start.
    static func range(_ text: String) -> WeeklyHours.Range? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { LocalTime(written: $0) }
        guard ends.count == 2, let from = ends[0], let until = ends[1] else { return nil }
        return WeeklyHours.Range(from: from, until: until)
    }

    private static func ranges(_ value: Value) -> [(range: WeeklyHours.Range, value: Value)] {
        var values = [value]
        if value.isList { values = value.list() ?? [] }
        return values.compactMap { value in
            guard let text = value.scalar() else { return nil }
            guard let range = range(text) else {
                value.error(
                    "`\(value.label)` must be hours such as \"07:30-18:00\", not `\(text.prefix(64))`; "
                        + "hours do not pass midnight, which is 24:00 at the end of a day")
                return nil
            }
            return (range, value)
        }
    }

    private static func add(
        _ new: (range: WeeklyHours.Range, value: Value), to day: Weekday, of hours: inout WeeklyHours
    ) {
        if let other = hours[day].first(where: { $0.from < new.range.until && new.range.from < $0.until }) {
            new.value.error("overlaps \(other.from)-\(other.until) on \(days[day.rawValue])")
        } else {
            hours[day].append(new.range)
        }
    }
}
