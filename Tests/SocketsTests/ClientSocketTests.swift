import Dispatch
import Glibc
import Testing

@testable import Sockets

@Suite("A client's socket", .timeLimit(.minutes(1)))
struct ClientSocketTests {
    private static let soon = Duration.milliseconds(50)

    private static func failure(_ body: () throws(ClientSocket.Failure) -> Void) -> ClientSocket.Failure? {
        do throws(ClientSocket.Failure) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test("a missing socket, one that nobody listens on and a path that is too long are told apart")
    func cannotConnect() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            func connect(_ path: String) -> ClientSocket.Failure? {
                Self.failure { () throws(ClientSocket.Failure) in
                    _ = try ClientSocket(path: path, until: .now + Self.soon)
                }
            }
            #expect(connect(path) == .failed(SystemError(code: ENOENT)))
            close(try ListeningSocket(path: path, mode: 0o600).descriptor)
            #expect(connect(path) == .failed(SystemError(code: ECONNREFUSED)))
            #expect(connect(String(repeating: "x", count: 200)) == .failed(SystemError(code: ENAMETOOLONG)))
        }
    }

    @Test("a place in a full backlog is waited for, up to the deadline")
    func fullBacklog() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let listening = try ListeningSocket(path: path, mode: 0o600)
            defer { close(listening.descriptor) }
            listen(listening.descriptor, 0)
            let first = try ClientSocket(path: path, until: .now + .seconds(5))
            let late = Self.failure { () throws(ClientSocket.Failure) in
                _ = try ClientSocket(path: path, until: .now + Self.soon)
            }
            #expect(late == .timedOut)
            let descriptor = listening.descriptor
            let accepted = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                for _ in 0..<2 { close(accept(descriptor, nil, nil)) }
                accepted.signal()
            }
            _ = try ClientSocket(path: path, until: .now + .seconds(20))
            accepted.wait()
            _ = consume first
        }
    }

    @Test("what is sent comes in, silence ends with the deadline, and the end is told")
    func exchange() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let listening = try ListeningSocket(path: path, mode: 0o600)
            defer { close(listening.descriptor) }
            let socket = try ClientSocket(path: path, until: .now + .seconds(5))
            let accepted = accept(listening.descriptor, nil, nil)
            try socket.send(Array("ask".utf8), until: .now + .seconds(5))
            var bytes = [UInt8](repeating: 0, count: 10)
            #expect(read(accepted, &bytes, 10) == 3)
            #expect(write(accepted, bytes, 3) == 3)
            #expect(Array(try socket.receive(until: .now + .seconds(5))) == Array("ask".utf8))
            var failure: ClientSocket.Failure?
            do throws(ClientSocket.Failure) { _ = try socket.receive(until: .now + Self.soon) } catch {
                failure = error
            }
            #expect(failure == .timedOut)
            // More than the kernel keeps for a peer that does not read.
            let much = [UInt8](repeating: 0, count: 1 << 22)
            do throws(ClientSocket.Failure) { try socket.send(much, until: .now + Self.soon) } catch { failure = error }
            #expect(failure == .timedOut)
            close(accepted)
            do throws(ClientSocket.Failure) { _ = try socket.receive(until: nil) } catch { failure = error }
            #expect(failure == .closed)
            do throws(ClientSocket.Failure) { try socket.send([1], until: nil) } catch { failure = error }
            #expect(failure == .closed)
        }
    }

    @Test("behind a deadline nothing is ready, however much has come")
    func readiness() {
        var pair: [CInt] = [-1, -1]
        #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0)
        defer { for descriptor in pair { close(descriptor) } }
        #expect(!Readiness.reading.wait(for: pair[0], until: .now + Self.soon))
        #expect(Readiness.writing.wait(for: pair[0], until: nil))
        #expect(write(pair[1], "x", 1) == 1)
        #expect(Readiness.reading.wait(for: pair[0], until: .now + .seconds(5)))
        #expect(!Readiness.reading.wait(for: pair[0], until: .now - .seconds(1)))
        #expect(!Readiness.reading.wait(for: -1, until: .now))
    }
}
