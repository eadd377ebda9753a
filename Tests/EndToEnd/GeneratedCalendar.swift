import Foundation
import ICalendar
import Routing
import TestSupport
import Time

/// Writes well-formed calendars with one kind of value each, the same for the same seed.
///
/// Left out is what `recurring-ical-events` and dateutil, which it uses, do otherwise than RFC 5545:
/// - Exact lengths over a change of the clocks: Python adds them on the wall. Lengths in hours stay within a day from 04:00 on.
/// - BYWEEKNO without BYDAY: dateutil takes all days of the week, where DTSTART's is meant; with INTERVAL, BYSETPOS or COUNT: it counts a
///   week that begins in December to that year; and weeks beyond 51 from either end, which it counts wrongly around the new year.
/// - BYSETPOS of weeks: dateutil's first week begins with DTSTART.
/// - A start that its rule does not mean: section 3.8.5.3 counts it as the first; dateutil does not with COUNT.
/// - An occurrence that is both taken away (EXDATE) and changed (RECURRENCE-ID): the package drops both.
/// - EXDATE and RECURRENCE-ID where a zoned event occurs more than once a day: the package takes 16:00 in the zone for 16:00 UTC, too.
struct GeneratedCalendar {
    private var random: SeededGenerator
    private(set) var text = ""

    enum Kind: CaseIterable {
        case day, floating, utc, zoned
    }

    private let kind: Kind
    private let zone: String
    /// Seconds of the day at which it begins; 0 of a day.
    private let time: Int
    private let isShort: Bool
    private var rule: String?
    private var lines: [String] = []
    private let start: Int

    static let window: ClosedRange<CalendarDay> =
        CalendarDay(daysSince1970: 19_723)...CalendarDay(daysSince1970: 20_818)

    private static let zones = [
        "Europe/Amsterdam", "America/New_York", "Europe/London", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Sydney",
        "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu", "W. Europe Standard Time", "GMT Standard Time",
        "Eastern Standard Time",
    ]
    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    init(seed: UInt64, clock: ServiceClock) {
        random = SeededGenerator(seed: seed)
        kind = Kind.allCases.randomElement(using: &random) ?? .day
        zone = Self.zones.randomElement(using: &random) ?? "Europe/Amsterdam"
        isShort = Bool.random(using: &random)
        // From February 2023 to May 2026.
        start = Int.random(in: 19_400...20_600, using: &random)
        time =
            kind == .day
            ? 0
            : isShort
                ? Int.random(in: 16...68, using: &random) * 900 : Int.random(in: 0..<96, using: &random) * 900
        let length = length()
        if Int.random(in: 0..<10, using: &random) > 0 { rule = makeRule() }
        let meant = rule.flatMap { firstMeant(by: $0, clock: clock) }
        // dateutil looks for the first occurrence of one that has none until the year 9999.
        if meant == nil { rule = nil }
        let first = meant ?? start * 86_400 + time
        lines = ["UID:1@generated.example", "DTSTAMP:20260101T000000Z", "SUMMARY:Feest", property("DTSTART", [first])]
        lines += length.map { [$0 == "DTEND" ? end(first) : $0] } ?? []
        if let rule { lines.append("RRULE:" + rule) }
        text = Self.calendar([lines])
        except(first, clock)
    }

    // MARK: The parts

    private mutating func length() -> String? {
        if kind == .day {
            return [nil, "DURATION:P1D", "DURATION:P3D", "DURATION:P1W", "DTEND"].randomElement(using: &random) ?? nil
        }
        if isShort {
            return ["DURATION:PT90M", "DURATION:PT3H", "DURATION:PT1H15M30S", "DTEND"].randomElement(using: &random)
        }
        return ["DURATION:P1D", "DURATION:P2D", "DURATION:P1W"].randomElement(using: &random)
    }

    private mutating func end(_ first: Int) -> String {
        let length =
            kind == .day ? Int.random(in: 1...4, using: &random) * 86_400 : Int.random(in: 1...20, using: &random) * 900
        return property("DTEND", [first + length])
    }

    private mutating func makeRule() -> String {
        var parts: [String] = []
        let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].randomElement(using: &random) ?? "DAILY"
        var isWhole = true
        func has(_ part: String) -> Bool { parts.contains { $0.hasPrefix(part) } }
        if chance(3) { parts.append("BYMONTH=" + list(1...12, 3)) }
        switch frequency {
        case "DAILY":
            if chance(4) { parts.append("BYMONTHDAY=" + signed(1...31, 4)) }
            if chance(4) { parts.append("BYDAY=" + weekdays(counted: false)) }
        case "WEEKLY":
            if chance(2) { parts.append("BYDAY=" + weekdays(counted: false)) }
        case "MONTHLY":
            if chance(2) { parts.append("BYMONTHDAY=" + signed(1...31, 4)) }
            if chance(2) { parts.append("BYDAY=" + weekdays(counted: !has("BYMONTHDAY"))) }
        default:
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                parts = ["BYWEEKNO=" + weeks(), "BYDAY=" + weekdays(counted: false)]
                isWhole = false
            case 1: parts.append("BYYEARDAY=" + signed(1...366, 5))
            case 2: parts.append("BYMONTHDAY=" + signed(1...31, 3))
            case 3: parts.append("BYDAY=" + weekdays(counted: true))
            case 4: parts += ["BYMONTHDAY=" + signed(1...31, 6), "BYDAY=" + weekdays(counted: false)]
            default: break
            }
        }
        if kind != .day, chance(6) { parts.append("BYHOUR=" + (isShort ? list(4...17, 3) : list(0...23, 3))) }
        if kind != .day, chance(8) { parts.append("BYMINUTE=" + list(0...59, 2)) }
        if isWhole, frequency != "WEEKLY", !parts.isEmpty, chance(3) { parts.append("BYSETPOS=" + signed(1...4, 2)) }
        if isWhole, chance(3) { parts.append("INTERVAL=\(Int.random(in: 2...5, using: &random))") }
        if chance(3) { parts.append("WKST=" + (Self.weekdays.randomElement(using: &random) ?? "MO")) }
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where isWhole: parts.append("COUNT=\(Int.random(in: 1...40, using: &random))")
        case 1: parts.append("UNTIL=" + until())
        default: break
        }
        return (["FREQ=" + frequency] + parts.shuffled(using: &random)).joined(separator: ";")
    }

    private mutating func until() -> String {
        let day = start + Int.random(in: 0...3_000, using: &random)
        switch kind {
        case .day: return Self.date(day)
        case .floating: return Self.dateTime(day * 86_400 + time)
        // With a zone it is UTC, and is not to hit an occurrence by chance.
        case .utc, .zoned: return Self.dateTime(day * 86_400 + time + 437) + "Z"
        }
    }

    /// The rule's first own occurrence from the start on: what DTSTART has to be.
    private func firstMeant(by rule: String, clock: ServiceClock) -> Int? {
        let endless = rule.split(separator: ";").filter { !$0.hasPrefix("COUNT") }.joined(separator: ";")
        // The start itself always counts, so the rule is asked with an event that begins a year or more before, at the same time.
        let earlier = property("DTSTART", [start * 86_400 + time])
        let text = Self.calendar([[earlier, "DURATION:P1D", "RRULE:" + endless]])
        let (events, findings) = CalendarReader(
            clock: clock, window: CalendarDay(daysSince1970: start - 1)...Self.window.upperBound
        )
        .read(text)
        let isMeant = !findings.contains { $0.text.contains("does not mean the event's own start") }
        guard let occurrence = events.first?.occurrences.dropFirst(isMeant ? 0 : 1).first else { return nil }
        return wall(occurrence, clock)
    }

    /// Takes some occurrences away, adds some, changes some.
    private mutating func except(_ first: Int, _ clock: ServiceClock) {
        if kind == .zoned, rule?.contains("BYHOUR") == true || rule?.contains("BYMINUTE") == true { return }
        let known = CalendarReader(clock: clock, window: Self.window).read(text).events.first?.occurrences ?? []
        var walls = Set(known.compactMap { wall($0, clock) }).sorted().prefix(400).shuffled(using: &random)
        if chance(3), walls.count > 3 {
            let away = Array(walls.prefix(Int.random(in: 1...3, using: &random)))
            walls.removeFirst(away.count)
            if Bool.random(using: &random) {
                lines.append(property("EXDATE", away))
            } else {
                lines += away.map { property("EXDATE", [$0]) }
            }
        }
        if chance(4) {
            let count = Int.random(in: 1...3, using: &random)
            let isPeriod = isShort && kind != .day && Bool.random(using: &random)
            lines.append(
                property(
                    isPeriod ? "RDATE;VALUE=PERIOD" : "RDATE",
                    (0..<count).map { _ in first + Int.random(in: 1...900, using: &random) * 86_400 },
                    after: isPeriod ? "/PT2H" : ""))
        }
        var events = [lines]
        if chance(3), let changed = walls.first {
            let isForAll = chance(4)
            events.append(change(changed, andFuture: isForAll))
            if !isForAll, chance(3), walls.count > 1 { events.append(change(walls[1], andFuture: false)) }
        }
        text = Self.calendar(events)
    }

    private mutating func change(_ wall: Int, andFuture: Bool) -> [String] {
        let name = andFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID"
        var change = ["UID:1@generated.example", property(name, [wall])]
        let days = Int.random(in: -3...3, using: &random) * 86_400
        if kind == .day {
            change += [property("DTSTART", [wall + days]), "DURATION:P2D"]
        } else {
            let day = wall - wall % 86_400 + days
            change += [property("DTSTART", [day + Int.random(in: 16...70, using: &random) * 900]), "DURATION:PT2H"]
        }
        if !andFuture, chance(4) { change.append("STATUS:CANCELLED") }
        return change
    }

    // MARK: Values

    private func wall(_ occurrence: CalendarEvent.Occurrence, _ clock: ServiceClock) -> Int? {
        switch occurrence {
        case .days(let range): return range.lowerBound.daysSince1970 * 86_400
        case .time(let start, _):
            let epoch = Int(start.milliseconds / 1_000)
            switch kind {
            case .zoned:
                return Self.clocks[zone]?.wallSeconds(epoch: epoch)
            case .floating: return clock.wallSeconds(epoch: epoch)
            default: return epoch
            }
        }
    }

    private func property(_ name: String, _ walls: [Int], after: String = "") -> String {
        let values = walls.map { wall in
            kind == .day ? Self.date(wall / 86_400) : Self.dateTime(wall) + (kind == .utc ? "Z" : "") + after
        }
        let parameter = kind == .day ? ";VALUE=DATE" : kind == .zoned ? ";TZID=\(zone)" : ""
        return "\(name)\(parameter):\(values.joined(separator: ","))"
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    private mutating func list(_ range: ClosedRange<Int>, _ most: Int) -> String {
        let count = Int.random(in: 1...most, using: &random)
        return (0..<count).map { _ in "\(Int.random(in: range, using: &random))" }.joined(separator: ",")
    }

    private mutating func signed(_ range: ClosedRange<Int>, _ most: Int) -> String {
        let count = Int.random(in: 1...most, using: &random)
        return (0..<count).map { _ in
            (chance(3) ? "-" : "") + "\(Int.random(in: range, using: &random))"
        }.joined(separator: ",")
    }

    private mutating func weeks() -> String {
        list(1...51, 2) + (chance(3) ? ",-\(Int.random(in: 1...51, using: &random))" : "")
    }

    private mutating func weekdays(counted: Bool) -> String {
        let days = Self.weekdays.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
        let isCounted = counted && Bool.random(using: &random)
        return days.map { day in
            guard isCounted else { return day }
            return "\(["1", "2", "3", "4", "-1", "-2", "+1"].randomElement(using: &random) ?? "1")\(day)"
        }.joined(separator: ",")
    }

    private static func date(_ day: Int) -> String {
        CalendarDay(daysSince1970: day).description.filter { $0 != "-" }
    }

    private static func dateTime(_ wall: Int) -> String {
        let day = wall >= 0 ? wall / 86_400 : 0
        let second = wall - day * 86_400
        let digits = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(date(day))T\(digits)"
    }

    /// The same calendar with marks of an agent's: whether each event takes up time, and whether he is out of office.
    func marked(seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let marks = [
            "TRANSP:TRANSPARENT", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
            "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF\r\nTRANSP:OPAQUE",
            "X-MICROSOFT-CDO-INTENDEDSTATUS:OOF",
        ]
        let lines = text.components(separatedBy: "\r\n").flatMap { line in
            line == "BEGIN:VEVENT" && Bool.random(using: &random)
                ? [line, marks.randomElement(using: &random) ?? ""] : [line]
        }
        return lines.joined(separator: "\r\n")
    }

    static func calendar(_ events: [[String]]) -> String {
        let all = events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] }
        return (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//majord//tests//EN"] + all + ["END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    /// The zones' clocks by the names in the calendars.
    private static let clocks: [String: ServiceClock] = {
        let windows = [
            "W. Europe Standard Time": "Europe/Berlin", "GMT Standard Time": "Europe/London",
            "Eastern Standard Time": "America/New_York",
        ]
        return Dictionary(
            uniqueKeysWithValues: zones.compactMap { name in
                TimeZone(identifier: windows[name] ?? name).map { (name, ServiceClock($0)) }
            })
    }()
}
