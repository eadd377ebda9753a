import Foundation
import Testing

extension EndToEnd {
    /// The example that makes majord's cases of a ticket system's tickets.
    @Suite("Tickets of Zammad", .serialized)
    struct ZammadTests {
        private final class Bridge {
            let office: Office
            private(set) var running: Running?
            private var port = ""

            init() throws {
                office = try Office()
                try office.open()
                let file = office.folder.appending(path: "zammad.json")
                let settings: [String: Any] = [
                    "port": 0, "token": "geheim", "socket": office.controlSocket,
                    "state": office.folder.appending(path: "tickets.sqlite").path, "requests": ["Wijzigingen"],
                    "clients": ["SG Oost": "oost", "Nergens": "nergens"],
                    "agents": [
                        "J.deVries@supplier.example": "joke", "m.bakker@supplier.example": "mark",
                        "x@supplier.example": "weg",
                    ],
                ]
                try JSONSerialization.data(withJSONObject: settings).write(to: file)
                try start()
            }

            func start() throws {
                let script = Programs.repository.appending(path: "etc/zammad/majord-zammad").path
                let file = office.folder.appending(path: "zammad.json").path
                let started = try Running("python3", [script, file], folder: office.folder)
                running = started
                try eventually("it listens: \(started.errorText)") { started.outputText.hasPrefix("listens on") }
                port = started.outputText.split(separator: "\n")[0].split(separator: ":").last.map(String.init) ?? ""
            }

            func kill() throws {
                running?.signal(SIGKILL)
                _ = try running?.ended()
            }

            func post(_ fields: String, token: String = "geheim") throws -> String {
                let script = Programs.repository.appending(path: "Tests/EndToEnd/zammad/post.py").path
                let ended = try Running("python3", [script, port, token, fields], folder: office.folder).ended()
                return ended.output.trimmingCharacters(in: .newlines) + ended.errors
            }

            /// The open cases, each with its client, holder, kind and reference.
            func cases() throws -> [String] {
                let text = try office.majorctl("case", "list", "--json").output
                let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
                return ((object?["cases"] as? [[String: Any]]) ?? []).map { one in
                    ["client", "holder", "kind", "reference"].map { one[$0] as? String ?? "-" }.joined(separator: " ")
                }
            }
        }

        @Test("a ticket is opened, taken by its owner, given to another and closed; told twice it is the same case")
        func course() throws {
            let bridge = try Bridge()
            let new = #"{"number": "10081"}"#
            #expect(try bridge.post(new) == "200 Ticket#10081: case 1 is opened, held by joke")
            #expect(try bridge.post(new) == "200 Ticket#10081: case 1 is open, held by joke")
            #expect(try bridge.cases() == ["noord joke incident Ticket#10081"])
            let taken =
                #"{"number": "10081", "owner": "M.Bakker@supplier.example", "updated_at": "2026-11-25T09:05:00.000Z"}"#
            #expect(try bridge.post(taken) == "200 Ticket#10081: case 1 is given to mark")
            #expect(try bridge.post(taken) == "200 Ticket#10081: case 1 is open, held by mark")
            // The next call of the client goes to whoever works on it.
            let route = try bridge.office.route("+31505550100")
            #expect(route["extension"] == "2102")
            #expect(route["case"] == "Ticket#10081")
            let closed = #"{"number": "10081", "state": "closed", "updated_at": "2026-11-25T09:10:00.000Z"}"#
            #expect(try bridge.post(closed) == "200 Ticket#10081: case 1 is closed")
            #expect(try bridge.post(closed) == "200 Ticket#10081: no case of it is open")
            #expect(try bridge.cases() == [])
            #expect(try bridge.office.route("+31505550100")["extension"] == "2101")
        }

        @Test("what comes late changes nothing, over a restart, too; a ticket that is opened again is a case again")
        func order() throws {
            let bridge = try Bridge()
            let open = #"{"number": "10082", "updated_at": "2026-11-25T09:00:00.000Z"}"#
            let taken =
                #"{"number": "10082", "owner": "j.devries@supplier.example", "updated_at": "2026-11-25T09:01:00.000Z"}"#
            let given =
                #"{"number": "10082", "owner": "m.bakker@supplier.example", "updated_at": "2026-11-25T09:02:00.000Z"}"#
            let closed = #"{"number": "10082", "state": "closed", "updated_at": "2026-11-25T09:03:00.000Z"}"#
            #expect(try bridge.post(given) == "200 Ticket#10082: case 1 is opened, held by mark")
            #expect(try bridge.post(taken) == "200 Ticket#10082: older than what was told before")
            #expect(try bridge.cases() == ["noord mark incident Ticket#10082"])
            #expect(try bridge.post(closed) == "200 Ticket#10082: case 1 is closed")
            try bridge.kill()
            try bridge.start()
            for late in [open, taken, given] {
                #expect(try bridge.post(late) == "200 Ticket#10082: older than what was told before")
            }
            #expect(try bridge.cases() == [])
            let again = #"{"number": "10082", "updated_at": "2026-11-25T10:00:00.000Z"}"#
            #expect(try bridge.post(again) == "200 Ticket#10082: case 2 is opened, held by joke")
        }

        @Test("clients, owners and kinds: as the file maps them, and what majord does not know")
        func mapping() throws {
            let bridge = try Bridge()
            #expect(
                try bridge.post(#"{"number": "10090", "organization": "SG Oost", "group": "Wijzigingen"}"#)
                    == "200 Ticket#10090: case 1 is opened, held by mark")
            #expect(
                try bridge.post(#"{"number": "10091", "organization": "Elders BV"}"#)
                    == "200 Ticket#10091: its organisation is no client")
            #expect(
                try bridge.post(#"{"number": "10092", "organization": null}"#)
                    == "200 Ticket#10092: its organisation is no client")
            #expect(
                try bridge.post(#"{"number": "10093", "organization": "Nergens"}"#)
                    == "200 Ticket#10093: its organisation is no client")
            // An owner who has left, and one whom the file does not name.
            #expect(
                try bridge.post(#"{"number": "10094", "owner": "x@supplier.example"}"#)
                    == "200 Ticket#10094: case 2 is opened, held by joke")
            #expect(
                try bridge.post(#"{"number": "10095", "owner": "nieuw@supplier.example"}"#)
                    == "200 Ticket#10095: case 3 is opened, held by joke")
            // The ticket was another organisation's.
            #expect(
                try bridge.post(
                    #"{"number": "10095", "organization": "scholengroep west", "updated_at": "2026-11-25T09:01:00.000Z"}"#
                )
                    == "200 Ticket#10095: case 4 is opened, held by anna")
            #expect(
                try bridge.cases() == [
                    "west anna incident Ticket#10095", "noord joke incident Ticket#10094",
                    "oost mark request Ticket#10090",
                ])
            // A number of a ticket is no number of a case.
            #expect(
                try bridge.post(#"{"number": "1", "state": "closed"}"#).hasPrefix("200 Ticket#1: no case"))
            #expect(try bridge.cases().count == 3)
        }

        @Test("a wrong signature, what is no ticket, and a majord that is away")
        func refused() throws {
            let bridge = try Bridge()
            #expect(try bridge.post(#"{"number": "10081"}"#, token: "anders").hasPrefix("403"))
            #expect(try bridge.post("raw: {").hasPrefix("422"))
            #expect(try bridge.cases() == [])
            try bridge.office.kill()
            #expect(try bridge.post(#"{"number": "10081"}"#).hasPrefix("503"))
            try bridge.office.open()
            #expect(try bridge.post(#"{"number": "10081"}"#) == "200 Ticket#10081: case 1 is opened, held by joke")
        }
    }
}
