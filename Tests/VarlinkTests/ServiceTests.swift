import Sockets
import Testing

@testable import Varlink

@Suite("Service")
struct ServiceTests {
    private let peer = PeerCredentials(processID: 7, userID: 1000, groupID: 100, groups: [27])

    private func answer(_ call: VarlinkCall) async throws -> VarlinkReply {
        try VarlinkReply(await ExampleService().service.answer(call, from: peer) { _ in })
    }

    @Test("GetInfo names the service and its interfaces, its own first")
    func info() async throws {
        #expect(
            try await answer(VarlinkCall(method: "org.varlink.service.GetInfo")).parameters == [
                "vendor": "Example", "product": "Test", "version": "1.2", "url": "https://test.example",
                "interfaces": ["org.varlink.service", "org.example.Test"],
            ])
    }

    @Test(
        "GetInterfaceDescription gives the text",
        arguments: [("org.varlink.service", "interface org.varlink.service\n"), ("org.example.Test", "method Echo")])
    func description(interface: String, part: String) async throws {
        let reply = try await answer(
            VarlinkCall(
                method: "org.varlink.service.GetInterfaceDescription",
                parameters: ["interface": .string(interface)]))
        guard case .string(let text) = reply.parameters["description"] else {
            Issue.record("no description: \(reply)")
            return
        }
        #expect(text.contains(part))
    }

    @Test(
        "a call that cannot be answered gets the standard error",
        arguments: [
            (VarlinkCall(method: "Echo"), .interfaceNotFound("Echo")),
            (VarlinkCall(method: "org.example.Other.Echo"), .interfaceNotFound("org.example.Other")),
            (VarlinkCall(method: "org.example.Test.Other"), .methodNotFound("org.example.Test.Other")),
            (VarlinkCall(method: "org.example.Test."), .methodNotFound("org.example.Test.")),
            (VarlinkCall(method: "org.example.Test.Echo"), .invalidParameter("text")),
            (VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": 1]), .invalidParameter("text")),
            (
                VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": "a", "txet": "b"]),
                .invalidParameter("txet")
            ),
            (
                VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": "a", "note": nil]),
                .invalidParameter("note")
            ),
            (
                VarlinkCall(method: "org.varlink.service.GetInfo", parameters: ["verbose": true]),
                .invalidParameter("verbose")
            ),
            (
                VarlinkCall(
                    method: "org.varlink.service.GetInterfaceDescription",
                    parameters: ["interface": "org.example.Test", "language": "nl"]),
                .invalidParameter("language")
            ),
            (VarlinkCall(method: "org.example.Test.Echo", upgrade: true), .invalidParameter("upgrade")),
            (VarlinkCall(method: "org.example.Test.Forbidden"), .permissionDenied),
            (VarlinkCall(method: "org.example.Test.Count", parameters: ["to": 2]), .expectedMore),
            (VarlinkCall(method: "org.example.Test.Count", more: true, oneway: true), .expectedMore),
            (VarlinkCall(method: "org.example.Test.Unready"), .expectedMore),
            (VarlinkCall(method: "org.example.Test.Unwritable"), .unencodableReply),
            (
                VarlinkCall(method: "org.varlink.service.GetInterfaceDescription"),
                .invalidParameter("interface")
            ),
            (
                VarlinkCall(
                    method: "org.varlink.service.GetInterfaceDescription",
                    parameters: ["interface": "org.example.Other"]),
                .interfaceNotFound("org.example.Other")
            ),
        ] as [(VarlinkCall, VarlinkError)])
    func errors(call: VarlinkCall, error: VarlinkError) async throws {
        #expect(try await answer(call) == VarlinkReply(error))
    }

    @Test("an interface's own error goes out with its parameters")
    func ownError() async throws {
        #expect(
            try await answer(VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": "bad"]))
                == VarlinkReply(VarlinkError(name: "org.example.Test.Unwelcome", parameters: ["text": "bad"])))
    }
}
