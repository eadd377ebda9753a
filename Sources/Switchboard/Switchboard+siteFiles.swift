import DirectoryFiles
import Logging
import Records
import Routing
import Time

/// Two sites with different directories decide one call in two ways: that is told, with the difference.
extension Switchboard {
    /// Looks in what the files of sites differ from those here.
    func compareFiles() async {
        let own = siteFiles.version
        let others = sites.filter { !$0.isOwn && !$0.isAway && $0.directory != own && !$0.directory.isEmpty }
        siteFiles.keep(only: Set(others.map(\.name)))
        for site in others where siteFiles.difference(of: site.name, site.directory) == nil {
            let (directories, current, instant) = (ledger.directories, table, now())
            let difference = await BackgroundThread.run("majord-sites") { () -> String? in
                guard let kept = try? directories.keptDirectory(ofSite: site.id),
                    let load = try? DirectoryLoad(kept, roster: current.roster, generation: 0, at: instant)
                else { return nil }
                let (old, new) = (current.directory, load.table.directory)
                // Each site has a name of its own, and may have a way of its own to the database.
                let settings = new.settings.keys(differingFrom: old.settings).filter {
                    !["site", "records"].contains($0)
                }
                let difference = DirectoryDifference(from: old, to: new, settings: settings)
                return difference.isEmpty ? "" : difference.summary
            }
            // It may be kept there in a moment.
            guard let difference else { continue }
            siteFiles.note(difference, of: site.name, site.directory)
            guard !difference.isEmpty else { continue }
            logger.report(
                .directoriesDiffer, "The site \(site.name) has other files: \(difference)", ["site": "\(site.name)"])
            noteChange()
        }
    }
}
