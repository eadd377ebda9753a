/// Who is to stand in with leave that is approved.
package enum ApprovalDeputy: Sendable, Equatable {
    /// Whoever was asked for, if anybody.
    case asAsked
    /// Nobody, whoever was asked for.
    case nobody
    /// The agent with this id.
    case agent(String)

    /// - Parameter text: As the control interface has it: nil for whoever was asked for, empty for nobody.
    package init(_ text: String?) {
        self =
            switch text {
            case nil: .asAsked
            case "": .nobody
            case let id?: .agent(id)
            }
    }

    /// - Parameter asked: Who was asked for.
    func id(askedFor asked: String?) -> String? {
        switch self {
        case .asAsked: asked
        case .nobody: nil
        case .agent(let id): id
        }
    }
}
