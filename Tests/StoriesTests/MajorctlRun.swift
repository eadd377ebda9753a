import ArgumentParser
import Foundation
import MajorAPI
import Routing
import Time
import Varlink
import Wording

@testable import majorctl

/// `majorctl` in process: its own words and messages, and the control interface without a socket.
struct MajorctlRun {
    let office: Office
    let person: String

    /// - Returns: What it prints, and `exit 1` where that is its status. Times are without their zone, which is named only where the
    ///   machine's is another one.
    func lines(_ words: [String]) async throws -> [String] {
        try await printed(words).map { $0.replacing(/(\d\d:\d\d) Europe\/Amsterdam/) { "\($0.output.1)" } }
    }

    private func printed(_ words: [String]) async throws -> [String] {
        let command: any ParsableCommand
        do {
            command = try MajorctlCommand.parseAsRoot(words)
        } catch {
            return Self.usage(error)
        }
        do {
            return try await run(command)
        } catch let failure as Failure {
            return failure.text.split(separator: "\n").map(String.init) + ["exit \(failure.exitCode.rawValue)"]
        } catch let error as ValidationError {
            return Self.usage(error)
        }
    }

    private static func usage(_ error: any Error) -> [String] {
        ["\(MajorctlCommand.message(for: error))", "exit \(MajorctlCommand.exitCode(for: error).rawValue)"]
    }

    private func run(_ command: any ParsableCommand) async throws -> [String] {
        let (reader, time) = try await clock()
        switch command {
        case let command as Leave:
            let leave = try command.options.reading(time) { () throws(MomentError) in try reader.leave(command.moments)
            }
            let (from, until) = (reader.clock.rfc3339(leave.start), reader.clock.rfc3339(leave.end))
            let meant = "\(AbsenceWords(.en).noun(.leave)) \(time.period(from: from, until: until))".capitalizingFirst
            try Self.consent(leave.question, meant, command.yes)
            let request = RosterAPI.PlanLeave(
                agent: command.whose.agent, from: from, until: until, note: command.note,
                override: command.override ? true : nil)
            do {
                return try await enter(request, isOwn: command.whose.agent == nil, time, leave.remarks)
            } catch Failure.refused(let why) {
                throw Failure.refused((["\(meant): \(why)"] + leave.remarks.map(time.text)).joined(separator: "\n"))
            }
        case let command as Sick:
            let back =
                command.until.isEmpty
                ? nil : try command.options.reading(time) { () throws(MomentError) in try reader.back(command.until) }
            let end = (back?.instant).map(reader.clock.rfc3339)
            try Self.consent(
                back?.question, ChangeWords(time).back(on: time.time(end ?? "")).capitalizingFirst, command.yes)
            let request = RosterAPI.ReportSick(agent: command.whose.agent, until: end, note: command.note)
            return try await enter(request, isOwn: command.whose.agent == nil, time, back?.remarks ?? [])
        case let command as Pause:
            let request = RosterAPI.Pause(
                agent: command.whose.agent, seconds: try command.seconds(reader, time), note: command.note)
            return try await enter(request, isOwn: command.whose.agent == nil, time, [])
        case let command as Give:
            let request = RosterAPI.Give(absence: command.absence, agent: command.agent)
            return try await enter(request, isOwn: false, time, [])
        case let command as Back:
            let reply = try await ask(RosterAPI.Return(agent: command.whose.agent))
            return [AbsenceText.welcome(reply, isOwn: command.whose.agent == nil, time)]
        case let command as Cancel:
            let reply = try await ask(RosterAPI.Cancel(absence: command.absence))
            return AbsenceText.cancelled(reply, time)
        case let command as Release:
            let agent = command.agent ?? command.named
            let reply = try await ask(RosterAPI.Release(agent: agent))
            return [Release.sentence(reply, isOwn: agent == nil, time)]
        case let command as Absences: return try await absences(command, time)
        case let command as Explain: return try await explain(command, reader, time)
        case let command as Status:
            let request = RosterAPI.Status(clients: command.clients ? true : nil)
            var status = try await ask(request)
            let passed = (status.decisions["not-exclusive"] ?? 0) - office.settlings
            status.decisions["not-exclusive"] = passed > 0 ? passed : nil
            let lines = StatusText.lines(status, Style(isColored: false))
            return lines + (!status.degraded && status.uncovered.isEmpty ? [] : ["exit 1"])
        case let command as Check:
            let reply = try await ask(DirectoryAPI.Check())
            let hasErrors = reply.findings.contains { $0.severity == .error }
            let isBad = command.strict && !reply.findings.isEmpty
            return (reply.findings.isEmpty ? ["No findings."] : findings(reply.findings))
                + (hasErrors ? ["exit 2"] : isBad ? ["exit 1"] : [])
        case let command as Unknown:
            let since = try command.moment(reader, time)
            return NumberText.lines(try await ask(NumbersAPI.Unknown(since: since.map(reader.clock.rfc3339))), time)
        case let command as Number.Add:
            let reply = try await ask(command.request)
            return NumberText.lines(reply.learned, before: reply.before, .en)
        case let command as Number.Refuse:
            let reply = try await ask(NumbersAPI.Refuse(number: command.number))
            return NumberText.lines(reply.learned, before: reply.before, .en)
        case let command as Number.Remove:
            return [NumberWords(.en).removed(try await ask(NumbersAPI.Remove(number: command.number)).removed.number)]
        case is Number.List: return NumberText.lines(try await ask(NumbersAPI.List()), time)
        case is Number.Export: return NumberText.files(try await ask(NumbersAPI.List()).numbers)
        case is Reload:
            let reply = try await ask(DirectoryAPI.Reload())
            return ["Reloaded as generation \(reply.generation): \(reply.summary)."] + findings(reply.warnings)
        case let command as majorctl.Coverage:
            guard let report = CoverageReport(try await ask(command.request)) else { return ["no report", "exit 69"] }
            let text = command.text(report, ReaderTerminal(), Style(isColored: false), .en)
            return Self.lines(text) + (report.uncovered.isEmpty ? [] : ["exit 1"])
        case is majorctl.Capacity:
            let reply = try await ask(ReportsAPI.Capacity())
            let lines = majorctl.Capacity.lines(reply, ReaderTerminal(), Style(isColored: false), .en)
            return lines + (reply.agents.contains(where: CapacityText.exceeds) ? ["exit 1"] : [])
        case let command as majorctl.Digest:
            let reply = try await ask(ReportsAPI.Digest())
            return command.mail
                ? Self.lines(try command.message(reply, .en)) : majorctl.Digest.text(reply, .en).lines
        default: return ["stories do not know this command", "exit 64"]
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func absences(_ command: Absences, _ time: TimeWords) async throws -> [String] {
        let reply = try await ask(RosterAPI.ListAbsences(agent: command.agent))
        guard !reply.absences.isEmpty else { return [AbsenceWords(.en).nobody] }
        return reply.absences.flatMap { absence in
            let note = absence.note.map { " (\($0))" } ?? ""
            let line = "\(absence.id)  \(absence.agentName): \(AbsenceText.line(absence, time))\(note)"
            return absence.orphan == true
                ? [line, "   \(AbsenceWords(.en).orphan(of: absence.agent))"] : [line]
        }
    }

    private func explain(_ command: Explain, _ reader: MomentReader, _ time: TimeWords) async throws -> [String] {
        let at =
            command.call.at.isEmpty
            ? nil
            : try command.options.reading(time) { () throws(MomentError) in try reader.lookingBack(command.call.at) }
        let question = RoutingAPI.Explain(
            caller: command.call.caller, called: command.call.called, at: at.map(reader.clock.rfc3339),
            diverter: command.call.diverter)
        let answer = try await ask(question)
        return ["At \(time.time(answer.at)), generation \(answer.decision.generation)"]
            + answer.steps.map { step in "\(step.name): \(step.found)" + (step.place.map { " (\($0))" } ?? "") }
    }

    private func findings(_ findings: [DirectoryAPI.Finding]) -> [String] {
        findings.map { FindingText.line($0, Style(isColored: false)) }
    }

    private func enter<Request: VarlinkRequest>(
        _ request: Request, isOwn: Bool, _ time: TimeWords, _ remarks: [Remark]
    ) async throws -> [String] where Request.Reply: EnteredReply {
        AbsenceText.confirmation(try await ask(request), isOwn: isOwn, time, remarks)
    }

    /// There is nobody at a terminal to ask.
    private static func consent(_ question: Question?, _ what: String, _ isGiven: Bool) throws {
        guard let question, !isGiven else { return }
        throw Failure.refused("\(what): \(DurationWords(.en).text(question)). If that is meant, say so with --yes.")
    }

    private func clock() async throws -> (MomentReader, TimeWords) {
        let status = try await ask(RosterAPI.Status())
        guard let zone = TimeZone(identifier: status.timeZone), let now = LocalDateTime(rfc3339: status.now) else {
            throw Failure.away("the time zone \(status.timeZone) is not known")
        }
        let noon = status.noon.flatMap { LocalTime(written: $0) } ?? .noon
        return (MomentReader(clock: ServiceClock(zone), now: now.instant, noon: noon), TimeWords(.en, now: now))
    }

    private func ask<Request: VarlinkRequest>(_ request: Request) async throws -> Request.Reply {
        let reply = try await office.ask(Request.method, try JSONObject(encoding: request), by: person)
        if let error = reply.error {
            throw Failure(VarlinkError(name: error, parameters: reply.parameters))
        }
        return try Printable.texts(of: reply.parameters).decoded()
    }
}
