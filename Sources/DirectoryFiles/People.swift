import Routing

/// Who is who among agents and managers: their Unix users, logins and e-mail addresses, each of one person.
final class People {
    /// The list in which somebody stands. Who stands in both, under one name, is one person.
    enum List {
        case agents, managers, walls
    }

    private struct Claim {
        let list: List
        let name: String?
        let place: Place
    }

    private var claims: [String: [String: Claim]] = [:]
    /// The Unix users that agents and managers are said to be.
    private(set) var users: [NamedUser] = []

    /// Takes a user, login or address for somebody; a finding where it is another's already.
    ///
    /// - Parameters:
    ///   - text: As it is compared.
    ///   - name: The person's; nil where it cannot be read.
    func claim(_ text: String, _ value: Value, for name: String?, in list: List) {
        let claim = Claim(list: list, name: name, place: value.place)
        guard let earlier = claims[value.label, default: [:]].updateValue(claim, forKey: text) else { return }
        claims[value.label]?[text] = earlier
        if earlier.list != list, earlier.list != .walls, list != .walls, let name, earlier.name == name { return }
        value.error("`\(value.label)` \(text) is already in \(earlier.place)")
    }

    func note(_ user: NamedUser) {
        users.append(user)
    }
}

/// The keys of somebody who is an agent or a manager.
struct PersonalValues {
    let user: String?
    let login: String?
    let email: String?

    /// Reads them, and takes them for the person.
    init(user: Value?, login: Value?, email: Value?, for name: String?, in list: People.List, _ people: People) {
        self.user = user?.identifier()
        self.login = login?.login()
        self.email = email?.emailAddress()
        if let text = self.user, let user { people.claim(text, user, for: name, in: list) }
        if let text = self.login, let login { people.claim(text, login, for: name, in: list) }
        // Mail goes to the same box however it is written.
        if let text = self.email?.lowercased(), let email { people.claim(text, email, for: name, in: list) }
    }
}
