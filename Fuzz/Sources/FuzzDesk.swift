import DirectoryFiles
import Numbering
import Routing
import Time

@testable import PBX

/// A desk with a directory of two agents and a client.
enum FuzzDesk {
    static let now = Instant(clamping: 1_790_000_000_000)

    /// Files by name; the calendar is read with them.
    static let files = [
        "/d/majord.yaml": """
        region: NL
        time_zone: Europe/Amsterdam
        exclusive_numbers: [+31880001234]
        overflow: {default: 2000}
        levels:
          level: {hours: {mon-sun: "00:00-24:00"}, holidays: holidays.ics}
        """,
        "/d/agents.yaml": """
        agents:
          - {id: joke, name: Joke de Vries, extension: 2101, user: joke}
          - {id: mark, name: Mark Bakker, extension: 2102, user: mark}
        """,
        "/d/clients.d/noord.yaml": """
        id: noord
        name: Scholengroep Noord
        size: small
        schools: 12
        primary: joke
        backup: mark
        introduced: 2026-01-12
        agreement: {title: Afspraken Noord, start: 2026-01-01, level: level}
        numbers: [+31 50 555 01 00, +31 50 555 02 00 - 02 99]
        """,
        "/d/holidays.ics": """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:x
        BEGIN:VEVENT
        UID:x
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261225
        SUMMARY:Kerst
        END:VEVENT
        END:VCALENDAR

        """,
    ]

    private static let table: RoutingTable = {
        let reading = DirectoryReader.read(DirectoryCopy(path: "/d", files: files), now: now)
        guard let directory = reading.directory,
            let table = try? RoutingTable(directory: directory, roster: Roster(), generation: 1)
        else { preconditionFailure("the directory of the fuzzers is not read: \(reading.findings)") }
        return table
    }()

    private static let reader: NumberReader = {
        guard let reader = try? NumberReader(region: "NL") else { preconditionFailure("NL is no region") }
        return reader
    }()

    private static let bell: LoopBell = {
        guard let bell = try? LoopBell() else { preconditionFailure("no descriptor is left") }
        return bell
    }()

    /// As the seeds have it.
    static let token = String(repeating: "k3y-", count: 8)

    static func session(_ told: Told) -> SessionDesk {
        let counters = SocketCounters()
        return SessionDesk(
            calls: calls(told), counters: counters, fastAGI: counters,
            mailbox: DeskMailbox(bell: bell), token: FastAGIToken(token.utf8), socket: .pbx, proof: { 7 })
    }

    private static func calls(_ told: Told) -> CallDesk {
        CallDesk { caller, called, callID, _ in
            do throws(NumberTooLong) {
                let call = Call(caller: try reader.party(utf8: caller), called: try reader.party(utf8: called))
                told.note("\(callID.text): \(call)")
                return .success(RoutedCall(id: DecisionID(number: 1), decision: table.decide(call, at: now).answer))
            } catch {
                return .failure(.callerTooLong)
            }
        } next: { callID, status, phone in
            told.note("\(callID): \(status.rawValue) at \(phone?.description ?? "none")")
            let decision = table.decide(Call(caller: .unknown, called: .unknown), at: now)
            return RoutedCall(id: DecisionID(number: 1), decision: decision.answer)
        } report: { event, accepted in
            told.note("\(event)")
            accepted()
        } phone: { report in
            told.note("\(report)")
        } deskPhone: { request, _, answered in
            told.note("\(request)")
            answered(DeskPhoneAnswer(sentence: "Joke de Vries is away", state: "away"))
        } figures: {
            DeskFigures(
                version: "0", uptimeSeconds: 1, generation: 1, clients: 1, agents: 2, agentsAbsent: 0,
                clientsCovered: 1,
                clientsUncovered: 0, decisions: [:])
        }
    }
}
