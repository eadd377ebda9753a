import Routing
import Testing
import Time

@testable import PBXProtocol

@Suite("PBXCommand")
struct PBXCommandTests {
    @Test("a command takes as many arguments as its row has", arguments: PBXCommand.allCases)
    func counts(command: PBXCommand) {
        let required = command.arguments.prefix { !$0.isOptional }.count
        #expect(command.argumentCount == required...command.arguments.count)
        let areOptional = command.arguments.dropFirst(required).allSatisfy(\.isOptional)
        #expect(areOptional)
    }

    @Test("names are read in any case", arguments: PBXCommand.allCases)
    func names(command: PBXCommand) {
        #expect(PBXCommand(name: command.rawValue.uppercased()) == command)
        #expect(PBXCommand(name: command.rawValue + "x") == nil)
    }
}

@Suite("PBXRequest")
struct PBXRequestTests {
    @Test(
        "a pause is measured in hours and minutes",
        arguments: [
            ("45m", 45), ("2h", 120), ("1h30m", 90), ("0h1m", 1), ("24h", 1_440), ("1440m", 1_440), ("1u", 60),
            ("1u30", 90),
        ])
    func pauses(text: String, minutes: Int) throws {
        guard case .wish(let wish) = try PBXRequest(.agent, ["2101", "PAUSE", text]) else {
            Issue.record("a wish is none")
            return
        }
        #expect(wish.wish == .pause(.minutes(minutes)))
    }

    @Test(
        "an empty status of an end means that the caller has gone; everywhere else it is none")
    func emptyStatus() throws {
        guard case .report(let event) = try PBXRequest(.ended, ["call-1", ""]) else {
            Issue.record("a report is none")
            return
        }
        #expect(event.kind == .ended(.cancelled))
        #expect(throws: PBXRefusal.unknownStatus("")) { try PBXRequest(.next, ["call-1", ""]) }
    }
}
