import CPostgreSQL
import Foundation

/// Where a PostgreSQL is that keeps the records, and who asks it.
package struct PostgreSQLServer: Sendable {
    /// Who uses it: one site, one majord at a time.
    package struct Site: Sendable {
        /// By which people know it, such as `zwolle`.
        package let name: String
        /// Of the site's state folder, and of no other.
        package let id: String
        package let version: ReleaseVersion

        package init(name: String, id: String, version: ReleaseVersion) {
            (self.name, self.id, self.version) = (name, id, version)
        }
    }

    let words: String
    let site: Site
    /// The servers that they name, of which one can be used.
    private let places: [PostgreSQLPlace]
    /// The one that could be used last.
    private let last = ConnectionRace.Favourite()
    /// The file that has the password, where there is one.
    let passwordFile: String?
    /// As people are told, without what is secret.
    package let shown: String

    /// So long libpq waits for one server, in seconds, where the words say nothing else.
    private static let patience = "3"

    /// - Parameter words: libpq's.
    /// - Throws: `LedgerError.cannotOpen` where they are none, or libpq is not there.
    package init(_ words: String, site: Site, passwordFile: String?) throws(LedgerError) {
        if let why = cpq_missing() {
            throw .cannotConnect(
                database: "PostgreSQL", cause: "\(String(cString: why)); install libpq5")
        }
        let told = Told()
        let why = withExtendedLifetime(told) {
            cpq_words(
                words,
                { context, key, value in
                    guard let context, let key, let value else { return }
                    let told = Unmanaged<Told>.fromOpaque(context).takeUnretainedValue()
                    told.words[String(cString: key)] = String(cString: value)
                }, Unmanaged.passUnretained(told).toOpaque())
        }
        if let why {
            defer { free(why) }
            let said = String(cString: why).trimmingPrefix(while: \.isWhitespace)
            throw .cannotConnect(
                database: "PostgreSQL", cause: "records has \(said.split(separator: "\n").first ?? "")")
        }
        guard told.words["password"] == nil else {
            throw .cannotConnect(
                database: "PostgreSQL",
                cause:
                    "records has a password, which others can read there; put it into the credential records-password")
        }
        (self.words, self.site, self.passwordFile) = (words, site, passwordFile)
        places = PostgreSQLPlace.places(in: told.words)
        let hosts = told.words["host"] ?? told.words["hostaddr"] ?? "this machine"
        let database = told.words["dbname"] ?? told.words["user"] ?? "majord"
        let port = told.words["port"].map { ":\($0)" } ?? ""
        shown = "PostgreSQL \(database) at \(told.words["service"] ?? hosts)\(port)"
    }

    private final class Told {
        var words: [String: String] = [:]
    }

    /// What a connection is for, as the server's list of connections has it.
    enum Purpose: String {
        case writing, reading
        /// Tells other sites what is worth nothing after a moment, and hears it.
        case listening
    }

    /// A connection that is ready to be used.
    func connect(_ purpose: Purpose) throws(LedgerError) -> PostgreSQLConnection {
        do throws(PostgreSQLFailure) {
            let options = options(purpose.rawValue)
            let connection = try ConnectionRace(places.map { options + $0.options }, last).connect()
            if let encoding = connection.parameter("server_encoding"), encoding != "UTF8" {
                throw .broken("its texts are \(encoding), and majord needs UTF8: createdb -E UTF8 -T template0")
            }
            // A commit that was acknowledged is on disk. Whoever waits for a majord that is gone is not kept waiting: others wait for
            // less long than a statement may take, and who has stopped in the middle of a change has lost it before.
            _ = try connection.run(
                """
                SELECT set_config('lock_timeout', '2500ms', false), set_config('majord.site', $1, false),
                    set_config('idle_in_transaction_session_timeout', CASE $2 WHEN 'writing' THEN '2s' ELSE '30s' END, false),
                    set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false),
                    set_config('tcp_keepalives_count', '3', false),
                    CASE WHEN $2 = 'listening' THEN set_config('synchronous_commit', 'off', false)
                        WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) END
                """, [.text(site.id), .text(purpose.rawValue)], within: 3_000)
            return connection
        } catch {
            throw .unavailable(cause: told(error))
        }
    }

    /// What is said of a failure, with the server that it is about.
    func told(_ failure: PostgreSQLFailure) -> String { "\(shown): \(failure.cause)" }

    private func options(_ purpose: String) -> [(key: String, value: String)] {
        var options = [
            ("fallback_application_name", "majord \(site.name), \(purpose)"), ("connect_timeout", Self.patience),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "8000"), ("dbname", words), ("client_encoding", "UTF8"),
        ]
        // It is read each time, since it may be another by now.
        if let passwordFile, let text = try? String(contentsOfFile: passwordFile, encoding: .utf8) {
            options.append(("password", text.trimmingCharacters(in: .newlines)))
        }
        return options
    }
}
