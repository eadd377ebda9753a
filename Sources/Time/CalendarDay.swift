/// A day of the Gregorian calendar, without a time zone: days since 1970-01-01.
package struct CalendarDay: Hashable, Comparable, Sendable {
    package let daysSince1970: Int

    /// The years that majord accepts; both ends included.
    package static let years = 1900...2199

    package init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// The day with this date, or nil where there is none (30 February, month 13, a year outside `years`).
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), let days = Self.daysSince1970(year: year, month: month, day: day) else {
            return nil
        }
        daysSince1970 = days
    }

    /// The days from 1970-01-01 to a date of the years 1 to 9999; nil where there is no such date.
    package static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= length(ofMonth: month, year: year) else { return nil }
        // Years begin in March, so that the leap day is the last of the year; a cycle of 400 years has 146,097 days.
        let shifted = month <= 2 ? year - 1 : year
        let cycle = shifted / 400
        let yearOfCycle = shifted - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    /// Year, month (1 to 12) and day of the month (from 1).
    package var date: (year: Int, month: Int, day: Int) {
        let days = daysSince1970 + 719_468
        let cycle = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfCycle = days - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (daysSince1970 + 3) % 7
        return Weekday.allCases[index >= 0 ? index : index + 7]
    }

    package func advanced(by days: Int) -> CalendarDay {
        CalendarDay(daysSince1970: daysSince1970 + days)
    }

    package static func < (one: CalendarDay, other: CalendarDay) -> Bool {
        one.daysSince1970 < other.daysSince1970
    }

    /// How many days a month has; the month is 1 to 12.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDay: CustomStringConvertible {
    /// `2026-12-24`
    package var description: String {
        let (year, month, day) = date
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
}

/// A day of the week; the week begins on Monday (ISO 8601).
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A number from 0 to 99 as two digits.
func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
