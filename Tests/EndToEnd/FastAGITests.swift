import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// majord's FastAGI socket, asked as Asterisk asks.
    @Suite("FastAGI", .serialized)
    struct FastAGITests {
        private static let token = String(repeating: "0123456789abcdef", count: 4)

        /// Starts majord with FastAGI, and with this in its token's file.
        private func office(_ token: String? = FastAGITests.token, port: UInt16) throws -> Office {
            let office = try Office()
            let file = office.folder.appending(path: "fastagi-token")
            if let token { try Data(token.utf8).write(to: file) }
            try office.open(["--fastagi", "127.0.0.1:\(port)", "--fastagi-token", file.path])
            return office
        }

        /// One dialogue with a header of these lines, in which every command is carried out.
        private func ask(_ lines: String..., port: UInt16) throws -> String {
            let peer = try LoopbackPeer(port: port)
            peer.send(lines.map { "\($0)\n" }.joined() + "\n")
            var commands = ""
            while let command = peer.line() {
                commands += command + "\n"
                let text = command.dropFirst("GET FULL VARIABLE ".count)
                peer.send(
                    command.hasPrefix("GET FULL VARIABLE ") ? "200 result=1 (\(text))\n" : "200 result=1\n")
            }
            return commands
        }

        private func route(_ callID: String, token: String = "", name: String = "x", port: UInt16) throws -> String {
            try ask(
                "agi_network: yes", "agi_network_script: route\(token)", "agi_request: agi://127.0.0.1/route\(token)",
                "agi_calleridname: \(name)", "agi_arg_1: 0505550100", "agi_arg_2: +31880001234", "agi_arg_3: \(callID)",
                port: port)
        }

        @Test("a script that is none of majord's is refused in words, and told in the journal")
        func unknownScript() throws {
            let port = UDPPort.free()
            let office = try office(port: port)
            let told = try ask("agi_network_script: nosuch", port: port)
            #expect(told.contains("MAJOR_ERROR \"/nosuch is none of majord's scripts: /route, "), "\(told)")
            #expect(told.hasSuffix("SET VARIABLE MAJOR_ACTION \"overflow\"\n"), "\(told)")
            try eventually("the journal says so") {
                office.log.contains("asked FastAGI for /nosuch, which is none of majord's scripts, and was refused")
            }
        }

        @Test("a stranger may ask; reports and availability take the token, which no log shows")
        func token() throws {
            let port = UDPPort.free()
            let office = try office(port: port)
            let query = "?token=\(Self.token)"
            #expect(try route("a", port: port).contains("MAJOR_ACTION \"dial\""))
            for name in ["Karin\nSmit", String(repeating: "x", count: 1_000), "Karin\n\nSmit"] {
                #expect(try route(UUID().uuidString, name: name, port: port).contains("MAJOR_ACTION \"dial\""))
            }
            for wrong in ["", "?token=", "?token=wrong", query + "x"] {
                let told = try ask(
                    "agi_network_script: agent\(wrong)", "agi_arg_1: 2101", "agi_arg_2: sick", port: port)
                #expect(told.contains("MAJOR_STATE \"refused\""), "\(told)")
                let report = try ask(
                    "agi_network_script: answered\(wrong)", "agi_arg_1: a", "agi_arg_2: 2101", port: port)
                #expect(!report.contains("MAJOR_ACCEPTED \"1\""), "\(report)")
            }
            #expect(try office.majorctl("absences").output.contains("No"), "nobody was set absent")
            try eventually("the refusal is told") { office.log.contains("asked FastAGI for /agent without the token") }
            #expect(office.log.contains("asked FastAGI for /agent with a wrong token"))
            let sick = try ask("agi_network_script: agent\(query)", "agi_arg_1: 2101", "agi_arg_2: sick", port: port)
            #expect(sick.contains("MAJOR_STATE \"away\""), "\(sick)")
            #expect(try office.majorctl("absences", "--json").output.contains("phone 2101 (fastagi)"))
            let empty = try ask(
                "agi_network_script: ended\(query)", "agi_arg_1: ", "agi_arg_2: BUSY", "agi_uniqueid: 7", port: port)
            #expect(empty.contains("a report needs the call's id"), "\(empty)")
            #expect(!office.log.contains(Self.token))
        }

        @Test(
            "without a usable token majord starts, says so, and answers questions alone",
            arguments: [nil, "", "short\n"])
        func noToken(contents: String?) throws {
            let port = UDPPort.free()
            let office = try office(contents, port: port)
            try eventually("the missing token is told") {
                office.log.contains("so FastAGI answers /route and /next alone")
            }
            #expect(try route("a", port: port).contains("MAJOR_ACTION \"dial\""))
            let told = try ask(
                "agi_network_script: agent?token=short", "agi_arg_1: 2101", "agi_arg_2: sick", port: port)
            #expect(told.contains("MAJOR_STATE \"refused\""), "\(told)")
        }

        @Test("an answer that was not taken is told, with the call's id on one line")
        func notTaken() throws {
            let port = UDPPort.free()
            let office = try office(port: port)
            let peer = try LoopbackPeer(port: port)
            peer.send(
                "agi_network_script: route\nagi_arg_1: 0505550100\nagi_arg_2: +31880001234\nagi_arg_3: c\u{1B}[31m\n\n")
            #expect(peer.line() == "SET VARIABLE MAJOR_ACTION \"\"")
            peer.send("200 result=1\n")
            #expect(peer.line() == "SET VARIABLE MAJOR_EXTENSION \"2101\"")
            peer.send("510 Invalid or unknown command\n")
            #expect(peer.line() == nil)
            try eventually("it is told: \(office.log)") {
                office.log.contains(
                    "The PBX at 127.0.0.1 did not take the answer for call c\\e[31m: it refused a command")
            }
        }

        @Test(
            "thousands of idle, slow and endless connections of one local user keep no PBX with the token from being answered"
        )
        func hostile() throws {
            let port = UDPPort.free()
            let office = try office(port: port)
            let script = """
                import resource, socket, sys, time
                resource.setrlimit(resource.RLIMIT_NOFILE, (9000, 9000))
                port, crowd = int(sys.argv[1]), []
                for n in range(6000):
                    one = socket.create_connection(("127.0.0.1", port))
                    try:
                        if n % 3 == 1: one.send(b"agi_network: yes\\n")
                        if n % 3 == 2: one.send(b"agi_network_script: route\\nagi_arg_1: 1\\n\\n200 ")
                    except OSError: pass
                    crowd.append(one)
                    if n == 4500: print("full", flush=True)
                    if n > 4500: time.sleep(0.001)
                print("done", flush=True)
                time.sleep(60)
                """
            let crowd = try Running(Programs.python, ["-c", script, "\(port)"], folder: office.folder)
            try eventually("all places are taken", within: .seconds(60)) { crowd.outputText.contains("full") }
            for number in 0..<100 {
                let told = try route("call-\(number)", token: "?token=\(Self.token)", port: port)
                #expect(told.contains("MAJOR_ACTION \"dial\""), "\(number): \(told)")
            }
            try eventually("the crowd is there", within: .seconds(60)) { crowd.outputText.contains("done") }
            crowd.signal(SIGKILL)
            #expect(office.log.contains("closed to make room for others"))
        }
    }
}

/// A TCP connection to this machine.
private final class LoopbackPeer {
    private let descriptor: Int32
    private var received: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "connecting to port \(port): \(String(cString: strerror(errno)))")
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// The next line without its end; nil when there is none.
    func line() -> String? {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                defer { received.removeSubrange(...end) }
                return String(decoding: received[..<end], as: UTF8.self)
            }
            var chunk = [UInt8](repeating: 0, count: 4_096)
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return nil }
            received += chunk.prefix(count)
        }
    }
}
