import Wording

/// A page that somebody asked for, before what stands around it.
struct PageAnswer: Sendable {
    var page: PageWords.Page?
    var title: String?
    var body: String
    /// The moment that it shows, on the service's clock.
    var loaded: String
    /// What it hears of, behind `/events?`.
    var live: String?
    var status = 200
}

/// What somebody asked for.
struct Visit: Sendable {
    let context: PageContext
    /// What stands behind the address's `?`.
    let query: Form

    var visitor: Visitor { context.visitor }
}
