import Foundation
import Testing

/// Kamailio with the shipped configuration, a phone at every extension, and callers at the trunk.
final class Exchange {
    /// Every extension of `Office.directory`, and the overflow that Kamailio takes by itself.
    static let extensions = ["2101", "2102", "2103", "2050", "2000"]

    /// Kamailio's workers overtake each other, so that an answer may come before the ringing: what comes late is passed over, and no reason to give
    /// the call up.
    private static let takingAnyOrder = ["-default_behaviors", "all,-abortunexp"]

    private let office: Office
    private let sip = UDPPort.free()
    /// The phone of an extension listens on the port that begins with this digit: 2101 on 12101.
    private let prefix: Int
    private let kamailio: Running
    private let ordinary: Running
    private var phones: [String: Running] = [:]

    init(_ office: Office, workers: Int = 2) throws {
        self.office = office
        prefix = try #require(
            (1...5).first { prefix in
                Self.extensions.allSatisfy { UInt16("\(prefix)\($0)").map(UDPPort.isFree) ?? false }
            }, "no free ports for phones")
        let others = UDPPort.free()
        let work = office.folder.appending(path: "kamailio-\(sip)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let settings = [
            "LISTEN=udp:127.0.0.1:\(sip)", "EXTENSIONS=sip:EXT@127.0.0.1:\(prefix)EXT",
            "ORDINARY=sip:NUMBER@127.0.0.1:\(others)", "MAJORD=\(office.pbxSocket)", "WORKERS=\(workers)",
            "PHONES=^127\\.0\\.0\\.1$",
        ]
        kamailio = try Running(
            "/usr/sbin/kamailio",
            [
                "-f", Programs.repository.appending(path: "etc/kamailio/kamailio.cfg").path, "-DD", "-E", "-m", "128",
                "-M", "8", "-Y", work.path, "-w", work.path,
            ] + settings.flatMap { ["-A", $0] }, folder: office.folder)
        ordinary = try Self.phone(at: others, place: "ordinary", silent: "none", log: nil, in: office)
        for phone in Self.extensions { try plugIn(phone) }
        let ready = try sipp("ready.xml", ["-m", "1", "-timeout", "60s", "-timeout_error"]).ended()
        try #require(ready.status == 0, "Kamailio is not ready: \(kamailio.errorText)")
    }

    deinit {
        let programs = [kamailio, ordinary] + phones.values
        for program in programs { program.signal(SIGTERM) }
        for program in programs { _ = try? program.ended(within: .seconds(10)) }
    }

    /// What Kamailio has logged.
    var log: String { kamailio.errorText }

    /// What majord has said that it recorded, in that order.
    var recordedEvents: [(callID: String, event: String, detail: String)] {
        log.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").suffix(5).map(String.init)
            guard words.count == 5, words[0] == "call", words[2] == "recorded" else { return nil }
            return (String(words[1].dropLast()), words[3], words[4])
        }
    }

    /// Puts a phone in its place, instead of the one that is there; a silent one rings, and nobody answers.
    func plugIn(_ phone: String, silent: Bool = false) throws {
        if let old = phones.removeValue(forKey: phone) {
            old.signal(SIGKILL)
            _ = try old.ended()
        }
        let port = try #require(UInt16("\(prefix)\(phone)"))
        phones[phone] = try Self.phone(
            at: port, place: "phones", silent: silent ? phone : "none", log: phoneLog(phone), in: office)
        // A call that comes before the phone listens would be refused.
        try eventually("the phone \(phone) listens") { !UDPPort.isFree(port) }
    }

    /// The calls that came to a phone since it was plugged in: `CALL-ID EXTENSION CALLER`, as its display has it.
    func calls(to phone: String) -> [String] {
        let text = try? String(contentsOfFile: phoneLog(phone), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }

    /// The phones of agents, who are on the phone until majord hears that the call has ended.
    private static let agentsPhones = ["phones/2101", "phones/2102"]

    /// Places a call and expects the right phone to answer. Where that is an agent's, majord knows afterwards that the call is over.
    func call(
        from caller: String, identity: String? = nil, diverter: String? = nil, to called: String = "+31880001234",
        id: String? = nil, expecting phone: String
    ) throws {
        let id = id ?? "call-\(UUID().uuidString)"
        let ended = try place(
            "caller.xml", from: caller, identity: identity, diverter: diverter, to: called, id: id, expecting: phone
        ).ended()
        #expect(ended.status == 0, "the call from \(caller) to \(called) did not reach \(phone): \(ended.errors)")
        if Self.agentsPhones.contains(phone), ended.status == 0 { try recorded("ENDED 200", of: id) }
    }

    /// A call whose caller hangs up while a phone rings.
    func abandonedCall(from caller: String, id: String) throws {
        let ended = try place("caller-gives-up.xml", from: caller, id: id).ended()
        #expect(ended.status == 0, "\(ended.errors)")
    }

    /// A call that lasts until it is hung up.
    func longCall(from caller: String, id: String, expecting phone: String) throws -> LongCall {
        let port = UDPPort.free()
        let call = try place("caller-stays.xml", from: caller, id: id, expecting: phone, port: port)
        return LongCall(program: call, port: port, id: id)
    }

    /// Dials a feature code at a phone; what its display is told: `480 Joke de Vries is away (away)`.
    func dial(_ code: String, at phone: String) throws -> String {
        let log = office.folder.appending(path: "display-\(UUID().uuidString).log")
        let ended = try place("feature-code.xml", from: phone, to: code, log: log).ended()
        #expect(ended.status == 0, "\(code) at \(phone) was not answered: \(ended.errors)")
        return try String(contentsOf: log, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    /// Waits until majord has said that it recorded an event of a call.
    func recorded(_ event: String, of id: String) throws {
        try eventually("\(event) of call \(id) is recorded") { log.contains("call \(id): recorded \(event)\n") }
    }

    /// Starts many callers; `log` gets `CALL-ID PLACE/EXTENSION` of every call that was answered.
    func callers(from caller: String, calls: Int, perSecond rate: Int, log: URL) throws -> Running {
        try sipp(
            "callers.xml",
            [
                "-m", "\(calls)", "-r", "\(rate)", "-l", "\(calls)", "-s", "+31880001234", "-key", "from", caller,
                "-key", "identity", "Subject: none", "-nd", "-timer_resol", "1", "-trace_logs", "-log_file", log.path,
                "-timeout", "600s", "-timeout_error",
            ])
    }

    private func place(
        _ scenario: String, from caller: String, identity: String? = nil, diverter: String? = nil,
        to called: String = "+31880001234", id: String? = nil, expecting: String = "",
        port: UInt16 = UDPPort.free(), log: URL? = nil
    ) throws -> Running {
        let header =
            identity.map { "P-Asserted-Identity: <sip:\($0)@trunk.example>" }
            ?? diverter.map { "Diversion: <\($0)>;reason=unconditional" } ?? "Subject: none"
        return try sipp(
            scenario,
            [
                "-m", "1", "-s", called, "-key", "from", caller, "-key", "identity", header, "-key", "expected",
                expecting, "-cid_str", id ?? "%u-%p@%s", "-timeout", "60s", "-timeout_error",
            ] + (log.map { ["-trace_logs", "-log_file", $0.path] } ?? []), port: port)
    }

    private func sipp(_ scenario: String, _ arguments: [String], port: UInt16 = UDPPort.free()) throws -> Running {
        try Running(
            "sipp",
            [
                "127.0.0.1:\(sip)", "-sf", "\(Programs.scenarios)/\(scenario)", "-i", "127.0.0.1", "-p", "\(port)",
                "-ci", "127.0.0.1", "-cp", "\(UDPPort.free())", "-nostdin",
            ] + Self.takingAnyOrder + arguments, folder: office.folder)
    }

    private func phoneLog(_ phone: String) -> String {
        office.folder.appending(path: "phone-\(phone)-\(sip).log").path
    }

    private static func phone(
        at port: UInt16, place: String, silent: String, log: String?, in office: Office
    ) throws -> Running {
        try Running(
            "sipp",
            [
                "-sf", "\(Programs.scenarios)/callee.xml", "-i", "127.0.0.1", "-p", "\(port)", "-ci", "127.0.0.1",
                "-cp", "\(UDPPort.free())", "-key", "place", place, "-set", "busy", "none", "-set", "silent", silent,
                "-nd", "-timer_resol", "1", "-nostdin",
            ] + (log.map { ["-trace_logs", "-log_file", $0] } ?? []), folder: office.folder)
    }
}

/// A call that goes on until its caller is told to hang up.
struct LongCall {
    let program: Running
    let port: UInt16
    let id: String

    func hangUp() throws {
        UDPPort.send(
            """
            INFO sip:caller@127.0.0.1:\(port) SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-hang-up
            Max-Forwards: 70
            From: <sip:test@127.0.0.1>;tag=1
            To: <sip:caller@127.0.0.1>
            Call-ID: \(id)
            CSeq: 1 INFO
            Content-Length: 0


            """, to: port)
        let ended = try program.ended()
        #expect(ended.status == 0, "\(ended.errors)")
    }
}
