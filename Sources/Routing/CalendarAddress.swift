/// A calendar from which an agent's leave is read on a schedule.
package struct CalendarAddress: Hashable, Sendable {
    /// What the leave from there is told by, such as `hr`.
    package let source: String
    /// A URL, which may hold a secret: it is shown to nobody.
    package let url: String

    package init(source: String, url: String) {
        self.source = source
        self.url = url
    }
}
