import Testing

@testable import majorctl

@Suite("A program's turn")
struct ProgramTurnTests {
    private let start = ContinuousClock.now
    private var limits: ProgramTurn.Limits {
        ProgramTurn.Limits(
            longest: .seconds(60), grace: .seconds(5), firstPause: .seconds(1), longestPause: .seconds(300))
    }

    private func after(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test("it is told of the event after the last one, one at a time, and the records are to know once it took it")
    func one() {
        var turn = ProgramTurn(told: 4, limits: limits)
        #expect(turn.due(newest: 4, at: start) == .nothing)
        #expect(turn.due(newest: 6, at: start) == .event(after: 4))
        turn.started(5, at: start)
        #expect(turn.due(newest: 6, at: after(59)) == .nothing)
        #expect(turn.toNote == nil)
        #expect(turn.ended(well: true, at: after(59)) == nil)
        #expect(turn.toNote == 5)
        turn.note()
        #expect(turn.toNote == nil)
        #expect(turn.due(newest: 6, at: after(59)) == .event(after: 5))
    }

    @Test("what fails is told again after growing pauses, until it is taken")
    func failing() {
        var turn = ProgramTurn(told: 0, limits: limits)
        var (pauses, now): ([Duration], ContinuousClock.Instant) = ([], start)
        for _ in 0..<11 {
            #expect(turn.due(newest: 1, at: now) == .event(after: 0))
            turn.started(1, at: now)
            guard let pause = turn.ended(well: false, at: now) else { break }
            pauses.append(pause)
            #expect(turn.due(newest: 1, at: now + pause - .milliseconds(1)) == .nothing)
            now += pause
        }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map { .seconds($0) })
        #expect(turn.hasFailed && turn.toNote == nil)
        turn.started(1, at: now)
        #expect(turn.ended(well: true, at: now) == nil)
        #expect(!turn.hasFailed && turn.told == 1)
    }

    @Test("one that hangs is asked to end, then killed")
    func hanging() {
        var turn = ProgramTurn(told: 0, limits: limits)
        turn.started(1, at: start)
        #expect(turn.wakes == after(60))
        #expect(turn.due(newest: 1, at: after(60)) == .terminate)
        #expect(turn.due(newest: 1, at: after(64)) == .nothing)
        #expect(turn.due(newest: 1, at: after(65)) == .kill)
        #expect(turn.ended(well: false, at: after(65)) == .seconds(1))
    }

    @Test("records that were put back are what counts; what was passed over is not told")
    func putBack() {
        var turn = ProgramTurn(told: 500, limits: limits)
        turn.take(0)
        #expect(turn.due(newest: 1, at: start) == .event(after: 0))
        turn.passed(3)
        #expect(turn.due(newest: 3, at: start) == .nothing)
        #expect(turn.toNote == 3)
    }

    @Test(
        "what editors and packages leave behind is no program",
        arguments: [
            ("mail", true), ("mail.sh", true), ("10-webhook", true), (".mail.swp", false), ("mail~", false),
            ("mail.bak", false), ("mail.dpkg-dist", false), ("#mail#", false),
        ])
    func names(name: String, isOne: Bool) {
        #expect(NotifyFolder.isProgram(name) == isOne)
    }
}
