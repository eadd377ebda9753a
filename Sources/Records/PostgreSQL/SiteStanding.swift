package import Time

/// A site that has its records in the same database.
package struct KnownSite: Sendable, Equatable {
    package let id: String
    package let name: String
    /// In its decisions' ids.
    package let number: Int64
    package let version: String
    /// Of its routing table.
    package let generation: Int64
    /// Of its directory's files: the same for the same files.
    package let directory: String
    /// How long ago it was heard of.
    package internal(set) var heard: Milliseconds
    /// How many changes of the roster are not in force there yet, as it said then.
    package let lag: Int64
    package let isOwn: Bool
    /// Whether it is the one that tells events.
    package let isTeller: Bool

    /// One of which nothing was heard for longer than this is away.
    package static let patience = Milliseconds.seconds(5)

    package var isAway: Bool { heard > Self.patience }
}

/// The server that is written, as it was heard of last.
package struct KnownServer: Sendable, Equatable {
    package let version: String
    /// Nil over a Unix socket.
    package let address: String?
    /// Its `synchronous_standby_names`; empty where a commit waits for no standby.
    package let standbys: String
}

/// What a site says of itself.
package struct SiteDescription: Sendable, Equatable {
    package let generation: UInt64
    package let directory: String

    package init(generation: UInt64, directory: String) {
        (self.generation, self.directory) = (generation, directory)
    }
}

/// How the sites stand, as it was read last.
struct SiteStanding: Sendable {
    /// All of which something was heard for a week; the own one among them.
    var sites: [KnownSite] = []
    var server: KnownServer?
    /// When that was read.
    var read = ContinuousClock.now
    /// The last change of each part that there is, as far as it is known.
    var numbers: [SharedPart: Int64] = [:]
    /// Until when this site is the one that tells events.
    var tellsUntil: ContinuousClock.Instant?
    var isConnected = false
}
