import Foundation
import Routing
import Sockets
import Synchronization
import Testing
import Time

@testable import PBX

/// A desk for tests: decides by the called number alone, and numbers its decisions.
enum TestDesk {
    static let tokenText = String(repeating: "k3y-", count: 16)
    static let token = FastAGIToken(tokenText.utf8)

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
        var settings = Settings(timeZone: zone, overflow: Overflow(fallback: fallback))
        settings.exclusiveNumbers = [ExclusiveNumber(exclusive, place: place)]
        settings.levels = [ServiceLevel(name: "always", hours: .always)]
        let directory = Directory(
            settings: settings,
            agents: [
                Agent(id: AgentID("jdevries"), name: "Joke de Vries", phone: phone),
                Agent(id: AgentID("mbakker"), name: "Mark Bakker", phone: otherPhone),
            ],
            clients: [client])
        return try? RoutingTable(directory: directory, roster: Roster(), generation: 42)
    }()

    /// Decisions are numbered from 1; numbers of more than 32 bytes are refused. The next target is always the overflow.
    ///
    /// - Parameter ledger: Takes what is reported and wished; without one, it is accepted at once.
    static func make(_ ledger: TestLedger = TestLedger(answersAtOnce: true)) throws -> CallDesk {
        let table = try #require(table)
        let counter = Counter()
        let elsewhere = try #require(PhoneNumber("31880001234"))
        return CallDesk { caller, called, callID, diverter in
            let request = RouteRequest(
                caller: caller.text, called: called.text, callID: callID.text,
                diverter: diverter.isEmpty ? nil : diverter.text)
            ledger.note(request)
            if request.caller.utf8.count > 32 { return .failure(.callerTooLong) }
            if request.called.utf8.count > 32 { return .failure(.calledTooLong) }
            let call = Call(caller: party(request.caller), called: party(request.called))
            let decision = table.decide(call, at: Instant(clamping: 1_790_000_000_000))
            return .success(RoutedCall(id: DecisionID(number: counter.next()), decision: decision.answer))
        } next: { callID, status, phone in
            ledger.note("\(callID) next \(status.rawValue)" + (phone.map { " after \($0)" } ?? ""))
            let call = Call(caller: .unknown, called: .number(elsewhere))
            let decision = table.decide(call, at: Instant(clamping: 1_790_000_000_000))
            return RoutedCall(id: DecisionID(number: counter.next()), decision: decision.answer)
        } report: { event, accepted in
            ledger.take(words(event), accepted)
        } phone: { report in
            ledger.note("\(report.phone) \(report.isReachable ? "reachable" : "unreachable") \(report.ago.count)")
        } deskPhone: { request, _, answered in
            let words = words(request)
            ledger.take(words) {
                answered(DeskPhoneAnswer(sentence: "Joke: \"\(words)\"", state: "available"))
            }
        } figures: {
            DeskFigures(
                version: "0.1.0", uptimeSeconds: 77, generation: 42, clients: 1, agents: 2, agentsAbsent: 0,
                clientsCovered: 1, clientsUncovered: 0, decisions: [.role(.primary): 3])
        }
    }

    private static func words(_ event: CallEvent) -> String {
        what(event) + (event.ago.count == 0 ? "" : " \(event.ago.count) ago")
    }

    private static func what(_ event: CallEvent) -> String {
        switch event.kind {
        case .ringing(let phone): "\(event.callID) ringing \(phone)"
        case .answered(let phone): "\(event.callID) answered \(phone)"
        case .up: "\(event.callID) up"
        case .released(let phone): "\(event.callID) released \(phone)"
        case .ended(let status): "\(event.callID) ended \(status.rawValue)"
        case .called(let phone, let number): "\(event.callID) called \(phone) \(number)"
        }
    }

    private static func words(_ request: DeskPhoneRequest) -> String {
        switch request.wish {
        case .status: "\(request.phone) status"
        case .sick: "\(request.phone) sick"
        case .back: "\(request.phone) back"
        case .free: "\(request.phone) free"
        case .openCase(let reference): "\(request.phone) open \(reference ?? "")"
        case .closeCase(let reference): "\(request.phone) close \(reference ?? "")"
        case .pause(let length): "\(request.phone) pause \(length.wholeSeconds)"
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

/// What the test's desk is told. It accepts it at once, or when the test says so.
final class TestLedger: Sendable {
    private struct Entries {
        var requests: [RouteRequest] = []
        var texts: [String] = []
        var open: [String: @Sendable () -> Void] = [:]
    }

    private let answersAtOnce: Bool
    private let onRequest: @Sendable (RouteRequest) -> Void
    private let entries = Mutex(Entries())

    /// - Parameter onRequest: What the desk does before it decides, on the thread on which it is asked.
    init(answersAtOnce: Bool = false, onRequest: @escaping @Sendable (RouteRequest) -> Void = { _ in }) {
        self.answersAtOnce = answersAtOnce
        self.onRequest = onRequest
    }

    var requests: [RouteRequest] { entries.withLock { $0.requests } }
    /// What has been told, in order.
    var texts: [String] { entries.withLock { $0.texts } }

    func note(_ request: RouteRequest) {
        entries.withLock { $0.requests.append(request) }
        onRequest(request)
    }

    func note(_ text: String) {
        entries.withLock { $0.texts.append(text) }
    }

    func take(_ text: String, _ accept: @escaping @Sendable () -> Void) {
        note(text)
        if answersAtOnce { accept() } else { entries.withLock { $0.open[text] = accept } }
    }

    /// Accepts what was told in these words.
    func accept(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let accept = entries.withLock { $0.open.removeValue(forKey: text) }
        #expect(accept != nil, "\(text) has not been told", sourceLocation: sourceLocation)
        accept?()
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
        "decision", "generation", "for", "display", "displays",
    ]
    return "*32\r\n" + zip(fields, values).map { bulk($0) + bulk($1) }.joined()
}
