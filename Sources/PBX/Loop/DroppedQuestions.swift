package import Monitoring
import Synchronization

/// Why a question is dropped unanswered.
enum RequestDrop {
    /// It has waited longer than `PBXLimits.answer`.
    case late
    /// The peer has gone.
    case gone
}

/// How many questions a listener dropped, at one moment.
package struct DroppedQuestions: Equatable, Sendable {
    /// Dropped unanswered because they had waited longer than `PBXLimits.answer`, and those behind them.
    package var late: Int
    /// Dropped undecided because the peer had gone.
    package var gone: Int

    package init(late: Int = 0, gone: Int = 0) {
        self.late = late
        self.gone = gone
    }
}

/// Counts a listener's dropped questions: written by its loop, read by everybody.
final class DropCounters: Sendable {
    private let late = Atomic<Int>(0)
    private let gone = Atomic<Int>(0)

    var figures: DroppedQuestions {
        DroppedQuestions(late: late.load(ordering: .relaxed), gone: gone.load(ordering: .relaxed))
    }

    func note(_ drop: RequestDrop) {
        switch drop {
        case .late: late.wrappingAdd(1, ordering: .relaxed)
        case .gone: gone.wrappingAdd(1, ordering: .relaxed)
        }
    }
}

extension DroppedQuestions {
    /// The dropped questions of all sockets, by their names.
    package static func metrics(_ sockets: [String: DroppedQuestions]) -> [Metric] {
        [
            .counters(
                "majord_requests_late", "Requests dropped because they had waited longer than their deadline.",
                by: "socket", sockets.mapValues(\.late)),
            .counters(
                "majord_requests_gone", "Requests dropped because their peer had gone.", by: "socket",
                sockets.mapValues(\.gone)),
        ]
    }
}
