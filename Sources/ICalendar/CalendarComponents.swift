/// An event, a time zone or a time zone's observance with the properties that are read of it.
struct Component {
    let name: String
    /// Where it begins.
    let line: Int
    var properties: [ContentLine] = []
    var parts: [Component] = []

    func first(_ name: String) -> ContentLine? { properties.first { $0.name == name } }

    func all(_ name: String) -> [ContentLine] { properties.filter { $0.name == name } }
}

/// Takes a calendar apart into its events and time zones (RFC 5545, sections 3.4 and 3.6).
///
/// Other components, what stands inside an event (alarms), and unknown properties are passed over. Nothing recurses: the depth costs
/// an array's entry each, and is bounded.
struct CalendarComponents {
    private(set) var events: [Component] = []
    private(set) var zones: [Component] = []

    /// Components that stand in each other; a calendar's alarm makes three.
    static let maximumDepth = 16

    private static let eventProperties: Set<String> = [
        "UID", "SUMMARY", "STATUS", "TRANSP", "SEQUENCE", "X-MICROSOFT-CDO-BUSYSTATUS", "DTSTART", "DTEND", "DURATION",
        "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    ]
    /// Those that only say what kind of event it is: a broken one makes no file unreadable.
    private static let marks: Set<String> = [
        "X-MICROSOFT-CDO-INTENDEDSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
        "X-NEXTCLOUD-OUT-OF-OFFICE", "X-GOOGLE-EVENT-TYPE",
    ]
    /// Those of which a broken continuation would be missed; texts can do without.
    private static let continuable = eventProperties.subtracting(["SUMMARY", "UID"])
    private static let zoneProperties: Set<String> = [
        "TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "EXDATE",
    ]

    /// Those that stand open, the outermost first.
    private var open: [(name: String, line: Int)] = []
    private var event: Component?
    private var zone: Component?
    private var observance: Component?

    init(
        _ text: String, _ budget: inout ReadingBudget, _ findings: inout CalendarFindings
    ) throws(Unusable) {
        var lines = ContentLines(String(text.trimmingPrefix("\u{FEFF}")))
        var hasBegun = false
        var previous: String?
        while let (bytes, number) = lines.next() {
            try budget.take(ReadingBudget.stepsOfLine, line: number)
            guard !bytes.contains(0) else { throw Self.noCalendar(number, "there is a NUL byte in this line") }
            guard bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else { continue }
            let line = ContentLine(bytes, line: number)
            if !hasBegun {
                guard let line, line.name == "BEGIN", Self.name(line) == "VCALENDAR" else {
                    throw Self.noCalendar(number, "it begins with \(quoted(String(decoding: bytes, as: UTF8.self)))")
                }
                hasBegun = true
            }
            guard !open.isEmpty || line?.name == "BEGIN" else {
                throw Unusable(number, "stands after END:VCALENDAR; the file must end there")
            }
            guard let line else {
                previous = try passOver(bytes, number, after: previous, &findings)
                continue
            }
            previous = line.name
            switch line.name {
            case "BEGIN": try begin(line)
            case "END": try end(line)
            default: take(line)
            }
        }
        guard hasBegun else { throw Self.noCalendar(1, "it is empty") }
        if let last = open.last {
            throw Unusable(last.line, "BEGIN:\(last.name) has no END:\(last.name): the file was cut short")
        }
    }

    private mutating func begin(_ line: ContentLine) throws(Unusable) {
        let name = Self.name(line)
        guard open.count < Self.maximumDepth else {
            throw Unusable(
                line.line, "is the \(open.count + 1)th component inside another; write at most \(Self.maximumDepth)")
        }
        guard open.isEmpty == (name == "VCALENDAR") else {
            throw Unusable(
                line.line, open.isEmpty ? "BEGIN:VCALENDAR is expected here" : "the BEGIN before it has no END")
        }
        switch name {
        case "VEVENT":
            guard event == nil else {
                throw Unusable(line.line, "BEGIN:VEVENT stands before the END:VEVENT of line \(event?.line ?? 0)")
            }
            event = Component(name: name, line: line.line)
        case "VTIMEZONE" where event == nil: zone = Component(name: name, line: line.line)
        case "STANDARD", "DAYLIGHT":
            if open.last?.name == "VTIMEZONE" { observance = Component(name: name, line: line.line) }
        default: break
        }
        open.append((name, line.line))
    }

    private mutating func end(_ line: ContentLine) throws(Unusable) {
        let name = Self.name(line)
        guard let last = open.popLast(), last.name == name else {
            throw Unusable(
                line.line,
                "END:\(printable(name, limit: 64)) does not end what was begun before it; a line is missing, or the file was cut short"
            )
        }
        if let ended = event, name == "VEVENT" {
            events.append(ended)
            event = nil
        } else if let ended = zone, name == "VTIMEZONE" {
            zones.append(ended)
            zone = nil
        } else if let ended = observance, name == ended.name {
            zone?.parts.append(ended)
            observance = nil
        }
    }

    /// Keeps a property that is read, where it stands directly in the component.
    private mutating func take(_ line: ContentLine) {
        switch open.last?.name {
        case "VEVENT" where Self.eventProperties.contains(line.name) || Self.marks.contains(line.name):
            event?.properties.append(line)
        case "VTIMEZONE" where line.name == "TZID": zone?.properties.append(line)
        case "STANDARD" where Self.zoneProperties.contains(line.name),
            "DAYLIGHT" where Self.zoneProperties.contains(line.name):
            observance?.properties.append(line)
        default: break
        }
    }

    /// A line that is no property is mostly a broken description; after a property that counts it may be a part of that.
    ///
    /// - Returns: The name of the property that a line after it would go on with.
    private func passOver(
        _ bytes: ArraySlice<UInt8>, _ line: Int, after previous: String?, _ findings: inout CalendarFindings
    ) throws(Unusable) -> String? {
        let text = quoted(String(decoding: bytes, as: UTF8.self))
        let name = Self.malformedName(bytes, after: previous)
        let counts =
            switch open.last?.name {
            case "VEVENT":
                name.map { Self.eventProperties.contains($0) && $0 != "SUMMARY" }
                    ?? Self.continuable.contains(previous ?? "")
            case "STANDARD", "DAYLIGHT": Self.zoneProperties.contains(name ?? previous ?? "")
            default: false
            }
        guard !counts else {
            throw Unusable(line, "\(text) is no property with a value, and no continuation of the line before it")
        }
        findings.warn(line, "\(text) is no property; it is passed over")
        return name ?? previous
    }

    /// The name of a property whose parameters are broken; nil for what may rather be a part of the property before it, such as
    /// `BYMONTH=4` or `TU;INTERVAL=2` of a rule.
    private static func malformedName(_ bytes: ArraySlice<UInt8>, after previous: String?) -> String? {
        let end = bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") } ?? bytes.endIndex
        let name = String(decoding: bytes[..<end], as: UTF8.self).uppercased()
        guard name.utf8.first.map({ (0x41...0x5A).contains($0) }) == true,
            name.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        if eventProperties.contains(name) || zoneProperties.contains(name) || name.hasPrefix("X-") { return name }
        let isRule = previous == "RRULE" || previous == "EXRULE"
        guard isRule ? bytes.contains(UInt8(ascii: ":")) : end < bytes.endIndex else { return nil }
        return name
    }

    private static func name(_ line: ContentLine) -> String {
        line.value.filter { !$0.isWhitespace }.uppercased()
    }

    private static func noCalendar(_ line: Int, _ reason: String) -> Unusable {
        Unusable(line, "is no iCalendar file from BEGIN:VCALENDAR to END:VCALENDAR: \(reason)")
    }
}
