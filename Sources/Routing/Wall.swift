/// A television in the office: it reads who is there, on the phone with which client, which clients have nobody, and missed calls; it may do nothing.
package struct Wall: Hashable, Sendable {
    package let name: String
    /// Under which name it is logged in to the page, exactly as the page's server tells it.
    package let login: String

    package init(name: String, login: String) {
        self.name = name
        self.login = login
    }
}
