import Foundation
import Testing

extension EndToEnd {
    /// Many calls at once, while agents come and go, and while majord does.
    @Suite("Load", .serialized)
    struct LoadTests {
        /// Calls a second, from each of two clients.
        private static let rate = 100
        private static let seconds = 30
        /// What Kamailio does without majord.
        private static let overflow = "2000"

        /// Agents whose phones ring although they are on a call, else a handful of agents would be busy all the time.
        private static let directory = "when_busy: ring\n" + Office.directory

        @Test("every call lands where the decision of its moment says, with sickness and leave entered meanwhile")
        func rosterChanges() throws {
            let office = try Office(directory: Self.directory)
            try office.open()
            let exchange = try Exchange(office, workers: 4)
            var changes = 0
            let landed = try load(exchange, office) {
                for change in [
                    ["sick", "--agent", "joke"], ["back", "--agent", "joke"],
                    ["leave", "today", "--agent", "mark", "--override", "test"], ["back", "--agent", "mark"],
                ] {
                    let ended = try Running(
                        Programs.majorctl, change, environment: ["MAJORD_SOCKET": office.controlSocket],
                        folder: office.folder
                    ).ended()
                    #expect(ended.status == 0, "\(change): \(ended.errors)")
                    changes += 1
                }
            }
            let withoutAnswer = Self.callsWithoutAnswer(exchange.log)
            let records = try office.recordedCalls()
            #expect(records.count == landed.count, "one record a call")
            let byID = Dictionary(records.map { ($0.callID, $0) }) { $1 }
            var misled: [String] = []
            for (id, phone) in landed {
                let record = byID[id]
                let isWhereDecided = record?.firstTarget == phone
                // A machine that is too busy may keep majord's answer from Kamailio for 300 ms.
                let isOverflow = phone == Self.overflow && withoutAnswer.contains(id)
                if !isWhereDecided && !isOverflow { misled.append("\(id) on \(phone): \(String(describing: record))") }
            }
            #expect(misled.isEmpty, "\(misled.prefix(5))")
            // A phone that answers at once need not have rung.
            let incomplete = records.filter { record in
                record.answeredBy != landed[record.callID] || record.ended != "answered" || !record.isInOrder
                    || record.phonesThatRang.contains { $0 != record.answeredBy }
            }
            #expect(incomplete.isEmpty, "\(incomplete.prefix(5))")
            // Both of each pair have had calls, in both roles: the changes were felt.
            #expect(changes >= 4)
            let kinds = Set(records.compactMap { record in record.agent.map { "\($0) \(record.reason ?? "")" } })
            #expect(kinds.isSuperset(of: ["joke primary", "mark backup", "mark primary", "joke backup"]), "\(kinds)")
        }

        @Test("killed and restarted, majord leaves no caller without an answer and loses no answered call")
        func killed() throws {
            let office = try Office(directory: Self.directory)
            try office.open()
            let exchange = try Exchange(office, workers: 4)
            var kills = 0
            let landed = try load(exchange, office) {
                try office.kill()
                let before = exchange.log.utf8.count
                kills += 1
                try office.open()
                try eventually("majord records again") {
                    usleep(100_000)
                    return String(exchange.log.utf8.dropFirst(before))?.contains(": recorded ANSWERED") == true
                }
            }
            #expect(kills > 1)
            let withoutAnswer = Self.callsWithoutAnswer(exchange.log)
            let acknowledged = exchange.recordedEvents.filter { $0.event == "ANSWERED" }
            // A call whose question was asked again after a restart has a decision more; its newest record is the one that goes on.
            let records = Dictionary(try office.recordedCalls().map { ($0.callID, $0) }) { $1 }
            let lost = acknowledged.filter { records[$0.callID]?.answeredBy != $0.detail }
            #expect(lost.isEmpty, "\(lost.prefix(5))")
            let wrong = landed.filter { id, phone in
                guard let record = records[id], record.answeredBy == phone, record.ended == "answered" else {
                    return true
                }
                return phone != record.firstTarget && !(phone == Self.overflow && withoutAnswer.contains(id))
                    && record.decision != nil
            }
            #expect(wrong.isEmpty, "\(wrong.prefix(5).map { "\($0): \(String(describing: records[$0.key]))" })")
        }

        /// Calls from two clients for some time, with something repeated meanwhile; the phone that each call landed on, by call id, once all
        /// that became of them is recorded.
        private func load(_ exchange: Exchange, _ office: Office, meanwhile: () throws -> Void) throws -> [String:
            String]
        {
            let calls = Self.rate * Self.seconds
            let logs = ["noord", "oost"].map { office.folder.appending(path: "callers-\($0).log") }
            let callers = try zip(["+31505550100", "+31535551234"], logs).map { number, log in
                try exchange.callers(from: number, calls: calls, perSecond: Self.rate, log: log)
            }
            while callers.contains(where: \.isRunning) { try meanwhile() }
            for program in callers {
                let ended = try program.ended(within: .seconds(600))
                #expect(ended.status == 0, "not every call was answered: \(ended.errors)")
            }
            var landed: [String: String] = [:]
            for log in logs {
                for line in try String(contentsOf: log, encoding: .utf8).split(separator: "\n") {
                    let words = line.split(separator: " ")
                    try #require(words.count == 2)
                    landed[String(words[0])] = String(words[1].trimmingPrefix("phones/"))
                }
            }
            #expect(landed.count == 2 * calls)
            try eventually("all is recorded", within: .seconds(120)) {
                usleep(500_000)
                return Set(exchange.recordedEvents.filter { $0.event == "ENDED" }.map(\.callID)).count >= 2 * calls
            }
            return landed
        }

        /// The calls that Kamailio decided by itself.
        private static func callsWithoutAnswer(_ log: String) -> Set<String> {
            let lines = log.split(separator: "\n").filter { $0.utf8.contains(UInt8(ascii: "/")) }
            return Set(
                lines.compactMap { line in
                    line.firstRange(of: " about call ").flatMap { line[$0.upperBound...].split(separator: " ").first }
                }.map(String.init))
        }
    }
}
