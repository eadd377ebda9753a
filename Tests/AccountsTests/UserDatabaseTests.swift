import Accounts
import Dispatch
import Synchronization
import Testing

@Suite("Users and groups")
struct UserDatabaseTests {
    /// A name service that answers when it is let.
    private final class SlowService: Sendable {
        private struct State {
            var isHanging = false
            var answer = Known<String>.found("jdevries")
            var asked = 0
        }

        private let state = Mutex(State())
        private let gate = DispatchSemaphore(value: 0)

        var asked: Int { state.withLock(\.asked) }

        func hang() { state.withLock { $0.isHanging = true } }

        func set(_ answer: Known<String>) { state.withLock { $0.answer = answer } }

        func goOn() {
            state.withLock { $0.isHanging = false }
            for _ in 0..<100 { gate.signal() }
        }

        func look() -> Known<String> {
            let isHanging = state.withLock { state in
                state.asked += 1
                return state.isHanging
            }
            if isHanging { gate.wait() }
            return state.withLock(\.answer)
        }

        var service: NameService {
            NameService(
                userName: { _ in self.look() },
                userNumber: { name in
                    _ = self.look()
                    return name.hasPrefix("m") ? .missing : .found(1_001)
                },
                groupNumber: { _ in
                    _ = self.look()
                    return .found(77)
                })
        }
    }

    private static func limits(lifetime: Duration = .seconds(600), patience: Duration = .milliseconds(50))
        -> LookupLimits
    {
        var limits = LookupLimits()
        limits.lifetime = lifetime
        limits.missingLifetime = .zero
        limits.patience = patience
        return limits
    }

    @Test("an account is asked about once, and remembered")
    func remembered() async {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits(patience: .seconds(30)))
        for _ in 0..<3 { #expect(await users.name(ofUser: 1_001) == .found("jdevries")) }
        #expect(slow.asked == 1)
    }

    @Test("what is remembered is had without asking, and nothing else is")
    func without() async {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits(patience: .seconds(30)))
        #expect(users.rememberedName(ofUser: 1_001) == nil)
        #expect(users.rememberedNumber(ofGroup: "majord") == nil)
        #expect(slow.asked == 0)
        _ = await (users.name(ofUser: 1_001), users.number(ofGroup: "majord"))
        #expect(users.rememberedName(ofUser: 1_001) == .found("jdevries"))
        #expect(users.rememberedNumber(ofGroup: "majord") == .found(77))
        #expect(users.rememberedName(ofUser: 0) == .found("root"))
        #expect(slow.asked == 2)
    }

    @Test("what is too old is not remembered")
    func old() async {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits(lifetime: .zero, patience: .seconds(30)))
        _ = await users.name(ofUser: 1_001)
        #expect(users.rememberedName(ofUser: 1_001) == nil)
    }

    @Test("root is known without asking")
    func root() async {
        let slow = SlowService()
        #expect(await UserDatabase(slow.service).name(ofUser: 0) == .found("root"))
        #expect(slow.asked == 0)
    }

    @Test("a name service that hangs is waited for once, and the last answer holds meanwhile")
    func hanging() async {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits(lifetime: .zero))
        slow.hang()
        #expect(await users.name(ofUser: 1_001) == .unknown)
        #expect(await users.name(ofUser: 1_001) == .unknown)
        #expect(slow.asked == 1, "one that hangs is not asked again")
        slow.goOn()
        while await users.name(ofUser: 1_001) != .found("jdevries") { await Task.yield() }
        slow.hang()
        #expect(await users.name(ofUser: 1_001) == .found("jdevries"))
        slow.goOn()
    }

    @Test("a question that hangs does not hold up others")
    func others() async {
        let gate = DispatchSemaphore(value: 0)
        let service = NameService(
            userName: { number in
                if number == 1_001 { gate.wait() }
                return .found("u\(number)")
            }, userNumber: { _ in .missing }, groupNumber: { _ in .missing })
        var limits = Self.limits(patience: .seconds(30))
        limits.threads = 2
        let users = UserDatabase(service, limits: limits)
        async let stuck = users.name(ofUser: 1_001)
        #expect(await users.name(ofUser: 1_002) == .found("u1002"))
        #expect(await users.name(ofUser: 1_003) == .found("u1003"))
        gate.signal()
        #expect(await stuck == .found("u1001"))
    }

    @Test("a failure leaves what was known; a user who has gone is missed")
    func failure() async {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits(lifetime: .zero, patience: .seconds(30)))
        #expect(await users.name(ofUser: 1_001) == .found("jdevries"))
        slow.set(.unknown)
        #expect(await users.name(ofUser: 1_001) == .found("jdevries"))
        slow.set(.missing)
        #expect(await users.name(ofUser: 1_001) == .missing)
    }

    @Test("what is remembered is bounded, also while nobody answers")
    func bounded() async {
        let slow = SlowService()
        var limits = Self.limits(patience: .milliseconds(1))
        limits.capacity = 3
        let users = UserDatabase(slow.service, limits: limits)
        slow.hang()
        for number in 1...20 { #expect(await users.name(ofUser: UInt32(number)) == .unknown) }
        slow.goOn()
        while await users.name(ofUser: 99) != .found("jdevries") { await Task.yield() }
    }

    @Test("users that do not exist are told; those that nobody knows of now are not")
    func missingUsers() {
        let slow = SlowService()
        let users = UserDatabase(slow.service, limits: Self.limits())
        #expect(users.missingUsers(among: ["jdevries", "mbakkr"], within: .seconds(30)) == ["mbakkr"])
        slow.hang()
        #expect(users.missingUsers(among: ["mjansen"], within: .milliseconds(20)) == [])
        slow.goOn()
    }

    @Test("the system's own name service")
    func system() async {
        let users = UserDatabase()
        #expect(await users.number(ofGroup: "root") == .found(0))
        #expect(await users.name(ofUser: 65_534) == .found("nobody"))
        #expect(await users.name(ofUser: 4_000_000_001) == .missing)
        #expect(users.number(ofGroup: "no-such-group-here", within: .seconds(10)) == .missing)
        #expect(users.missingUsers(among: ["root", "mbakkr"], within: .seconds(10)) == ["mbakkr"])
    }
}
