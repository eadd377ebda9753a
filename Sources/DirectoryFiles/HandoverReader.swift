import Routing
import Time

/// A handover with the places that findings name.
struct ReadHandover: Sendable {
    let handover: Handover
    let from: Place
    let primary: Place
    let backup: Place
    /// Whether the file gives a day of introduction, readable or not.
    let givesIntroduction: Bool
}

/// Reads the pairs to come of a client: one mapping, or a list of them in order of their days.
enum HandoverReader {
    enum Key: String, CaseIterable {
        case from, primary, backup, introduced
    }

    /// The handovers, those with mistakes left out.
    static func read(_ value: Value) -> [ReadHandover] {
        var handovers: [ReadHandover] = []
        for value in value.isList ? value.list() ?? [] : [value] {
            guard let handover = handover(value) else { continue }
            if let before = handovers.last, handover.handover.from <= before.handover.from {
                value.findings.error(
                    at: handover.from,
                    "the handover of \(handover.handover.from) must come after that of \(before.handover.from) in "
                        + "\(before.from); write them in order of their days")
            } else {
                handovers.append(handover)
            }
        }
        return handovers
    }

    private static func handover(_ value: Value) -> ReadHandover? {
        guard let fields = Fields(value, Key.self) else { return nil }
        let (from, primary, backup) = (
            fields.required(.from)?.day(), fields.required(.primary)?.identifier(),
            fields.required(.backup)?.identifier()
        )
        let introduced = fields[.introduced]?.day()
        guard let from, let primary, let backup else { return nil }
        func place(_ key: Key) -> Place { fields[key]?.place ?? fields.place }
        return ReadHandover(
            handover: Handover(
                from: from, pair: Pair(primary: AgentID(primary), backup: AgentID(backup)), introduced: introduced),
            from: place(.from), primary: place(.primary), backup: place(.backup),
            givesIntroduction: fields[.introduced] != nil)
    }
}
