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
            #expect(
                set["major_bridge"]
                    == ["2101", "2102"].map { phone in
                        "[leg_timeout=20,api_on_ring='luarun majord.lua RINGING call-1 \(phone)',"
                            + "api_on_answer='luarun majord.lua ANSWERED call-1 \(phone)']user/\(phone)@pbx.example"
                    }.joined(separator: "|"))
            #expect(set["major_overflow"] == "2050")
            #expect(set["effective_caller_id_name"] == "Scholengroep Noord: Karin Smit, ICT-coördinator")
            #expect(set["major_client"] == "noord")
            #expect(set["major_reason"] == "primary")
        }

        @Test("what is decided, rings, is answered and ends is one record")
        func record() throws {
            let office = try Office()
            try office.open()
            _ = try run(office, ["ROUTE"], ["caller_id_number": "0505550100"])
            _ = try run(office, ["RINGING", "call-1", "2101"])
            _ = try run(office, ["RINGING", "call-1", "2102"])
            _ = try run(office, ["ANSWERED", "call-1", "2102"])
            _ = try run(office, ["ENDED", "call-1"], ["variable_answer_epoch": "1790000000"])
            _ = try run(office, ["ENDED", "call-2"], ["Hangup-Cause": "ORIGINATOR_CANCEL"])
            let records = try office.recordedCalls()
            #expect(records.map(\.callID) == ["call-1", "call-2"])
            #expect(records.first?.phonesThatRang == ["2101", "2102"])
            #expect(records.first?.agent == "mark")
            #expect(records.map(\.ended) == ["answered", "cancelled"])
        }

        @Test("without majord the call goes to the overflow, and what was answered is told at its end")
        func away() throws {
            let office = try Office()
            try office.open()
            try office.kill()
            let set = try run(office, ["ROUTE"], ["caller_id_number": "+31505550100"]).variables
            #expect(set["major_action"] == "overflow")
            #expect(set["major_bridge"] == "error/no_route_destination")
            #expect(set["major_overflow"] == nil, "what the dial plan has set stays")
            let unreported = try run(office, ["ANSWERED", "call-1", "2101"])
            #expect(unreported.lines.contains("api uuid_setvar call-1 major_unreported 2101"))

            try office.open()
            _ = try run(
                office, ["ENDED", "call-1"],
                ["variable_answer_epoch": "1790000000", "variable_major_unreported": "2101"])
            let record = try #require(try office.recordedCalls().first)
            #expect(record.agent == "joke")
            #expect(record.ended == "answered")
        }

        @Test("a majord that hangs is given up, and the end of a call is told when it answers again")
        func silent() throws {
            let office = try Office()
            try office.open()
            office.majord?.signal(SIGSTOP)
            let set = try run(office, ["ROUTE"], ["caller_id_number": "+31505550100"]).variables
            #expect(set["major_action"] == "overflow")
            let ending = try start(office, ["ENDED", "call-1"], ["variable_answer_epoch": "1790000000"])
            try eventually("an attempt has failed") { ending.outputText.contains("majord: ENDED: timeout") }
            office.majord?.signal(SIGCONT)
            #expect(try ending.ended().status == 0)
            #expect(try office.recordedCalls().contains { $0.callID == "call-1" && $0.ended == "answered" })
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
                try dial("pause", "45m")?.hasPrefix("execute respond 480 Joke de Vries is away until ") == true)
            #expect(try dial("sick", user: "2000") == "execute respond 403 Extension 2000 belongs to no agent")
            #expect(try dial("sick", user: "") == "execute respond 403 Feature codes work from an extension")
            try office.kill()
            #expect(try dial("status") == "execute respond 503 Not possible now, try again later")
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

        private func start(_ office: Office, _ words: [String], _ variables: [String: String] = [:]) throws -> Running {
            let script = Programs.repository.appending(path: "etc/freeswitch/scripts/majord.lua").path
            let known = variables.merging([
                "uuid": "call-1", "destination_number": "+31880001234", "major_endpoint": "user/EXT@pbx.example",
            ]) { given, _ in given }
            let table = known.map { "[ [[\($0.key)]] ] = [[\($0.value)]]" }.joined(separator: ", ")
            let standIn = """
                io.stdout:setvbuf("line")
                local known = {\(table)}
                session = {}
                function session:getVariable(name) return known[name] end
                function session:setVariable(name, value) print("set " .. name .. " " .. value) end
                function session:execute(name, data) print("execute " .. name .. " " .. data) end
                env = {}
                function env:getHeader(name) return known[name] end
                local api = {}
                function api:executeString(command) print("api " .. command) end
                freeswitch = {
                    consoleLog = function(_, text) io.write(text) end, API = function() return api end, msleep = function() end,
                    getGlobalVariable = function(name) return name == "majord_socket" and "\(office.pbxSocket)" or nil end,
                }
                argv = {\(words.map { "[[\($0)]]" }.joined(separator: ", "))}
                dofile("\(script)")
                """
            return try Running("lua5.3", ["-e", standIn], folder: office.folder)
        }
    }
}
