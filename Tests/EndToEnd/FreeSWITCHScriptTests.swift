import Foundation
import Testing

extension EndToEnd {
    /// `majord.lua` as shipped, with a stand-in for FreeSWITCH's objects, against majord.
    @Suite("FreeSWITCH's script", .serialized)
    struct FreeSWITCHScriptTests {
        @Test("a call gets its targets in a dial string, its overflow, and the caller's name")
        func route() throws {
            let office = try Office()
            try office.open()
            let set = try run(office, ["ROUTE"], ["caller_id_number": "+31612345678"]).variables
            #expect(set["major_action"] == "dial")
            let legs = [("2101", ""), ("2102", " (for Joke)")].map { phone, end in
                let name = "origination_caller_id_name=Scholengroep Noord - K. Smit\(end)"
                return "[leg_timeout=20,major_extension=\(phone),\(name)]user/\(phone)@pbx.example"
            }
            #expect(set["major_bridge"] == "{ignore_early_media=ring_ready}" + legs.joined(separator: "|"))
            #expect(set["major_overflow"] == "2050")
            // FreeSWITCH would cut off what stands before a colon.
            #expect(set["effective_caller_id_name"] == "Scholengroep Noord - K. Smit")
            #expect(set["effective_caller_id_number"] == "+31612345678")
            #expect(set["major_client"] == "noord")
            #expect(set["major_reason"] == "primary")
        }

        @Test("what rings, is answered and ends is one record, by the events of FreeSWITCH")
        func record() throws {
            let office = try Office()
            try office.open()
            _ = try run(office, ["ROUTE"], ["caller_id_number": "0505550100"])
            try reports(
                office,
                phone("leg-1", "2101", "CHANNEL_PROGRESS"), phone("leg-1", "2101", "CHANNEL_HANGUP"),
                phone("leg-2", "2102", "CHANNEL_PROGRESS"), phone("leg-2", "2102", "CHANNEL_ANSWER"),
                caller("CHANNEL_ANSWER", ["variable_current_application": "bridge"]),
                // It is told once.
                caller("CHANNEL_BRIDGE", ["Bridge-A-Unique-ID": "call-1", "Bridge-B-Unique-ID": "leg-2"]),
                caller("CHANNEL_HANGUP_COMPLETE", ["Hangup-Cause": "NORMAL_CLEARING"]),
                caller("CHANNEL_HANGUP_COMPLETE", ["Hangup-Cause": "ORIGINATOR_CANCEL"], call: "call-2")
            ) { reporter in
                try eventually("both ends are told") {
                    reporter.outputText.contains("call call-2: recorded ENDED CANCEL")
                }
            }
            let records = try office.recordedCalls()
            #expect(records.map(\.callID) == ["call-1", "call-2"])
            #expect(records.first?.phonesThatRang == ["2101", "2102"])
            #expect(records.first?.agent == "mark")
            #expect(records.map(\.ended) == ["answered", "cancelled"])
        }

        @Test("a phone that is answered as its turn ends, and is not joined with the caller, has not taken the call")
        func glare() throws {
            let office = try Office()
            try office.open()
            _ = try run(office, ["ROUTE"], ["caller_id_number": "0505550100"])
            try reports(
                office,
                phone("leg-1", "2101", "CHANNEL_PROGRESS"), phone("leg-1", "2101", "CHANNEL_ANSWER"),
                phone("leg-1", "2101", "CHANNEL_HANGUP"), phone("leg-2", "2102", "CHANNEL_PROGRESS"),
                phone("leg-2", "2102", "CHANNEL_ANSWER"),
                caller("CHANNEL_ANSWER", ["variable_current_application": "bridge"]),
                caller("CHANNEL_HANGUP_COMPLETE", ["Hangup-Cause": "NORMAL_CLEARING"])
            ) { reporter in
                try eventually("the end is told") { reporter.outputText.contains("call call-1: recorded ENDED ANSWER") }
            }
            #expect(try office.recordedCalls().first?.agent == "mark")
        }

        @Test("without majord the call goes to the overflow, and what became of it is told when majord is back")
        func away() throws {
            let office = try Office()
            try office.open()
            try office.kill()
            let set = try run(office, ["ROUTE"], ["caller_id_number": "+31505550100"]).variables
            #expect(set["major_action"] == "overflow")
            #expect(set["major_bridge"] == "error/no_route_destination")
            #expect(set["major_overflow"] == nil, "what the dial plan has set stays")
            try reports(
                office, phone("leg-1", "2101", "CHANNEL_PROGRESS"), phone("leg-1", "2101", "CHANNEL_ANSWER"),
                caller("CHANNEL_ANSWER", ["variable_current_application": "bridge"]),
                caller("CHANNEL_HANGUP_COMPLETE", ["Hangup-Cause": "NORMAL_CLEARING"])
            ) { reporter in
                try eventually("an attempt has failed") {
                    reporter.outputText.contains("majord: reports wait for majord")
                }
                try office.open()
                try eventually("the end is told") { reporter.outputText.contains("call call-1: recorded ENDED ANSWER") }
            }
            #expect(try office.recordedCalls().first?.agent == "joke")
        }

        @Test("a majord that hangs is given up, and what it has missed is told when it answers again")
        func silent() throws {
            let office = try Office()
            try office.open()
            office.majord?.signal(SIGSTOP)
            let set = try run(office, ["ROUTE"], ["caller_id_number": "+31505550100"]).variables
            #expect(set["major_action"] == "overflow")
            try reports(office, caller("CHANNEL_HANGUP_COMPLETE", ["variable_answer_epoch": "1790000000"])) {
                reporter in
                try eventually("an attempt has failed") { reporter.outputText.contains("(timeout)") }
                office.majord?.signal(SIGCONT)
                try eventually("the end is told") { reporter.outputText.contains("call call-1: recorded ENDED ANSWER") }
            }
            #expect(try office.recordedCalls().contains { $0.callID == "call-1" && $0.ended == "answered" })
        }

        @Test(
            "the caller is the first identity that is a number, else From",
            arguments: [
                (
                    ["sip_i_p_asserted_identity": "ARRAY::<sip:operator@trunk.example>|:<tel:+31-61-2345678;npdi>"],
                    "+31612345678"
                ),
                // A display name cannot pass for an identity.
                (
                    ["sip_i_p_asserted_identity": "\"x|:<tel:+31505550100>\" <sip:+31612345678@trunk.example>"],
                    "+31612345678"
                ),
                (["sip_P-Asserted-Identity": "612345678", "sip_name_params": "phone-context=+31"], "+31612345678"),
                (
                    [
                        "sip_P-Asserted-Identity": "operator",
                        "sip_full_from": "<sip:%2B31612345678@trunk.example>;tag=1",
                    ], "+31612345678"
                ),
                (
                    [
                        "sip_full_from": "\"Karin\" <sip:612345678@trunk.example>;tag=1",
                        "sip_name_params": "phone-context=+31",
                    ], "+31612345678"
                ),
                (["sip_full_from": "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1"], "anonymous"),
                (["sip_full_from": "<sip:trunk.example>;tag=1"], "anonymous"), (["caller_id_number": "2103"], "2103"),
                (["sip_full_from": "<sip:a%0D%0Ab@trunk.example>;tag=1"], "unreadable"),
            ])
        func whoCalls(variables: [String: String], number: String) throws {
            let office = try Office()
            #expect(try run(office, ["ROUTE"], variables).variables["effective_caller_id_number"] == number)
        }

        @Test(
            "the called number is read without what trunks add to it",
            arguments: [
                ("+31880001234", "+31880001234"), ("%2B31-88-000.12.34;npdi", "+31880001234"),
                ("880001234;phone-context=+31", "+31880001234"),
                ("0880001234;phone-context=trunk.example", "0880001234"), ("112", "112"),
            ])
        func whoIsCalled(sent: String, number: String) throws {
            let office = try Office()
            #expect(try run(office, ["CALLED"], ["destination_number": sent]).lines == [number])
        }

        @Test("feature codes answer with what holds now")
        func featureCodes() throws {
            let office = try Office()
            try office.open()
            func dial(_ words: String..., user: String = "2101") throws -> String? {
                try run(office, ["AGENT"] + words, ["user_name": user]).lines.last { $0.hasPrefix("execute") }
            }
            #expect(try dial("sick") == "execute respond 480 Joke de Vries is away")
            #expect(try office.route("+31505550100")["extension"] == "2102")
            #expect(try dial("back") == "execute respond 480 Joke de Vries takes calls")
            #expect(
                try dial("pause", "45")?.hasPrefix("execute respond 480 Joke de Vries is away until ") == true)
            #expect(try dial("sick", user: "2000") == "execute respond 403 Extension 2000 belongs to no agent")
            #expect(try dial("sick", user: "") == "execute respond 403 Feature codes work from an extension")
            try office.kill()
            #expect(try dial("sick") == "execute respond 503 Not possible now, nothing has changed")
        }

        @Test("of a feature code that times out it is not known whether it was done")
        func featureCodeTimesOut() throws {
            let office = try Office()
            try office.open()
            office.majord?.signal(SIGSTOP)
            defer { office.majord?.signal(SIGCONT) }
            let run = try run(office, ["AGENT", "sick"], ["user_name": "2101"])
            #expect(run.lines.last == "execute respond 503 Not known whether it was done: dial *70")
            #expect(run.variables["sip_rh_X-Majord-State"] == "unknown")
        }

        /// What the script said and did: `set NAME VALUE`, `execute APPLICATION DATA`, `api COMMAND`, and its log.
        private struct Run {
            let lines: [String]

            var variables: [String: String] {
                let words = lines.map { $0.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false) }
                let pairs = words.filter { $0.count == 3 && $0[0] == "set" }.map { (String($0[1]), String($0[2])) }
                return Dictionary(pairs) { $1 }
            }
        }

        private func run(_ office: Office, _ words: [String], _ variables: [String: String] = [:]) throws -> Run {
            let ended = try start(office, words, variables).ended()
            #expect(ended.status == 0, "\(ended.errors)")
            return Run(lines: ended.lines)
        }

        private func caller(_ name: String, _ headers: [String: String] = [:], call: String = "call-1") -> [String:
            String]
        {
            headers.merging(["Event-Name": name, "Unique-ID": call, "variable_major_call": call]) { $1 }
        }

        private func phone(_ leg: String, _ extension: String, _ name: String) -> [String: String] {
            [
                "Event-Name": name, "Unique-ID": leg, "variable_major_call": "call-1",
                "variable_major_extension": `extension`,
            ]
        }

        /// The script reports while `told` waits: FreeSWITCH tells of these events, and of nothing more.
        private func reports(_ office: Office, _ events: [String: String]..., told: (Running) throws -> Void) throws {
            let reporter = try start(office, ["REPORTS"], [:], events: events)
            try withExtendedLifetime(reporter) {
                do {
                    try told(reporter)
                } catch {
                    throw Overdue(what: "\(error), and the script said: \(reporter.outputText) \(reporter.errorText)")
                }
            }
            #expect(reporter.isRunning)
        }

        private func start(
            _ office: Office, _ words: [String], _ variables: [String: String] = [:], events: [[String: String]] = []
        ) throws -> Running {
            let script = Programs.repository.appending(path: "etc/freeswitch/scripts/majord.lua").path
            let known = variables.merging([
                "uuid": "call-1", "destination_number": "+31880001234", "major_endpoint": "user/EXT@pbx.example",
            ]) { given, _ in given }
            func table(_ pairs: [String: String]) -> String {
                "{" + pairs.map { "[ [[\($0.key)]] ] = [[\($0.value)]]" }.joined(separator: ", ") + "}"
            }
            let standIn = """
                io.stdout:setvbuf("line")
                local known = \(table(known))
                session = {}
                function session:getVariable(name) return known[name] end
                function session:setVariable(name, value) print("set " .. name .. " " .. value) end
                function session:execute(name, data) print("execute " .. name .. " " .. data) end
                stream = {}
                function stream:write(text) print(text) end
                local events = {\(events.map(table).joined(separator: ", "))}
                local consumer = {}
                function consumer:bind() end
                function consumer:pop(waits, milliseconds)
                    local headers = table.remove(events, 1)
                    if headers then return {getHeader = function(_, name) return headers[name] end} end
                    if waits == 1 then require("socket").sleep(milliseconds / 1000) end
                end
                local api = {}
                function api:executeString(command) print("api " .. command) end
                freeswitch = {
                    consoleLog = function(_, text) io.write(text) end, API = function() return api end, setGlobalVariable = function() end,
                    EventConsumer = function() return consumer end,
                    getGlobalVariable = function(name) return name == "majord_socket" and "\(office.pbxSocket)" or nil end,
                }
                argv = {\(words.map { "[[\($0)]]" }.joined(separator: ", "))}
                dofile("\(script)")
                """
            return try Running("lua5.3", ["-e", standIn], folder: office.folder)
        }
    }
}
