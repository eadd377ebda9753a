import Routing
import Wording

extension ReplyCursor {
    /// The reply to `ROUTE`: fields and values in their fixed order, each a bulk string; empty where there is nothing.
    ///
    /// The order is part of the protocol; new fields come at the end.
    ///
    /// - Returns: Where the decision's name begins, which is all that another call with the same answer has otherwise.
    @discardableResult
    mutating func route(_ call: RoutedCall) -> Int {
        let decision = call.decision
        let first = decision.targets.first
        literal("*32\r\n$6\r\naction\r\n")
        bulk(decision.action.rawValue)
        literal("$9\r\nextension\r\n")
        bulk(first?.phone.description ?? "")
        literal("$5\r\nagent\r\n")
        bulk(first?.agent?.description ?? "")
        literal("$4\r\nrole\r\n")
        bulk(first?.roleWord ?? "")
        literal("$4\r\nring\r\n")
        if let first { bulk(number: first.ring.asCount) } else { bulk("") }
        literal("$7\r\ntargets\r\n")
        targets(decision.targets)
        literal("$6\r\nclient\r\n")
        bulk(decision.client?.client.id.description ?? "")
        literal("$11\r\nclient-name\r\n")
        bulk(decision.client?.client.name ?? "")
        literal("$7\r\ncontact\r\n")
        contact(decision.contactName, decision.contactFunction)
        literal("$4\r\ncase\r\n")
        bulk(decision.pinned?.file.reference ?? "")
        literal("$6\r\nreason\r\n")
        bulk(decision.reason.word)
        literal("$8\r\ndecision\r\n")
        bulkLength(DecisionID.length)
        let name = position
        text(call.id.description)
        lineEnd()
        literal("$10\r\ngeneration\r\n")
        bulk(number: decision.generation)
        literal("$3\r\nfor\r\n")
        bulk(decision.insteadOf?.agent.id.description ?? "")
        literal("$7\r\ndisplay\r\n")
        let displays = PhoneDisplays(decision)
        display(displays?.common)
        literal("$8\r\ndisplays\r\n")
        self.displays(displays)
        return name
    }

    private mutating func display(_ display: PhoneDisplay?) {
        guard let display else { return bulk("") }
        guard display.isPlain else { return bulk(display.text) }
        bulkLength(display.byteCount)
        display.forEachPiece { raw($0) }
        lineEnd()
    }

    /// `Noord: K. Smit|Noord: K. Smit (for Joke)|Noord: K. Smit`: each target's, in their order.
    private mutating func displays(_ displays: PhoneDisplays?) {
        guard let displays else { return bulk("") }
        guard displays.isPlain else { return bulk(displays.text) }
        var length = -1
        displays.forEach { length &+= $0.byteCount &+ 1 }
        bulkLength(length)
        var isFirst = true
        displays.forEach { display in
            if !isFirst { literal(PhoneDisplays.separator) }
            isFirst = false
            display.forEachPiece { raw($0) }
        }
        lineEnd()
    }

    /// The reply to `EXTENSION`: what to dial; null when the call is passed on.
    mutating func `extension`(of call: RoutedCall, _ dialect: RESPDialect) {
        if let first = call.decision.targets.first { bulk(first.phone.description) } else { null(dialect) }
    }

    /// `2101:20,2102:20,2000:0`: each target's extension and ring seconds, in the order in which to dial.
    private mutating func targets(_ targets: [Target]) {
        var length = max(targets.count &- 1, 0)
        for target in targets {
            length &+= target.phone.description.utf8.count &+ 1 &+ Self.digitCount(target.ring.asCount)
        }
        bulkLength(length)
        var isFirst = true
        for target in targets {
            if !isFirst { byte(UInt8(ascii: ",")) }
            isFirst = false
            text(target.phone.description)
            byte(UInt8(ascii: ":"))
            number(target.ring.asCount)
        }
        lineEnd()
    }

    /// The contact's title, put together in place.
    private mutating func contact(_ name: String?, _ function: String?) {
        guard let name, let function else { return bulk(name ?? "") }
        bulkLength(name.utf8.count &+ 2 &+ function.utf8.count)
        text(name)
        literal(", ")
        text(function)
        lineEnd()
    }
}

extension Int {
    /// Seconds to ring, which are never negative.
    fileprivate var asCount: UInt64 { UInt64(Swift.max(self, 0)) }
}
