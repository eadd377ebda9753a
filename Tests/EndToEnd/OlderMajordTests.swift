import Foundation
import Testing

extension EndToEnd {
    /// A majorctl that was upgraded before majord was.
    @Suite("majorctl beside an older majord")
    struct OlderMajordTests {
        /// Knows neither languages nor metrics, and no noon.
        private static let peer = """
            import json, socket, sys
            s = socket.socket(socket.AF_UNIX)
            s.bind(sys.argv[1])
            s.listen()
            status = {"version": "0.1.0", "time_zone": "Europe/Amsterdam", "now": "2026-11-25T10:00:00+01:00", "generation": 1,
                "clients": 0, "in_service": 0, "closed": 0, "without_agreement": 0, "covered": 0, "uncovered": [], "agents": [],
                "decisions": {}, "degraded": False, "troubles": []}
            decision = {"action": "overflow", "reason": "closed", "targets": [], "generation": 1}
            def answer(call):
                method, parameters = call["method"], call.get("parameters") or {}
                if method == "org.majord.Roster.Status":
                    return {"parameters": status}
                if method == "org.majord.Routing.Explain" and "language" in parameters:
                    return {"error": "org.varlink.service.InvalidParameter", "parameters": {"parameter": "language"}}
                if method == "org.majord.Routing.Explain":
                    steps = [{"name": "caller", "found": parameters["caller"]}]
                    return {"parameters": {"at": status["now"], "decision": decision, "steps": steps}}
                return {"error": "org.varlink.service.MethodNotFound", "parameters": {"method": method}}
            while True:
                c = s.accept()[0]
                data = b""
                while chunk := c.recv(4096):
                    data += chunk
                    while b"\\0" in data:
                        call, data = data.split(b"\\0", 1)
                        c.sendall(json.dumps(answer(json.loads(call))).encode() + b"\\0")
                c.close()
            """

        @Test("explain is asked again without the language; what it cannot do is said, and is no success")
        func older() throws {
            let office = try Office()
            let socket = office.folder.appending(path: "older.sock").path
            let running = try Running(Programs.python, ["-c", Self.peer, socket], folder: office.folder)
            defer { withExtendedLifetime(running) {} }
            try eventually("it listens") { FileManager.default.fileExists(atPath: socket) }
            func majorctl(_ words: String..., language: String = "en_GB.UTF-8") throws -> Ended {
                try Running(
                    Programs.majorctl, words,
                    environment: ["MAJORD_SOCKET": socket, "LC_ALL": language, "LANGUAGE": ""], folder: office.folder
                ).ended()
            }
            let explained = try majorctl("explain", "0505550100", "--at", "vrijdagmiddag", language: "nl_NL.UTF-8")
            #expect(explained.status == 0, "\(explained.errors)")
            #expect(explained.output.contains("0505550100"), "\(explained.output)")
            let metrics = try majorctl("metrics")
            #expect(metrics.status == 69)
            #expect(metrics.output.contains("majord_up 0\n"))
            #expect(metrics.errors.hasPrefix("this majord cannot do that: it is older than majorctl "))
            let dutch = try majorctl("metrics", language: "nl_NL.UTF-8")
            #expect(dutch.errors.hasPrefix("deze majord kan dat niet: hij is ouder dan majorctl "), "\(dutch.errors)")
        }
    }
}
