package import Time

/// Who somebody is to majord.
package struct WhoAmIWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// `jdevries: Joke de Vries (joke), agent and manager`
    ///
    /// - Parameters:
    ///   - user: As records and journal have it.
    ///   - name: As the directory has it.
    ///   - agent: The agent's id, where it is one.
    package func line(_ user: String, name: String?, agent: String?, isManager: Bool, isWall: Bool) -> String {
        let roles = [
            agent == nil ? nil : language.said(en: "agent", nl: "medewerker"),
            isManager ? language.said(en: "manager", nl: "leidinggevende") : nil,
            isWall ? language.said(en: "wall", nl: "scherm") : nil,
        ].compactMap(\.self)
        guard !roles.isEmpty else {
            return language.said(
                en: "\(user): neither an agent nor a manager", nl: "\(user): medewerker noch leidinggevende")
        }
        let who = name.map { " \($0)\(agent.map { " (\($0))" } ?? "")," } ?? ""
        return "\(user):\(who) \(roles.joined(separator: language.said(en: " and ", nl: " en ")))"
    }
}
