import Logging
package import Records
import Routing
package import Time

/// Several sites that have their records together.
extension Switchboard {
    /// Whether what is to be done at one place alone is to be done here: events are told, calls settled, and old records forgotten.
    package nonisolated var isTeller: Bool { ledger.sites?.isTeller ?? true }

    /// Begins to tell other sites whose calls keep agents busy, and to hear it.
    package nonisolated func beginSharing() {
        let (desk, own) = (desk, ledger.sites?.id)
        ledger.sites?.begin(
            SiteExchange.Ends(
                marks: { desk.marks }, news: { $0 ? desk.currentNews : desk.takeNews() },
                lookUp: { desk.lookUp }, takeUp: { desk.takeUp($0) },
                take: { desk.take($0) }, release: { desk.take($0, isOwn: $0.site == own) },
                describe: { [siteFiles] in
                    SiteDescription(
                        generation: desk.current.value.table.generation, directory: siteFiles.version)
                }))
    }

    /// The sites that have their records in the same database, this one among them.
    package nonisolated var sites: [KnownSite] { ledger.sites?.sites ?? [] }

    /// What waits on this machine for its database, and since when that is away; nil where there is none.
    package nonisolated var waiting: (since: Instant?, records: Int, wishes: Int)? {
        guard let known = ledger.lastKnown else { return nil }
        let backlog = recorder.backlog
        return (backlog.since, backlog.onDisk, known.wishes.count)
    }

    /// The database with the records, why it cannot be used where it cannot, and its server; nil where they are in a file.
    package nonisolated var database: (name: String, cause: String?, server: KnownServer?)? {
        ledger.database.map { ($0, ledger.lastKnown?.cause.map { "\($0)" }, ledger.sites?.knownServer) }
    }

    /// Tells and hears no more; another site tells events from now on.
    package nonisolated func endSharing() { ledger.sites?.end() }

    /// Takes what other sites have changed. To be called each second.
    package func followSites() async {
        await followRoster()
        await followOthers()
    }

    private func followRoster() async {
        // Whoever has his turn reads it first, also where that is somebody else before this.
        if ledger.sites?.isRosterBehind == true { await change {} }
    }

    /// Takes all but the roster, by which calls are decided.
    private func followOthers() async {
        guard let sites = ledger.sites else { return }
        if sites.areMissedCallsBehind { await reloadMissedCalls() }
        if sites.isForgettingBehind { await forgetHere(sites) }
        await compareFiles()
        tellSilence()
        let isTeller = isTeller
        guard isTeller != wasTeller else { return }
        wasTeller = isTeller
        // What the site before has told, and what not.
        if isTeller { _ = await catchUp() }
        noteChange()
    }

    /// Takes what other sites have changed as soon as they tell, the roster without waiting for the rest; ends with the exchange.
    package func followHints() async {
        guard let sites = ledger.sites else { return }
        let (others, next) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        async let followed: Void = { for await _ in others { await followOthers() } }()
        for await _ in sites.hints {
            await followRoster()
            next.yield()
        }
        next.finish()
        await followed
    }

    /// Tells of each site of which nothing is heard any more, and of each that is heard again. Without the database nothing is heard of anybody, which is
    /// told already.
    private func tellSilence() {
        guard ledger.sites?.isConnected == true else { return }
        for site in sites where !site.isOwn && site.isAway != silentSites.contains(site.name) {
            let text: String
            if site.isAway {
                silentSites.insert(site.name)
                text = "Nothing is heard of the site \(site.name): calls there go by what it knew last, if it runs"
            } else {
                silentSites.remove(site.name)
                text = "The site \(site.name) is heard again"
            }
            logger.report(.siteSilent, text, level: site.isAway ? .warning : .notice, ["site": "\(site.name)"])
            noteChange()
        }
    }

    /// Has this machine forget what was forgotten at another site.
    private func forgetHere(_ sites: SiteExchange) async {
        let isNoted = await BackgroundThread.run("majord-forget") { (try? sites.noteForgotten()) != nil }
        if isNoted { erasures += 1 }
    }

    private func reloadMissedCalls() async {
        let missedCalls = missedCalls
        await BackgroundThread.run("majord-missed") { try? missedCalls.reload() }
        noteChange()
    }
}
