/// What has come of an engine's connections and changes.
struct PostgreSQLCounts: Sendable, Equatable {
    /// After each, the database may have what majord does not know, or lack what it knows.
    var connections = 0
    var changes = 0
    /// The last change of each part that is known here.
    var seen: [SharedPart: Int64] = [:]
    /// Of one that has to be read before it is changed.
    static let unseen: Int64 = -1
}
