import Testing

@testable import Varlink

@Suite("Call and reply")
struct MessageTests {
    private func call(_ text: String) throws -> VarlinkCall { try VarlinkCall(frame: Array(text.utf8)) }
    private func reply(_ text: String) throws -> VarlinkReply { try VarlinkReply(frame: Array(text.utf8)) }

    @Test(
        "missing, null and empty parameters are the same",
        arguments: ["", #","parameters":null"#, #","parameters":{}"#])
    func parameters(member: String) throws {
        #expect(try call(#"{"method":"a.B"\#(member)}"#) == VarlinkCall(method: "a.B"))
        #expect(try reply(#"{"continues":true\#(member)}"#) == VarlinkReply(continues: true))
    }

    @Test("flags may be missing or null, and unknown members are ignored")
    func flags() throws {
        #expect(
            try call(#"{"method":"a.B","more":true,"oneway":null,"upgrade":false,"later":[1]}"#)
                == VarlinkCall(method: "a.B", more: true))
    }

    @Test(
        "a call comes back from the wire",
        arguments: [
            VarlinkCall(method: "a.B"), VarlinkCall(method: "a.B", parameters: ["x": [1, nil]], more: true),
            VarlinkCall(method: "a.B", oneway: true, upgrade: true),
        ])
    func callRoundTrip(call: VarlinkCall) throws {
        #expect(call.frame.last == 0)
        #expect(try VarlinkCall(frame: call.frame.dropLast()) == call)
    }

    @Test("a call's parameters that are all left out are no member of it")
    func leftOut() {
        func text(_ parameters: some VarlinkMessage) -> String {
            String(decoding: VarlinkCall.frame("a.B", parameters, more: true, upgrade: true).dropLast(), as: UTF8.self)
        }
        #expect(text(JSONObject()) == #"{"method":"a.B","more":true,"upgrade":true}"#)
        #expect(
            text(["x": [String: Int]()]) == #"{"method":"a.B","more":true,"parameters":{"x":{}},"upgrade":true}"#)
    }

    @Test(
        "a reply comes back from the wire",
        arguments: [
            (.answer(JSONObject()), VarlinkReply()),
            (try EncodedReply(["x": 1], continues: true), VarlinkReply(parameters: ["x": 1], continues: true)),
            (EncodedReply(VarlinkError.invalidParameter("y")), VarlinkReply(.invalidParameter("y"))),
            (EncodedReply(VarlinkError.permissionDenied), VarlinkReply(.permissionDenied)),
            (.answer(["x": Double.infinity]), VarlinkReply(.unencodableReply)),
            (
                EncodedReply(VarlinkError(name: "a.B", parameters: ["x": .double(.nan)])),
                VarlinkReply(.unencodableReply)
            ),
        ] as [(EncodedReply, VarlinkReply)])
    func replyRoundTrip(encoded: EncodedReply, reply: VarlinkReply) throws {
        #expect(encoded.frame.last == 0)
        #expect(try VarlinkReply(encoded) == reply)
    }

    @Test("a reply's bytes are its message's encoding, not written anew from what was read of it")
    func writtenOnce() throws {
        // Read and written again the second would be 0.
        let encoded = try EncodedReply(["b": -0.0, "a": 1], continues: true)
        let text = #"{"continues":true,"parameters":{"a":1,"b":-0}}"#
        #expect(String(decoding: encoded.frame.dropLast(), as: UTF8.self) == text)
        let failure = EncodedReply(VarlinkError(name: "a.\"B", parameters: ["path": "/run/x"]))
        #expect(
            String(decoding: failure.frame.dropLast(), as: UTF8.self)
                == #"{"error":"a.\"B","parameters":{"path":"/run/x"}}"#)
    }

    @Test(
        "a message that cannot be used says why",
        arguments: [
            ("", .notJSON(offset: 0)), ("{", .notJSON(offset: 1)), ("[]", .notAnObject), ("7", .notAnObject),
            ("{}", .member("method")), (#"{"method":""}"#, .member("method")), (#"{"method":1}"#, .member("method")),
            (#"{"method":"a.B","parameters":[]}"#, .member("parameters")),
            (#"{"method":"a.B","more":1}"#, .member("more")), (#"{"method":"a.B","oneway":"x"}"#, .member("oneway")),
            (#"{"method":"a.B","upgrade":{}}"#, .member("upgrade")),
            (#"{"method":"a.B","parameters":{"x":"# + String(repeating: "[", count: 15), .tooDeep),
        ] as [(String, MessageError)])
    func unusable(text: String, error: MessageError) {
        #expect(throws: error) { try call(text) }
    }

    @Test("a reply's error must be a name")
    func unusableReply() {
        #expect(throws: MessageError.member("error")) { try reply(#"{"error":5}"#) }
    }
}

extension VarlinkReply {
    init(_ encoded: EncodedReply) throws {
        try self.init(frame: encoded.frame.dropLast())
    }

    init(_ error: VarlinkError) {
        self.init(parameters: error.parameters, error: error.name)
    }
}
