import MajorAPI
import Routing

/// What a change of an agent's availability means, in words.
enum AbsenceText {
    /// What happens now, line by line.
    static func confirmation(_ entered: RosterAPI.Entered, isOwn: Bool, today: CalendarDay) -> [String] {
        var lines = [headline(entered.absence, isOwn: isOwn, today: today)]
        let whose = isOwn ? "your" : "\(entered.absence.agentName)'s"
        let until = entered.absence.until.map { " until \(spoken($0, today))" } ?? ""
        for (agent, clients) in grouped(entered.takeovers) {
            guard let agent else { continue }
            let count = clients.count == 1 ? "client" : "\(clients.count) clients"
            lines.append("Calls for \(whose) \(count) go to \(agent)\(until): \(clients.joined(separator: ", ")).")
        }
        if entered.takeovers.isEmpty {
            lines.append("No client's calls come to \(isOwn ? "you" : entered.absence.agentName) first in that time.")
        }
        if !entered.gaps.isEmpty {
            lines.append("Nobody is there for:")
            lines += gaps(entered.gaps, today: today)
        }
        return lines
    }

    /// One line for each stretch in which a client has nobody; those of one client with the same stand-ins follow each other.
    static func gaps(_ gaps: [RosterAPI.Gap], today: CalendarDay? = nil) -> [String] {
        let shown = gaps.prefix(8).map { gap in
            let today = today ?? LocalDateTime(rfc3339: gap.from)?.day ?? CalendarDay(daysSince1970: 0)
            let standIns =
                gap.standIns.isEmpty
                ? "nobody else has capacity then" : "could stand in: \(gap.standIns.joined(separator: ", "))"
            return "  \(gap.clientName): \(stretch(gap.from, gap.until, today)); \(standIns)"
        }
        return shown + (gaps.count > 8 ? ["  and \(gaps.count - 8) more times"] : [])
    }

    /// `sick until Monday 4 January 09:00`
    static func line(_ absence: RosterAPI.Absence, today: CalendarDay) -> String {
        let until = absence.until.map { "until \(spoken($0, today))" } ?? "until further notice"
        return "\(absence.kind) from \(start(absence.from, today)) \(until)"
    }

    /// `Monday 4 January 09:00`, or the text itself when it is no instant.
    static func spoken(_ rfc3339: String, _ today: CalendarDay) -> String {
        guard let time = LocalDateTime(rfc3339: rfc3339) else { return rfc3339 }
        // Midnight is the end of the day before, which is what people mean by it.
        return time.time == .startOfDay
            ? "the end of \(time.day.advanced(by: -1).spoken(today: today))" : time.spoken(today: today)
    }

    private static func headline(_ absence: RosterAPI.Absence, isOwn: Bool, today: CalendarDay) -> String {
        let who = isOwn ? "You are" : "\(absence.agentName) is"
        let until = absence.until.map { " until \(spoken($0, today))" }
        return switch absence.kind {
        case "sickness": "\(who) reported sick\(until ?? " until further notice")."
        case "pause": "\(who) in a pause\(until ?? "")."
        default: "\(who) on leave from \(start(absence.from, today))\(until ?? "") (absence \(absence.id))."
        }
    }

    private static func start(_ rfc3339: String, _ today: CalendarDay) -> String {
        guard let time = LocalDateTime(rfc3339: rfc3339) else { return rfc3339 }
        return time.time == .startOfDay ? time.day.spoken(today: today) : time.spoken(today: today)
    }

    private static func stretch(_ from: String, _ until: String, _ today: CalendarDay) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "\(from) to \(until)"
        }
        let close = end.day == start.day ? end.time.description : spoken(until, today)
        return "\(start.day.spoken(today: today)) \(start.time) to \(close)"
    }

    /// Clients by who takes over, in the order of their first client.
    private static func grouped(_ takeovers: [RosterAPI.Takeover]) -> [(agent: String?, clients: [String])] {
        var groups: [(agent: String?, clients: [String])] = []
        for takeover in takeovers {
            if let index = groups.firstIndex(where: { $0.agent == takeover.agentName }) {
                groups[index].clients.append(takeover.clientName)
            } else {
                groups.append((takeover.agentName, [takeover.clientName]))
            }
        }
        return groups
    }
}
