import MajorAPI
import ShownText
import Time
import Wording

/// What agents carry, as lines.
enum CapacityText {
    private static let barLength = 10

    /// - Parameter hasBlocks: Whether the terminal has block characters.
    static func lines(
        _ reply: ReportsAPI.Capacity.Reply, _ style: Style, hasBlocks: Bool, _ time: TimeWords
    ) -> [String] {
        let words = CapacityWords(time.language)
        guard !reply.agents.isEmpty else { return [words.nobody] }
        let until = CalendarDay(text: reply.until)?.spelled(in: time.language) ?? reply.until
        let nameWidth = min(reply.agents.map(\.agentName.displayWidth).max() ?? 0, 30)
        let margin = String(repeating: " ", count: nameWidth + 2)
        return [words.heading(large: reply.large, small: reply.small, until: until), ""]
            + reply.agents.flatMap { agent -> [String] in
                let isExceeded = exceeds(agent)
                let later = agent.exceeded ? nil : agent.changes.first(where: \.exceeded).map { day($0.from, time) }
                let room =
                    isExceeded
                    ? words.tooMuch(from: later)
                    : words.room(
                        large: agent.roomLarge, small: agent.roomSmall, taken: agent.percent)
                let painted =
                    isExceeded
                    ? style.red(room) : agent.roomLarge + agent.roomSmall > 0 ? style.green(room) : style.yellow(room)
                let percent = "\(agent.percent) %"
                let fill = String(repeating: " ", count: max(5 - percent.count, 0))
                return [
                    "\(agent.agentName.fitted(to: nameWidth))  \(fill)\(percent)  \(bar(agent, style, hasBlocks))  \(painted)",
                    margin + words.roles(agent.roles.map(role)),
                ]
                    + agent.changes.map { change in
                        let line = words.change(
                            change.percent, from: day(change.from, time), words.roles(change.roles.map(role)))
                        return margin + (change.exceeded ? style.red(line) : line)
                    }
            }
    }

    /// Now or on a day to come.
    static func exceeds(_ agent: ReportsAPI.AgentCapacity) -> Bool {
        agent.exceeded || agent.changes.contains(where: \.exceeded)
    }

    private static func role(_ load: ReportsAPI.RoleLoad) -> (role: String, large: Int, small: Int) {
        (load.role, load.large, load.small)
    }

    /// Loads change at midnights, but for deputies who come or go at another time.
    private static func day(_ instant: String, _ time: TimeWords) -> String {
        guard let local = LocalDateTime(rfc3339: instant) else { return instant }
        return local.isMidnight ? local.day.spelled(in: time.language) : time.time(local)
    }

    private static func bar(_ agent: ReportsAPI.AgentCapacity, _ style: Style, _ hasBlocks: Bool) -> String {
        let full = min(max((agent.percent * barLength + 50) / 100, agent.percent > 0 ? 1 : 0), barLength)
        let text =
            String(repeating: hasBlocks ? "█" : "#", count: full)
            + String(repeating: hasBlocks ? "·" : ".", count: barLength - full)
        return agent.exceeded ? style.red(text) : text
    }
}
