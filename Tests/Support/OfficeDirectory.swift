/// The directory of a small office as its file has it: Scholengroep Noord, with Joke de Vries and Mark Bakker as its pair.
package enum OfficeDirectory {
    /// - Parameters:
    ///   - level: The service level that it has, with its hours.
    ///   - managers: Those of `managers:`, as YAML.
    ///   - users: The Unix users of the pair; nil: none.
    ///   - calendar: Joke's, as YAML.
    ///   - others: Further agents, as YAML.
    package static func text(
        level: (name: String, hours: String) = ("altijd", #"{mon-sun: "00:00-24:00"}"#), managers: [String] = [],
        users: (joke: String?, mark: String?) = (nil, nil), calendar: String? = nil, others: [String] = []
    ) -> String {
        func agent(_ text: String, user: String?, calendar: String? = nil) -> String {
            let keys = [text, user.map { "user: \($0)" }, calendar.map { "calendar: \($0)" }]
            return "{\(keys.compactMap(\.self).joined(separator: ", "))}"
        }
        let pair = [
            agent("id: jdevries, name: Joke de Vries, extension: 2101", user: users.joke, calendar: calendar),
            agent("id: mbakker, name: Mark Bakker, extension: 2102", user: users.mark),
        ]
        return """
            time_zone: Europe/Amsterdam
            exclusive_numbers: [+31880001234]
            overflow: {default: 2000}
            levels:
              \(level.name):
                hours: \(level.hours)
            managers: [\(managers.joined(separator: ", "))]
            agents:
            \((pair + others).map { "  - \($0)" }.joined(separator: "\n"))
            clients:
              - id: noord
                name: Scholengroep Noord
                size: small
                schools: 12
                primary: jdevries
                backup: mbakker
                introduced: 2026-01-12
                agreement: {title: Afspraken Noord, start: 2026-01-01, level: \(level.name)}
                numbers: [050 555 01 00]

            """
    }
}
