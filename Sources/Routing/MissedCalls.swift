package import Time

/// The missed calls that are open, and what calls that were settled mean for them.
///
/// It is one value, whose methods say what is to be written; who writes it keeps the value that it was made from where that fails.
package struct MissedCalls: Sendable, Equatable {
    /// A call of which it is known what its caller got.
    package struct Settled: Sendable {
        package let record: CallRecord
        package let outcome: CallRecord.Outcome
        /// The missed call of which it is part, by what was known before.
        package let missed: Int64?

        package init(_ record: CallRecord, _ outcome: CallRecord.Outcome, missed: Int64?) {
            self.record = record
            self.outcome = outcome
            self.missed = missed
        }
    }

    /// What a settled call changes.
    package enum Step: Sendable, Equatable {
        /// Nobody has missed a call of this caller lately.
        case enter(MissedCall)
        /// Puts a missed call in the place of the one with its number.
        case replace(MissedCall)
    }

    /// Who called, or was called, as far as it is known.
    private struct Caller {
        let number: PhoneNumber?
        /// In the place of a number that was forgotten while the call went on.
        let token: String?
        let contact: String?

        init(_ decided: CallRecord.Decided) {
            (number, token, contact) = (decided.caller?.number, decided.token, decided.contact)
        }

        init(_ dialled: CallRecord.Dialled) {
            (number, token, contact) = (dialled.number, dialled.token, dialled.contact)
        }

        func hasNumber(of missed: MissedCall) -> Bool {
            number != nil && missed.caller == number || token != nil && missed.token == token
        }

        /// Whether a missed call of the same client is of his number, or of him by name.
        func isOf(_ missed: MissedCall) -> Bool {
            hasNumber(of: missed) || contact != nil && missed.contact == contact
        }
    }

    /// In the order of their numbers.
    package private(set) var open: [MissedCall]
    private var lastNumber: Int64

    /// - Parameter lastNumber: The greatest that a missed call ever had.
    package init(open: [MissedCall] = [], lastNumber: Int64 = 0) {
        self.open = open
        self.lastNumber = lastNumber
    }

    /// Takes a call that was settled, perhaps not for the first time.
    ///
    /// - Parameter due: When somebody has to have called back.
    /// - Returns: What is to be written, and the missed call of which the call is part from now on.
    package mutating func take(_ settled: Settled, due: Instant?) -> (steps: [Step], missed: Int64?) {
        switch settled.outcome {
        case .answered: (answered(settled), settled.missed)
        case .missed(let how): missed(settled, how, due: due)
        case .dialled(let isAnswered): dialled(settled, isAnswered: isAnswered)
        case .elsewhere, .open, .unknown: ([], settled.missed)
        }
    }

    /// Closes a missed call; nil where none with this number is open.
    package mutating func close(_ id: Int64, _ closing: MissedCall.Closing) -> Step? {
        guard var missed = open.first(where: { $0.id == id }) else { return nil }
        missed.closing = closing
        return replace(missed)
    }

    private mutating func answered(_ settled: Settled) -> [Step] {
        guard let decided = settled.record.decided, let client = decided.client,
            let answer = settled.record.course.answer
        else { return [] }
        var steps: [Step] = []
        let by = answer.agent?.description ?? answer.phone.description
        // What was taken for missed was answered.
        if let id = settled.missed, var missed = open.first(where: { $0.id == id }) {
            if missed.calls > 1 {
                missed.calls -= 1
            } else {
                missed.closing = MissedCall.Closing(.corrected, by: by, at: answer.instant)
            }
            steps.append(replace(missed))
        }
        return steps
            + close(client, Caller(decided), before: answer.instant) {
                MissedCall.Closing(.answered, by: by, at: $0)
            }
    }

    private mutating func missed(
        _ settled: Settled, _ how: MissedCall.How, due: Instant?
    ) -> (steps: [Step], missed: Int64?) {
        guard let decided = settled.record.decided, let client = decided.client, let end = settled.record.course.end
        else { return ([], settled.missed) }
        if let id = settled.missed {
            guard var known = open.first(where: { $0.id == id }), known.how != how else { return ([], id) }
            known.how = how
            return ([replace(known)], id)
        }
        let caller = Caller(decided)
        let joined = open.last {
            $0.client == client && caller.hasNumber(of: $0) && settled.record.noted.since($0.last) < MissedCall.joining
        }
        guard var joined else {
            lastNumber += 1
            let new = MissedCall(
                id: lastNumber, client: client, caller: caller.number, contact: decided.contact, how: how,
                first: settled.record.noted, last: end.instant, due: due, token: caller.token)
            open.append(new)
            return ([.enter(new)], new.id)
        }
        joined.calls += 1
        joined.how = how
        joined.last = max(joined.last, end.instant)
        return ([replace(joined)], joined.id)
    }

    private mutating func dialled(_ settled: Settled, isAnswered: Bool) -> (steps: [Step], missed: Int64?) {
        guard let dialled = settled.record.dialled else { return ([], settled.missed) }
        if isAnswered, let answer = settled.record.course.answer {
            let steps = close(dialled.client, Caller(dialled), before: answer.instant) {
                MissedCall.Closing(.called, by: dialled.agent.description, at: $0)
            }
            return (steps, settled.missed)
        }
        // An attempt counts once, however often it is told of.
        guard settled.missed == nil, let end = settled.record.course.end else { return ([], settled.missed) }
        var steps: [Step] = []
        var id: Int64?
        for var missed in open where missed.client == dialled.client && Caller(dialled).isOf(missed) {
            missed.attempts += 1
            missed.attempted = end.instant
            id = missed.id
            steps.append(replace(missed))
        }
        return (steps, id)
    }

    /// Closes what is open of a caller, and was over before an instant.
    private mutating func close(
        _ client: ClientID, _ caller: Caller, before instant: Instant,
        _ closing: (Instant) -> MissedCall.Closing
    ) -> [Step] {
        var steps: [Step] = []
        for var missed in open where missed.last < instant && missed.client == client && caller.isOf(missed) {
            missed.closing = closing(instant)
            steps.append(replace(missed))
        }
        return steps
    }

    private mutating func replace(_ missed: MissedCall) -> Step {
        if missed.isOpen {
            for index in open.indices where open[index].id == missed.id { open[index] = missed }
        } else {
            open.removeAll { $0.id == missed.id }
        }
        return .replace(missed)
    }
}
