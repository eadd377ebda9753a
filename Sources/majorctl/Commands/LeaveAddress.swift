import ArgumentParser
import MajorAPI

struct LeaveAddress: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "address",
        abstract: "Print from where an agent's calendar is read: its source and its address.",
        discussion: "For majord-calendar@.service. The address may hold a key: do not show it to others.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run(_ session: Session) throws {
        try session.daemon().call(CalendarAPI.Address(agent: whose.agent)) { reply in
            session.print("\(reply.source) \(reply.url)")
        }
    }
}
