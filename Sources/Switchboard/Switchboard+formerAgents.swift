import DirectoryFiles
import ICalendar
import Records
import Routing
import Time

/// Whose entry the directory had under an id that it does not have any more.
struct FormerAgent: Sendable {
    let agent: Agent
    /// Who was there beside him.
    let others: Set<AgentID>

    /// Whether an agent is the same person under a new id: he has his Unix user or his name, and was not there beside him. An extension may be
    /// somebody else's by now.
    func isSame(as new: Agent) -> Bool {
        guard !others.contains(new.id) else { return false }
        return new.user.map { $0 == agent.user } ?? false || new.name == agent.name
    }
}

extension Switchboard {
    /// The absences that a calendar has made, over and cancelled ones included; with those of the agent under ids that he had before.
    func broughtBefore(_ calendar: CalendarID, of agent: Agent) async throws(CalendarRefusal) -> [Absence] {
        let (records, directories, instant, known) = (ledger.calendars, ledger.directories, now(), formerAgents)
        let present = Set(table.directory.agents.map(\.id))
        let result = await BackgroundThread.run("majord-calendar") {
            Result { () throws(LedgerError) in
                var (absences, found) = (try records.absences(of: calendar), known)
                let (all, givers) = try records.agents(of: calendar.source, givenTo: agent.id)
                for id in all where !present.contains(id) {
                    let own = try records.absences(of: CalendarID(source: calendar.source, agent: id))
                    guard let last = own.map(\.enteredAt).max(), own.contains(where: { $0.isSaid(after: instant) })
                    else {
                        continue
                    }
                    if found[id] == nil {
                        found[id] = try directories.directory(at: last).flatMap {
                            FormerAgent(id, in: $0, at: instant)
                        }
                    }
                    if givers.contains(id) || found[id]?.isSame(as: agent) == true { absences += own }
                }
                return (absences, found)
            }
        }
        do throws(LedgerError) {
            let (absences, found) = try result.get()
            formerAgents = found
            return ImportedLeave.standing(of: absences, at: instant)
        } catch {
            throw .roster(.ledger(error))
        }
    }
}

extension FormerAgent {
    /// Nil where a version of the directory does not have him, or cannot be read.
    fileprivate init?(_ id: AgentID, in kept: KeptDirectory, at instant: Instant) {
        let reading = DirectoryReader.read(DirectoryCopy(path: kept.path, files: kept.files), now: instant)
        guard let agents = reading.directory?.agents, let agent = agents.first(where: { $0.id == id }) else {
            return nil
        }
        self.init(agent: agent, others: Set(agents.map(\.id)))
    }
}

extension Absence {
    /// Whether it lasts beyond an instant, or its calendar said so.
    fileprivate func isSaid(after instant: Instant) -> Bool {
        (interval?.end ?? .earliest) > instant || (origin?.read?.end ?? .earliest) > instant
    }
}
