package import Time

/// What of a call tells what its caller got: of a whole record, or of the few columns that are read where very many calls are looked at.
package struct CallFacts: Sendable, Equatable {
    package struct Decided: Sendable, Equatable {
        package let action: Decision.Action
        package let reason: Decision.Reason

        package init(action: Decision.Action, reason: Decision.Reason) {
            self.action = action
            self.reason = reason
        }
    }

    /// Somebody answered.
    package struct Answer: Sendable, Equatable {
        package let instant: Instant
        package let agent: AgentID?
        /// In which role one of the client's own people did; nil where it was none of them.
        package let role: Role?

        package init(instant: Instant, agent: AgentID?, role: Role?) {
            self.instant = instant
            self.agent = agent
            self.role = role
        }
    }

    /// When the call was asked about, or else first reported of.
    package let noted: Instant
    /// The last moment of which is told.
    package let lastNoted: Instant
    /// Whose call it was, or whom an agent dialled.
    package let client: ClientID?
    /// Nil for a call that was not asked about.
    package let decided: Decided?
    /// Whether an agent dialled it.
    package let isDialled: Bool
    package let answer: Answer?
    package let end: CallRecord.Course.End?
    /// Whether of any phone it was told that it rings or has the call.
    package let isHeard: Bool

    package init(
        noted: Instant, lastNoted: Instant, client: ClientID?, decided: Decided?, isDialled: Bool, answer: Answer?,
        end: CallRecord.Course.End?, isHeard: Bool
    ) {
        self.noted = noted
        self.lastNoted = lastNoted
        self.client = client
        self.decided = decided
        self.isDialled = isDialled
        self.answer = answer
        self.end = end
        self.isHeard = isHeard
    }

    package init(_ record: CallRecord) {
        self.init(
            noted: record.noted, lastNoted: record.lastNoted, client: record.decided?.client ?? record.dialled?.client,
            decided: record.decided.map { Decided(action: $0.action, reason: $0.reason) },
            isDialled: record.dialled != nil,
            answer: record.course.answer.map {
                Answer(instant: $0.instant, agent: $0.agent, role: record.answeringRole)
            }, end: record.course.end, isHeard: !record.course.heard.isEmpty)
    }
}

extension CallFacts {
    /// Whether it was a client's call in service hours, which his own people were to answer.
    package var isToOwnPeople: Bool { client != nil && decided?.reason.isToOwnPeople == true }

    /// What the caller got, as far as was reported.
    ///
    /// - Parameters:
    ///   - instant: The present.
    ///   - maxCall: How long a call may last at the most.
    package func outcome(at instant: Instant, maxCall: Milliseconds) -> CallRecord.Outcome {
        if isDialled { return .dialled(isAnswered: answer != nil) }
        guard let decided else { return .unknown }
        guard isToOwnPeople else { return .elsewhere }
        if let role = answer?.role { return .answered(role) }
        guard let end else {
            let patience = isHeard ? maxCall : CallRecord.silence
            return lastNoted.advanced(by: patience) > instant ? .open : .unknown
        }
        // Of a call of which only the end is told, nobody knows whether a phone rang.
        if !isHeard, answer == nil, end.status == .answered { return .unknown }
        return .missed(missedHow(end.status, decided))
    }

    private func missedHow(_ status: DialStatus, _ decided: Decided) -> MissedCall.How {
        if answer != nil { return .overflow }
        if decided.action == .overflow { return .nobody }
        return status == .cancelled ? .abandoned : .noAnswer
    }
}
