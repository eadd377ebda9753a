package import Time

extension CallRecord {
    /// Something that happened to a call, by which its record changes.
    package struct Change: Sendable, Equatable {
        package enum What: Sendable, Equatable {
            case decided(Decided)
            /// An agent dialled a client's number.
            case dialled(Dialled, Report)
            case reported(Report)
            /// The call keeps its agent no more: a person has freed him, or his phone was tried and the next was asked for.
            case freed
            /// An agent has dialled a number that is no client's: the call is nobody's concern, and has no record.
            case passedOver
        }

        package let callID: String
        package let instant: Instant
        package let what: What

        package init(callID: String, instant: Instant, what: What) {
            self.callID = callID
            self.instant = instant
            self.what = what
        }

        /// The same, but not before the call came: how long ago a report was is told in whole seconds.
        ///
        /// - Parameter asked: When the call was asked about; nil where it was not.
        package func notBefore(_ asked: Instant?) -> Change {
            guard let asked, instant < asked else { return self }
            return Change(callID: callID, instant: asked, what: what)
        }
    }

    /// Takes what happened to the call.
    package mutating func take(_ change: Change) {
        if case .dialled(let dialled, _) = change.what { self.dialled = self.dialled ?? dialled }
        course.take(change.notBefore(decided == nil ? nil : noted))
    }
}
