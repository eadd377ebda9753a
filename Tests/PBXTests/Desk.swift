import Foundation
import Routing
import Synchronization
import Testing

@testable import PBX

/// A desk for tests: decides by the called number alone, and numbers its decisions.
enum TestDesk {
    static let table: RoutingTable? = {
        guard let phone = Extension("2101"), let otherPhone = Extension("2102"), let fallback = Extension("2000"),
            let exclusive = PhoneNumber("31880001234"), let mobile = PhoneNumber("31612345678"),
            let prefix = PhoneNumber("31505551"), let start = CalendarDay(year: 2026, month: 1, day: 1),
            let zone = TimeZone(identifier: "Europe/Amsterdam")
        else { return nil }
        let place = Place(file: "test")
        let client = Client(
            id: ClientID("scholengroep-noord"), name: "Stichting Scholengroep Noord", size: .large, schools: 41,
            pair: Pair(primary: AgentID("jdevries"), backup: AgentID("mbakker")),
            agreement: Agreement(title: "MOO", start: start, end: nil, level: "always"),
            numbers: [WrittenBlock(.prefix(prefix), text: "050 555 1*", place: place)],
            contacts: [
                Contact(
                    name: "Karin Smit", function: "ICT-coördinator",
                    mobile: WrittenBlock(.single(mobile), text: "06-12345678", place: place))
            ])
        let directory = Directory(
            timeZone: zone, exclusiveNumbers: [exclusive], overflow: Overflow(fallback: fallback),
            levels: [ServiceLevel(name: "always", hours: .always)],
            agents: [
                Agent(id: AgentID("jdevries"), name: "Joke de Vries", phone: phone),
                Agent(id: AgentID("mbakker"), name: "Mark Bakker", phone: otherPhone),
            ],
            clients: [client])
        return try? RoutingTable(directory: directory, roster: Roster(), generation: 42)
    }()

    /// Decisions are numbered from 1; numbers of more than 32 bytes are refused.
    static func make() throws -> CallDesk {
        let table = try #require(table)
        let counter = Counter()
        return CallDesk { request in
            if request.caller.utf8.count > 32 { return .failure(.callerTooLong) }
            if request.called.utf8.count > 32 { return .failure(.calledTooLong) }
            let call = Call(caller: party(request.caller), called: party(request.called))
            let decision = table.decide(call, at: Instant(clamping: 1_790_000_000_000))
            return .success(RoutedCall(id: DecisionID(number: counter.next()), decision: decision))
        } figures: {
            DeskFigures(
                version: "0.1.0", uptimeSeconds: 77, generation: 42, clients: 1, agents: 2, agentsAbsent: 0,
                clientsCovered: 1, clientsUncovered: 0, decisions: [.primary: 3])
        }
    }

    private static func party(_ text: String) -> Party {
        text.isEmpty ? .anonymous : PhoneNumber(text.drop { $0 == "+" }).map { .number($0) } ?? .unknown
    }

    private final class Counter: Sendable {
        private let last = Atomic<UInt64>(0)

        func next() -> UInt64 {
            last.add(1, ordering: .relaxed).newValue
        }
    }
}

/// A conversation without any socket.
struct Conversation {
    private var session = RESPSession(id: 7)
    private var output = ReplyBuffer(capacity: 64)
    private let desk: RESPDesk
    private(set) var replies: [UInt8] = []
    private(set) var isClosed = false

    init() throws {
        desk = RESPDesk(calls: try TestDesk.make(), connections: ConnectionCounters())
    }

    var connections: ConnectionFigures { desk.connections.figures }
    var isMidway: Bool { session.isMidway }

    /// Sends bytes as one read brings them, and takes the replies.
    ///
    /// - Returns: How many times replies had to be sent before the read was dealt with.
    @discardableResult
    mutating func send(_ bytes: some Collection<UInt8>) -> Int {
        guard !isClosed, !bytes.isEmpty else { return 0 }
        var outcome = Array(bytes).withUnsafeBytes { session.receive($0, at: desk, into: &output) }
        var rounds = 1
        take()
        while outcome == .held {
            outcome = session.resume(at: desk, into: &output)
            rounds += 1
            take()
        }
        isClosed = outcome == .close
        return rounds
    }

    private mutating func take() {
        replies += output.withBytes { Array($0) }
        output.removeAll()
    }
}

/// Checks what is answered to some bytes: sent at once, split in two at every byte, and byte by byte.
func check(
    _ input: String, _ expected: String, closes: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let bytes = Array(input.utf8)
    var splits = (0...bytes.count).map { [bytes[..<$0], bytes[$0...]] }
    splits.append(bytes.indices.map { bytes[$0...$0] })
    for pieces in splits {
        var conversation = try Conversation()
        for piece in pieces { conversation.send(piece) }
        let replies = String(decoding: conversation.replies, as: UTF8.self)
        #expect(replies == expected, "in pieces of \(pieces.map(\.count))", sourceLocation: sourceLocation)
        #expect(conversation.isClosed == closes, sourceLocation: sourceLocation)
        if replies != expected { return }
    }
}

/// A request as clients send it: an array of bulk strings.
func request(_ arguments: String...) -> String {
    request(arguments)
}

func request(_ arguments: [String]) -> String {
    "*\(arguments.count)\r\n" + arguments.map { bulk($0) }.joined()
}

func bulk(_ text: String) -> String {
    "$\(text.utf8.count)\r\n\(text)\r\n"
}

/// The reply to `ROUTE` with these values.
func route(_ values: [String]) -> String {
    let fields = [
        "action", "extension", "agent", "role", "ring", "targets", "client", "client-name", "contact", "case", "reason",
        "decision", "generation",
    ]
    return "*26\r\n" + zip(fields, values).map { bulk($0) + bulk($1) }.joined()
}
