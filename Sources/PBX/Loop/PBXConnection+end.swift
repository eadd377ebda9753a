import Glibc

/// How a connection ends: what came in is answered, or dropped but for the reports in it.
extension PBXConnection {
    /// Has what came in so far answered, and the connection closed as soon as the replies have been sent.
    ///
    /// - Returns: Whether something is to be done for it now.
    func finish() -> Bool {
        guard !Session.endsItself else { return false }
        if course == .serving { course = .finishing }
        return awaited == .read
    }

    /// Its time is up: it drops what is left.
    func timeOut() {
        hasTimedOut = true
        leave(as: .late)
    }

    var isDropping: Bool {
        if case .dropping = course { true } else { false }
    }

    /// Begins to drop what is left before the connection closes, but for the reports in it.
    func leave(as drop: RequestDrop) {
        // Behind a `QUIT` or what cannot be understood nothing counts.
        guard unsent?.next == .close else {
            course = .dropping(drop)
            return
        }
        unsent = nil
        awaited = .close
    }

    /// Reads and answers until there is nothing more to read; what comes after that is read by nobody, and so decided by nobody.
    func drain(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        var next = Next.read
        isDrained = false
        while next == .read, !isDrained, lastReads > 0 {
            lastReads -= 1
            next = receive(input, &output, at: desk, now: now)
        }
        return next == .read ? .close : next
    }

    /// Goes through a turn's worth of what has come in, and drops it but for the reports in it.
    func dropRest(
        _ input: UnsafeMutableRawBufferPointer, _ turn: inout Turn, at desk: SessionDesk
    ) -> Next {
        guard case .dropping(let reason) = course else { return .close }
        session.drop(UnsafeRawBufferPointer(start: nil, count: 0), as: reason, at: desk, turn: &turn)
        while !turn.isOver, lastReads > 0 {
            lastReads -= 1
            let count = read(id.descriptor, input.baseAddress, input.count)
            guard count > 0 else { return .close }
            session.drop(UnsafeRawBufferPointer(rebasing: input[..<count]), as: reason, at: desk, turn: &turn)
        }
        return turn.isOver ? .turn : .close
    }
}
