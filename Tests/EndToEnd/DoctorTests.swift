import Foundation
import Testing

extension EndToEnd {
    /// The doctor on this machine, with majord and without.
    @Suite("majorctl doctor", .serialized)
    struct DoctorTests {
        private func examined(_ ended: Ended) throws -> [String: String] {
            let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
            let all = try #require(object?["examined"] as? [[String: String]])
            return Dictionary(all.map { ($0["topic"] ?? "", $0["state"] ?? "") }, uniquingKeysWith: { $1 })
        }

        @Test("with majord it asks what majord knows, and any user is told what he cannot see")
        func running() throws {
            let office = try Office()
            try office.open()
            let root = try examined(try office.majorctl("doctor", "--json"))
            #expect(root["majord"] == "ok")
            #expect(root["versions"] == "ok")
            #expect(root["directory"] == "ok")
            #expect(root["ledger"] == "ok")
            #expect(root["PBX"] == "warning", "nobody has asked yet")
            _ = try office.route("+31505550100")
            #expect(try examined(try office.majorctl("doctor", "--json"))["PBX"] == "ok")
            let stranger = try office.majorctl("doctor", "--json", user: "daemon")
            #expect(stranger.lines.count == 1, "\(stranger.output)")
            #expect(try examined(stranger)["directory"] == "unseen")
            try office.write(Office.directory.replacing("primary: mark", with: "primay: mark"))
            let broken = try office.majorctl("doctor")
            #expect(broken.status == 2)
            #expect(broken.lines.contains { $0.hasPrefix("problem  directory: ") }, "\(broken.output)")
            #expect(broken.lines.contains("         cure: sudo majorctl check"), "\(broken.output)")
        }

        @Test("without majord it says so, and looks at the rest all the same")
        func down() throws {
            let office = try Office()
            let ended = try office.majorctl("doctor")
            #expect(ended.status == 2)
            #expect(
                ended.lines.first
                    == "problem  majord: does not answer: there is no socket at \(office.controlSocket); is the service running?"
            )
            #expect(ended.output.contains("socket pbx: there is no \(office.pbxSocket)"), "\(ended.output)")
            #expect(ended.output.contains("disk of /var/lib/majord"))
            #expect(ended.errors.isEmpty)
        }
    }
}
