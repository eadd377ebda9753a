/// One thing that the doctor looked at, and what helps where it is not as it should be.
struct Examined: Equatable {
    /// From the best to the worst; what could not be seen is neither.
    enum State: String, CaseIterable {
        case ok, unseen, warning, problem
    }

    /// Such as `socket pbx`.
    let topic: String
    let state: State
    let text: String
    /// What to do.
    var cure: String?

    static func ok(_ topic: String, _ text: String) -> Examined { Examined(topic: topic, state: .ok, text: text) }

    static func unseen(_ topic: String, _ text: String, cure: String? = nil) -> Examined {
        Examined(topic: topic, state: .unseen, text: text, cure: cure)
    }

    static func warning(_ topic: String, _ text: String, cure: String) -> Examined {
        Examined(topic: topic, state: .warning, text: text, cure: cure)
    }

    static func problem(_ topic: String, _ text: String, cure: String) -> Examined {
        Examined(topic: topic, state: .problem, text: text, cure: cure)
    }

    /// `problem  socket pbx: …`, and below it the cure.
    func lines(_ style: Style) -> [String] {
        let word = state.rawValue.padding(to: 7)
        let painted: String =
            switch state {
            case .ok: style.green(word)
            case .unseen: word
            case .warning: style.yellow(word)
            case .problem: style.red(word)
            }
        return ["\(painted)  \(topic): \(text)"] + (cure.map { ["         cure: \($0)"] } ?? [])
    }
}

extension [Examined] {
    /// The worst of all.
    var state: Examined.State {
        contains { $0.state == .problem } ? .problem : contains { $0.state == .warning } ? .warning : .ok
    }
}
