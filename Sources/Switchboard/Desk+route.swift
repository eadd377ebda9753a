import Numbering
package import Routing
import Synchronization
import Time

/// The way of every call: bytes in, a reference out. A look into the ring of recent calls, a decision, its slot in that ring, and a note.
extension Desk {
    /// Decides a call that a PBX asks about, and has it recorded once.
    ///
    /// The same call asked again within some minutes gets the same decision, unless it is over.
    package func route(_ request: RouteRequest) -> Result<RoutedCall, RouteRefusal> {
        route(
            caller: request.caller.utf8Span.span, called: request.called.utf8Span.span,
            callID: request.callID.utf8Span.span, diverter: (request.diverter ?? "").utf8Span.span)
    }

    /// The same in UTF-8, of which nothing is kept but the call's id, for its record.
    ///
    /// - Parameter diverter: Who forwarded the call; empty where nobody did, or the PBX does not tell.
    package func route(
        caller: Span<UInt8>, called: Span<UInt8>, callID: Span<UInt8>, diverter: Span<UInt8>
    ) -> Result<RoutedCall, RouteRefusal> {
        let instant = now()
        let question = RecentCalls.Question(caller: caller, called: called, callID: callID, diverter: diverter)
        let key = question.key
        let published = current.value
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let standing = memory.followed.standing(of: key, at: instant)
            let isOver = standing == .overAndUsedAgain
            if !isOver, let known = memory.recent.routed(question, at: instant) { return .success(known) }
            let call: Call
            switch Self.read(caller: caller, called: called, diverter: diverter, with: published) {
            case .success(let read): call = read
            case .failure(let refusal): return .failure(refusal)
            }
            if !isOver {
                if memory.recent.isTakenUp(key, at: instant), published.table.isExclusive(call.called),
                    let known = memory.recent.takenUp(key, caller: call.caller, at: instant)
                {
                    return .success(known)
                }
                if let known = memory.recent.routed(call, key, at: instant) { return .success(known) }
            }
            let decision = published.table.decide(
                call, at: instant, busy: memory.ongoing.busy, known: &memory.answers)
            let routed = RoutedCall(
                id: Self.nextID(after: &memory.lastID, of: site, at: instant), decision: decision.answer)
            // Somebody rings for a call of this id, or has it: whoever asks about other numbers must not take it from him.
            let isOthers = standing == .open
            if !isOthers {
                if !callID.isEmpty { memory.recent.remember(question, call, routed, at: instant) }
                if standing != .unknown { memory.followed.forget(key) }
            }
            notes.append(
                decided: call, decision.candidates, routed, callID: isOthers ? callID.extracting(first: 0) : callID,
                at: instant, table: published.table)
            return .success(routed)
        }
    }

    /// Reads the numbers of a request.
    package static func read(_ request: RouteRequest, with published: Published) -> Result<Call, RouteRefusal> {
        read(
            caller: request.caller.utf8Span.span, called: request.called.utf8Span.span,
            diverter: (request.diverter ?? "").utf8Span.span, with: published)
    }

    private static func read(
        caller: Span<UInt8>, called: Span<UInt8>, diverter: Span<UInt8>, with published: Published
    ) -> Result<Call, RouteRefusal> {
        let numbers = published.numbers
        let calledParty: Party
        do {
            calledParty = try numbers.party(utf8: called)
        } catch {
            return .failure(.calledTooLong)
        }
        do {
            let callerParty = try numbers.party(utf8: caller)
            guard let diverter = self.diverter(diverter, with: published) else {
                return .success(Call(caller: callerParty, called: calledParty))
            }
            return .success(Call(caller: diverter, called: calledParty, isDiverted: true))
        } catch {
            return .failure(.callerTooLong)
        }
    }

    /// Who forwarded the call, where he counts (`diverted`): a number that is told, and none of the exclusive ones, which forward nothing but
    /// inside the PBX. What cannot be read is nobody: the call comes all the same.
    private static func diverter(_ text: Span<UInt8>, with published: Published) -> Party? {
        guard !text.isEmpty, published.table.directory.settings.diverted == .diverter,
            let diverter = try? published.numbers.party(utf8: text), case .number = diverter,
            !published.table.isExclusive(diverter)
        else { return nil }
        return diverter
    }
}
