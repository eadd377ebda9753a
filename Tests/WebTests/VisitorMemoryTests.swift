import Synchronization
import Testing

@testable import Web

@Suite("Memory of visitors")
struct VisitorMemoryTests {
    private final class Asked: Sendable {
        let logins = Mutex<[String]>([])
        var count: Int { logins.withLock(\.count) }
    }

    private let memory = VisitorMemory()
    private let asked = Asked()
    private let start = ContinuousClock.now

    private func visitor(
        _ login: String, after time: Duration = .zero, failing: AskingError? = nil
    ) async throws(AskingError) -> Visitor {
        try await memory.visitor(login: login, at: start + time) { [asked] in
            asked.logins.withLock { $0.append(login) }
            return failing.map { .failure($0) } ?? .success(Visitor(reader: .user(login), name: login))
        }
    }

    @Test("many who come at once are asked about once, each login by itself, and anew after a second")
    func once() async throws {
        await withTaskGroup { group in
            for number in 0..<100 {
                group.addTask {
                    let visitor = try? await visitor("login-\(number % 2)")
                    #expect(visitor?.name == "login-\(number % 2)")
                }
            }
        }
        #expect(asked.count == 2)
        _ = try await visitor("login-0", after: .milliseconds(999))
        #expect(asked.count == 2)
        _ = try await visitor("login-0", after: .seconds(1))
        #expect(asked.count == 3)
    }

    @Test("what fails is asked again")
    func failure() async throws {
        await #expect(throws: AskingError.away) { try await visitor("joke", failing: .away) }
        #expect(try await visitor("joke").name == "joke")
        #expect(asked.count == 2)
    }

    @Test("with more logins than are remembered, each is asked about all the same")
    func capacity() async throws {
        for number in 0...VisitorMemory.capacity { _ = try await visitor("login-\(number)") }
        #expect(try await visitor("another").name == "another")
        #expect(asked.count == VisitorMemory.capacity + 2)
        _ = try await visitor("another", after: .seconds(2))
        _ = try await visitor("another", after: .seconds(2))
        #expect(asked.count == VisitorMemory.capacity + 3)
    }
}
