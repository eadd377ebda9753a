import Routing
import Time

/// A value of a column or a parameter.
enum SQLValue: Equatable {
    case null
    case integer(Int64)
    case text(String)
    /// One of a type that no column of the ledger has, as the engine describes it.
    case other(String)

    init(_ text: String?) { self = text.map(Self.text) ?? .null }
    init(_ instant: Instant?) { self = instant.map { .integer($0.milliseconds) } ?? .null }
    init(_ number: Int64) { self = .integer(number) }
    init(_ count: Int) { self = .integer(Int64(count)) }
    init(_ agent: AgentID) { self = .text(agent.description) }
}

extension SQLValue: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "NULL"
        case .integer(let number): "\(number)"
        case .text(let text): text.debugDescription
        case .other(let description): description
        }
    }
}
