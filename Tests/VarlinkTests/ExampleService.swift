import Sockets
import Varlink

/// A service with a method for each thing that a connection has to cope with.
struct ExampleService: Sendable {
    /// Says what a handler did, in order.
    let happenings = Happenings<String>()
    /// `Hold` answers when a value comes in.
    let gate = Happenings<Void>()

    struct Echo: VarlinkRequest {
        typealias Reply = Echo
        typealias Failure = VarlinkError
        static let method = "org.example.Test.Echo"
        static let parameters: Set<String> = ["text"]
        var text: String

        init(members: JSONObject) throws(JSONCodingError) { text = try members.value("text") }
        func writeMembers(to json: inout JSONWriter) { json.member("text", text) }
    }

    struct Count: VarlinkRequest {
        typealias Failure = VarlinkError
        static let method = "org.example.Test.Count"
        static let parameters: Set<String> = ["to"]
        static let needsMore = true
        var to: Int

        init(members: JSONObject) throws(JSONCodingError) { to = try members.value("to") }
        func writeMembers(to json: inout JSONWriter) { json.member("to", to) }

        struct Reply: VarlinkMessage {
            var number: Int

            init(number: Int) { self.number = number }
            init(members: JSONObject) throws(JSONCodingError) { number = try members.value("number") }
            func writeMembers(to json: inout JSONWriter) { json.member("number", number) }
        }
    }

    var service: VarlinkService {
        VarlinkService(
            vendor: "Example", product: "Test", version: "1.2", url: "https://test.example", interfaces: [interface])
    }

    private var interface: VarlinkInterface {
        VarlinkInterface(
            name: "org.example.Test",
            description: """
                interface org.example.Test
                method Echo(text: string) -> (text: string)
                method Count(to: int) -> (number: int)
                error Unwelcome (text: string)
                """,
            methods: [
                "Echo": VarlinkMethod { (input: Echo, _) throws(VarlinkError) in
                    if input.text == "bad" {
                        throw VarlinkError(name: "org.example.Test.Unwelcome", parameters: ["text": "bad"])
                    }
                    happenings.add("echo \(input.text)")
                    return input
                },
                "Count": VarlinkMethod { (input: Count, caller) throws(VarlinkError) in
                    for number in 1..<max(input.to, 2) { try await caller.send(Count.Reply(number: number)) }
                    return Count.Reply(number: input.to)
                },
                "Flood": VarlinkMethod { context throws(VarlinkError) -> JSONObject in
                    let text = String(repeating: "x", count: 32 * 1024)
                    defer { happenings.add("flood ended") }
                    while true { try await context.send(["text": text]) }
                },
                "Watch": VarlinkMethod { context throws(VarlinkError) -> JSONObject in
                    try await context.send(["state": "begun"])
                    await gate.next()
                    happenings.add("watch ended")
                    return ["state": "ended"]
                },
                "Hold": VarlinkMethod { _ in
                    happenings.add("hold begun")
                    await gate.next()
                    happenings.add(Task.isCancelled ? "hold cancelled" : "hold ended")
                    return ["cancelled": Task.isCancelled]
                },
                "Who": VarlinkMethod { context in
                    [
                        "process": .integer(Int64(context.peer.processID)),
                        "user": .integer(Int64(context.peer.userID)),
                        "group": .integer(Int64(context.peer.groupID)),
                        "groups": .array(context.peer.groups.map { .integer(Int64($0)) }),
                    ] as JSONObject
                },
                "Forbidden": VarlinkMethod { _ throws(VarlinkError) -> JSONObject in throw .permissionDenied },
                "Unready": VarlinkMethod { context throws(VarlinkError) -> JSONObject in
                    try await context.send(JSONObject())
                    return [:]
                },
                "Unwritable": VarlinkMethod { _ in ["number": Double.nan] },
            ])
    }
}

/// Things that happen elsewhere, to wait for.
struct Happenings<Element: Sendable>: Sendable {
    private let stream: AsyncStream<Element>
    private let continuation: AsyncStream<Element>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func add(_ element: Element) {
        continuation.yield(element)
    }

    /// The next one, or nil when the task is cancelled.
    @discardableResult
    func next() async -> Element? {
        for await element in stream { return element }
        return nil
    }
}

extension Happenings<Void> {
    func open() { add(()) }
}
