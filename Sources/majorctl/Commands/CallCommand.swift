import ArgumentParser
import MajorAPI
import Wording

struct CallCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Tell everything about one call: who was considered, who got it, how it ended, and why.",
        aliases: ["why"])

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The PBX's name for the call, or a decision's.")
    var name: String

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(CallsAPI.Describe(call: name)) { reply in
            for (index, call) in reply.calls.enumerated() {
                if index > 0 { session.print("") }
                session.print(CallRecordText.details(call, time, session.style))
            }
        }
    }
}
