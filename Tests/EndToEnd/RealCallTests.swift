import Foundation
import Testing

/// Everything here runs programs that share the machine: one after the other.
@Suite("End to end", .serialized)
struct EndToEnd {}

extension EndToEnd {
    /// A SIP call through Kamailio, as shipped, to the phone that majord named.
    @Suite("Real call", .serialized)
    struct RealCallTests {
        @Test("calls follow the pair, the roster and the overflow, and survive majord")
        func calls() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)

            try exchange.call(from: "+31505550100", expecting: "phones/2101")
            try exchange.call(from: "anonymous", identity: "+31612345678", expecting: "phones/2101")

            let sick = try office.majorctl("sick", user: "nobody")
            #expect(sick.status == 0, "\(sick.errors)")
            try exchange.call(from: "+31505550100", expecting: "phones/2102")
            #expect(try office.majorctl("back", user: "nobody").status == 0)
            try exchange.call(from: "+31505550100", expecting: "phones/2101")

            try exchange.call(from: "+31201112233", expecting: "phones/2000")
            try exchange.call(from: "+31505550100", to: "+31881112222", expecting: "ordinary/+31881112222")

            // A majord that hangs is given up after the dial plan's timeout; one that is gone, at once.
            office.majord?.signal(SIGSTOP)
            try exchange.call(from: "+31505550100", expecting: "phones/2000")
            office.majord?.signal(SIGCONT)
            try exchange.call(from: "+31505550100", expecting: "phones/2101")
            try office.kill()
            try exchange.call(from: "+31505550100", expecting: "phones/2000")
            try exchange.call(from: "+31505550100", to: "+31881112222", expecting: "ordinary/+31881112222")
            try office.open()
            try exchange.call(from: "+31505550100", expecting: "phones/2101")
        }
    }
}

/// Kamailio with the shipped configuration, and phones.
private final class Exchange {
    private let office: Office
    private let sip = UDPPort.free()
    private var running: [Running] = []

    init(_ office: Office) throws {
        self.office = office
        let phones = UDPPort.free()
        let ordinary = UDPPort.free()
        let work = office.folder.appending(path: "kamailio")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        running.append(
            try Running(
                "/usr/sbin/kamailio",
                [
                    "-f", Programs.repository.appending(path: "etc/kamailio/kamailio.cfg").path, "-DD", "-E", "-m",
                    "64",
                    "-M", "8", "-Y", work.path, "-w", work.path, "-A", "LISTEN=udp:127.0.0.1:\(sip)", "-A",
                    "EXTENSIONS=sip:EXT@127.0.0.1:\(phones)", "-A", "ORDINARY=sip:NUMBER@127.0.0.1:\(ordinary)", "-A",
                    "MAJORD=\(office.pbxSocket)", "-A", "WORKERS=2", "-A", "SIGN_OF_LIFE=1000",
                ], folder: office.folder))
        running.append(try phone(phones, place: "phones"))
        running.append(try phone(ordinary, place: "ordinary"))
        let ready = try sipp("ready.xml", ["-m", "1", "-timeout", "20s", "-timeout_error"]).ended()
        try #require(ready.status == 0, "Kamailio is not ready: \(running[0].errorText)")
    }

    deinit {
        for program in running { program.signal(SIGTERM) }
        for program in running { _ = try? program.ended(within: .seconds(10)) }
    }

    /// Places a call and expects the right phone to answer.
    func call(
        from caller: String, identity: String? = nil, to called: String = "+31880001234", expecting phone: String
    ) throws {
        let header = identity.map { "P-Asserted-Identity: <sip:\($0)@trunk.example>" } ?? "Subject: none"
        let ended = try sipp(
            "caller.xml",
            [
                "-m", "1", "-s", called, "-key", "from", caller, "-key", "identity", header, "-key", "expected", phone,
                "-timeout", "20s", "-timeout_error",
            ]
        ).ended()
        #expect(ended.status == 0, "the call from \(caller) to \(called) did not reach \(phone): \(ended.errors)")
    }

    private func sipp(_ scenario: String, _ arguments: [String]) throws -> Running {
        try Running(
            "sipp",
            [
                "127.0.0.1:\(sip)", "-sf", "\(Programs.scenarios)/\(scenario)", "-i", "127.0.0.1", "-p",
                "\(UDPPort.free())", "-ci", "127.0.0.1", "-cp", "\(UDPPort.free())", "-nostdin",
            ] + arguments, folder: office.folder)
    }

    private func phone(_ port: UInt16, place: String) throws -> Running {
        try Running(
            "sipp",
            [
                "-sf", "\(Programs.scenarios)/callee.xml", "-i", "127.0.0.1", "-p", "\(port)", "-ci", "127.0.0.1",
                "-cp",
                "\(UDPPort.free())", "-key", "place", place, "-set", "busy", "none", "-set", "silent", "none",
                "-nostdin",
            ], folder: office.folder)
    }
}

/// Ports of the loopback interface that nobody uses.
enum UDPPort {
    static func free() -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, size)
                _ = getsockname(descriptor, $0, &size)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}
