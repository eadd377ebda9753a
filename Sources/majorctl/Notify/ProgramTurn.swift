/// How far one program has been told of events, and what is to be done for it next.
///
/// A struct without a clock and without I/O: whoever has them asks it what is due.
struct ProgramTurn: Equatable {
    typealias Moment = ContinuousClock.Instant

    struct Limits: Equatable {
        /// How long a program may take for one event.
        var longest: Duration = .seconds(60)
        /// How long it has to end once it was asked to.
        var grace: Duration = .seconds(5)
        /// The pause after the first failure; each further one doubles it.
        var firstPause: Duration = .seconds(1)
        var longestPause: Duration = .seconds(300)
    }

    enum Due: Equatable {
        case nothing
        /// To be told of the first event after this one.
        case event(after: Int)
        /// It takes too long: to be asked to end, then killed.
        case terminate, kill
    }

    private enum State: Equatable {
        case idle
        case running(event: Int, until: Moment, isAsked: Bool)
        case pausing(until: Moment)
    }

    private let limits: Limits
    /// All events up to this one were told; a program is told of them in their order.
    private(set) var told: Int
    /// The same as the records have it.
    private var noted: Int
    private var state = State.idle
    private var failures = 0

    init(told: Int, limits: Limits = Limits()) {
        self.told = told
        noted = told
        self.limits = limits
    }

    /// The event that it is being told of.
    var event: Int? { if case .running(let event, _, _) = state { event } else { nil } }
    /// Whether the last attempt failed: somebody may have decided meanwhile that the event need not be told.
    var hasFailed: Bool { failures > 0 }
    /// What the records are to be told; nil where they know.
    var toNote: Int? { told > noted ? told : nil }

    /// - Parameter newest: The number of the last event there is.
    mutating func due(newest: Int, at now: Moment) -> Due {
        switch state {
        case .running(let event, let until, let isAsked):
            guard now >= until else { return .nothing }
            state = .running(event: event, until: now + limits.grace, isAsked: true)
            return isAsked ? .kill : .terminate
        case .pausing(let until):
            guard now >= until else { return .nothing }
            state = .idle
        case .idle: break
        }
        return newest > told ? .event(after: told) : .nothing
    }

    mutating func started(_ event: Int, at now: Moment) {
        state = .running(event: event, until: now + limits.longest, isAsked: false)
    }

    /// Takes that it has ended, or could not be started.
    ///
    /// - Returns: How long it is waited until the same event is told again; nil where it was told.
    mutating func ended(well isWell: Bool, at now: Moment) -> Duration? {
        guard isWell else {
            let pause = min(limits.longestPause, limits.firstPause * (1 << min(failures, 16)))
            failures += 1
            state = .pausing(until: now + pause)
            return pause
        }
        if case .running(let event, _, _) = state { told = max(told, event) }
        state = .idle
        failures = 0
        return nil
    }

    /// There is nothing to be told between the last event that was told and this one.
    mutating func passed(_ number: Int) {
        told = max(told, number)
    }

    mutating func note() {
        noted = told
    }

    /// Takes how far the records say that it was told: they were put back, or somebody has decided that events need not be told.
    mutating func take(_ position: Int) {
        told = position
        noted = position
    }

    /// When something is due that nobody else tells of; nil where that is in its own time.
    var wakes: Moment? {
        switch state {
        case .idle: nil
        case .running(_, let until, _), .pausing(let until): until
        }
    }
}
