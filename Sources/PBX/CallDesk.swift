import PBXProtocol
package import Routing

/// The desk behind the sockets: all that a codec knows of the daemon.
///
/// The closures are called on the loop that serves every PBX: they neither wait nor take long. What takes longer is told to a
/// completion, once, on any thread.
package struct CallDesk: Sendable {
    /// Decides a call, told in UTF-8.
    package typealias Route =
        @Sendable (
            _ caller: Span<UInt8>, _ called: Span<UInt8>, _ callID: Span<UInt8>, _ diverter: Span<UInt8>
        ) -> Result<RoutedCall, RouteRefusal>

    /// Decides a call. Who forwarded it is empty where nobody did, or the PBX does not tell.
    package let route: Route
    /// The target after one that did not answer, for a call id, how the last attempt went, and which phone it was at where that is told.
    package let next: @Sendable (_ callID: String, _ status: DialStatus, _ phone: Extension?) -> RoutedCall
    /// Takes what became of a call, and tells once it is in the ledger, or kept for it while the ledger is unavailable. Events are
    /// accepted in the order in which they are reported.
    package let report: @Sendable (CallEvent, _ accepted: @escaping @Sendable () -> Void) -> Void
    /// Takes whether a phone can be reached.
    package let phone: @Sendable (PhoneReport) -> Void
    /// Changes or tells an agent's availability from his desk phone, and tells how it went. A peer's wishes are taken in their order.
    package let deskPhone:
        @Sendable (DeskPhoneRequest, PBXPeer, _ answered: @escaping @Sendable (DeskPhoneAnswer) -> Void) -> Void
    /// What `INFO` shows.
    package let figures: @Sendable () -> DeskFigures

    package init(
        route: @escaping Route,
        next: @escaping @Sendable (_ callID: String, _ status: DialStatus, _ phone: Extension?) -> RoutedCall,
        report: @escaping @Sendable (CallEvent, _ accepted: @escaping @Sendable () -> Void) -> Void,
        phone: @escaping @Sendable (PhoneReport) -> Void,
        deskPhone:
            @escaping @Sendable (DeskPhoneRequest, PBXPeer, _ answered: @escaping @Sendable (DeskPhoneAnswer) -> Void)
            -> Void,
        figures: @escaping @Sendable () -> DeskFigures
    ) {
        self.route = route
        self.next = next
        self.report = report
        self.phone = phone
        self.deskPhone = deskPhone
        self.figures = figures
    }
}

extension CallDesk {
    /// Decides a call.
    func routed(_ request: RouteRequest) throws(PBXRefusal) -> RoutedCall {
        try routed(
            caller: request.caller.utf8Span.span, called: request.called.utf8Span.span,
            callID: request.callID.utf8Span.span, diverter: (request.diverter ?? "").utf8Span.span)
    }

    /// The same, told in UTF-8.
    func routed(
        caller: Span<UInt8>, called: Span<UInt8>, callID: Span<UInt8>, diverter: Span<UInt8>
    ) throws(PBXRefusal) -> RoutedCall {
        switch route(caller, called, callID, diverter) {
        case .success(let call): return call
        case .failure(.callerTooLong): throw .numberTooLong(.caller)
        case .failure(.calledTooLong): throw .numberTooLong(.called)
        }
    }
}
