package import Time

extension CallRecord {
    /// What a caller got, as far as was reported.
    package enum Outcome: Hashable, Sendable {
        /// One of the client's own people answered, in this role.
        case answered(Role)
        /// None of them did, in service hours.
        case missed(MissedCall.How)
        /// The call was none to them: to be told that, or the overflow, was right.
        case elsewhere
        /// It goes on.
        case open
        /// The PBX has reported nothing of it, or not how it ended.
        case unknown
        /// An agent dialled a client's number, and was answered or not.
        case dialled(isAnswered: Bool)
    }

    /// The words for outcomes, as `--outcome` takes them.
    package static let outcomeWords = [
        "answered", "abandoned", "no-answer", "overflow", "nobody", "elsewhere", "open", "unknown", "called",
        "not-reached",
    ]

    /// How long after it was decided a call goes on of which nothing is reported.
    package static let silence = Milliseconds.minutes(10)

    /// - Parameters:
    ///   - instant: The present.
    ///   - maxCall: How long a call may last at the most.
    package func outcome(at instant: Instant, maxCall: Milliseconds) -> Outcome {
        CallFacts(self).outcome(at: instant, maxCall: maxCall)
    }

    /// In which role one of the client's own people answered; nil where none did.
    package var answeringRole: Role? {
        guard let answer = course.answer else { return nil }
        return Self.answeringRole(as: answer.part, of: answer.agent) { decided?.candidates ?? [] }
    }

    /// In which role somebody answers.
    ///
    /// - Parameters:
    ///   - part: As what his phone was a target; nil where it was none.
    ///   - candidates: Those who were considered.
    package static func answeringRole(
        as part: Target.Part?, of agent: AgentID?, among candidates: () throws -> [Considered]
    ) rethrows -> Role? {
        switch part {
        case .role(let role): return role
        case .overflow: return nil
        // Somebody took the call at his own phone that was no target, as by a pick-up.
        case nil:
            guard let agent else { return nil }
            return try candidates().first { $0.agent == agent }?.role
        }
    }
}

extension CallRecord.Decided {
    /// Whether it was a client's call in service hours, which his own people were to answer.
    package var isToOwnPeople: Bool { client != nil && reason.isToOwnPeople }
}

extension Decision.Reason {
    /// Whether a call for which it was given was to be answered by the client's own people.
    package var isToOwnPeople: Bool {
        switch self {
        case .role, .cause(.uncovered), .cause(.busy): true
        case .cause, .notExclusive, .unknownCall, .exhausted: false
        }
    }
}

// When it is known what a caller got.
extension CallRecord {
    /// How long after a call's end what is reported late may still change it.
    package static let settling = Milliseconds.seconds(10)

    /// Whether it matters what the caller got: of a client's call to his own people, and of one that an agent dialled.
    package var isSettled: Bool {
        dialled != nil || decided?.isToOwnPeople == true
    }
}

extension CallRecord.Course {
    /// From when on it is to be looked at what the caller got, by what has been reported since: of an answer at once, of an end a moment later.
    ///
    /// - Returns: Nil where nothing has changed that.
    package func settling(since before: CallRecord.Course) -> Instant? {
        if let end, end != before.end || answer != before.answer {
            return end.instant.advanced(by: CallRecord.settling)
        }
        if let answer, answer != before.answer { return answer.instant }
        return nil
    }
}

extension CallRecord.Outcome {
    /// As records of calls are told.
    package var word: String {
        switch self {
        case .answered: "answered"
        case .missed(let how): how.rawValue
        case .elsewhere: "elsewhere"
        case .open: "open"
        case .unknown: "unknown"
        case .dialled(isAnswered: true): "called"
        case .dialled(isAnswered: false): "not-reached"
        }
    }
}
