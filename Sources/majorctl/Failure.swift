import ArgumentParser
import MajorAPI
import Routing
import ShownText
import Time
import Varlink

/// Why a command did not do what it was asked, in words for people.
enum Failure: Error {
    /// There is no answer from majord.
    case away(String)
    case notAllowed(String)
    case refused(String)
    /// The directory has errors.
    case findings(generation: UInt64, [DirectoryAPI.Finding])

    init(_ answered: VarlinkError) {
        let error = VarlinkError(name: answered.name.shown, parameters: Printable.texts(of: answered.parameters))
        func text(_ key: String) -> String {
            if case .string(let value) = error.parameters[key] { value } else { "" }
        }
        switch error.name {
        case VarlinkError.permissionDenied.name:
            // A majord of before does not tell.
            let rule = text("rule").isEmpty ? "ask a manager" : text("rule")
            self = .notAllowed("you may not do this: \(rule)")
        case RosterErrorName.unknownAgent:
            var known: [String] = []
            if case .array(let values) = error.parameters["known"] {
                known = values.compactMap { if case .string(let value) = $0 { value } else { nil } }
            }
            self = .refused("there is no agent \(text("agent")); there are \(known.joined(separator: ", "))")
        case RosterErrorName.notAnAgent:
            self = .refused("\(text("user")) is no agent's Unix user; name the agent with --agent")
        case RosterErrorName.unknownAbsence:
            self = .refused("there is no absence \(text("absence")) in force or to come; see majorctl absences")
        case RosterErrorName.absenceOver:
            let message: AbsenceOverMessage? = try? error.parameters.decoded()
            self = .refused(message.map(AbsenceText.over) ?? "the absence is over")
        case RosterErrorName.notOrphaned:
            self = .refused(
                "absence \(text("absence")) is \(text("agent_name"))'s, who is in the directory; cancel it, and enter another"
            )
        case RosterErrorName.notAbsent:
            self = .refused("\(text("agent_name")) is not absent")
        case RosterErrorName.notBusy:
            self = .refused("\(text("agent_name")) is on no call")
        case RosterErrorName.invalidPeriod, RosterErrorName.invalidNote:
            self = .refused(text("reason"))
        case RosterErrorName.ledgerUnavailable:
            self = .refused("nothing was changed: \(text("cause"))")
        case RoutingAPI.pastUnknown:
            self = .refused("who was away then is not known at the moment: \(text("cause"))")
        case RosterErrorName.opensGaps:
            let message: GapsMessage? = try? error.parameters.decoded()
            let wording = Wording(at: message?.gaps.first?.from, in: message?.timeZone)
            self = .refused(
                (["it would leave clients without anybody:"]
                    + AbsenceText.gaps(message?.gaps ?? [], moreClients: message?.moreClients, wording)
                    + ["A manager can enter it all the same with --override."]).joined(separator: "\n"))
        case DirectoryAPI.refused:
            let refused: DirectoryAPI.Refused? = try? error.parameters.decoded()
            self = .findings(generation: refused?.generation ?? 0, refused?.findings ?? [])
        case "org.varlink.service.InvalidParameter":
            self = .refused("majord does not know \(text("parameter")), or not with this value")
        default:
            self = .refused("majord answered with \(error)")
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .away: ExitCode(69)
        case .notAllowed: ExitCode(77)
        case .refused: ExitCode(1)
        case .findings: ExitCode(2)
        }
    }

    var text: String {
        switch self {
        case .away(let text), .notAllowed(let text), .refused(let text): text
        case .findings(let generation, let findings):
            (findings.map { FindingText.line($0, Style.standardError) }
                + ["Reload refused; generation \(generation) stays in force."])
                .joined(separator: "\n")
        }
    }
}

extension ParsableCommand {
    /// Runs a command's body; a failure goes to stderr, with its exit status.
    func reportingFailures(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw failure.exitCode
        }
    }
}
