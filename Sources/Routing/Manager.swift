/// Somebody who may change everybody's availability, and all that is the team's.
package struct Manager: Hashable, Sendable {
    package let name: String
    /// Under which name he is logged in to the page, exactly as the page's server tells it.
    package let login: String?
    /// His Unix user, for the control socket.
    package let user: String?
    package let email: String?

    package init(name: String, login: String? = nil, user: String? = nil, email: String? = nil) {
        self.name = name
        self.login = login
        self.user = user
        self.email = email
    }
}
