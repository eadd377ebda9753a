import Glibc
import Sockets
import Varlink

/// What `majorctl` gets from the control socket.
enum Answers {
    private static let path = "/tmp/majord-fuzz-\(getpid()).sock"
    private static let listening: ListeningSocket = {
        guard let listening = try? ListeningSocket(path: path, mode: 0o600) else { preconditionFailure("\(path)") }
        atexit { unlink(Answers.path) }
        return listening
    }()

    /// The client tells what its bytes say, however they come in, and ends.
    static func client(_ bytes: [UInt8]) {
        let expected = expected(bytes)
        var answers: [JSONObject] = []
        let end = asked(bytes) { client throws(VarlinkClientError) in
            try client.stream("org.majord.Status.GetStatus") {
                answers.append($0)
                return true
            }
        }
        precondition(answers == expected.answers, "the client hears \(answers)")
        precondition(end == expected.end, "the client ends with \(String(describing: end))")
        var first: JSONObject?
        let failure = asked(bytes) { client throws(VarlinkClientError) in
            first = try client.call("org.majord.Status.GetStatus")
        }
        precondition(first == expected.answers.first, "the client takes \(String(describing: first))")
        precondition(
            failure == (first == nil ? expected.end : nil), "the client fails by \(String(describing: failure))")
    }

    /// What the messages are, without any socket.
    private static func expected(_ bytes: [UInt8]) -> (answers: [JSONObject], end: VarlinkClientError?) {
        var answers: [JSONObject] = []
        for frame in bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast() {
            do throws(MessageError) {
                let reply = try VarlinkReply(frame: Array(frame))
                if let error = reply.error {
                    return (answers, .remote(VarlinkError(name: error, parameters: reply.parameters)))
                }
                answers.append(reply.parameters)
                if !reply.continues { return (answers, nil) }
            } catch {
                return (answers, .badReply(error))
            }
        }
        return (answers, .serverClosed)
    }

    /// Asks a service that answers with these bytes and goes.
    private static func asked(
        _ bytes: [UInt8], _ ask: (VarlinkClient) throws(VarlinkClientError) -> Void
    ) -> VarlinkClientError? {
        let descriptor = listening.descriptor
        do throws(VarlinkClientError) {
            let client = try VarlinkClient(path: path)
            let service = accept(descriptor, nil, nil)
            defer { close(service) }
            precondition(write(service, bytes, bytes.count) == bytes.count, "the service cannot answer")
            shutdown(service, CInt(SHUT_WR))
            try ask(client)
            return nil
        } catch {
            return error
        }
    }
}
