import Numbering
import Routing
import Time

/// What the files say, one by one.
struct DirectoryParts {
    private(set) var settings = Settings.unread
    /// Whether a directory can be made of the settings.
    private var areSettingsUsable = false
    private(set) var agents: [ReadAgent] = []
    /// Those of agents with mistakes included.
    private(set) var agentIDs: Set<AgentID> = []
    private(set) var clients: [ReadClient] = []

    /// What the files describe; nil where something that every directory needs is absent.
    var directory: Directory? {
        guard areSettingsUsable else { return nil }
        return Directory(settings: settings, agents: agents.map(\.agent), clients: clients.map(\.client))
    }

    /// Those of agents and managers.
    let people = People()

    private enum AgentsKey: String, CaseIterable {
        case agents
    }

    /// Reads `majord.yaml`, `agents.yaml` and `clients.d/*.yaml` in name order.
    init(folder: String, _ source: FileSource, now: Instant, _ findings: Findings) {
        var numbers: NumberReader?
        if let value = Self.document("\(folder)/majord.yaml", source, findings),
            let fields = Fields(value, SettingsReader.Key.self)
        {
            fields[.agents]?.error("agents stand in agents.yaml, beside this file")
            fields[.clients]?.error("clients stand in clients.d, one a file, beside this file")
            (settings, areSettingsUsable) = SettingsReader.read(
                fields, folder: folder, source, people, now: now, findings)
            numbers = settings.numbers
        }
        if let value = Self.document("\(folder)/agents.yaml", source, findings),
            let fields = Fields(value, AgentsKey.self)
        {
            readAgents(fields.required(.agents))
        }
        let reader = ClientReader(numbers: numbers)
        let files = Self.clientFiles(in: "\(folder)/clients.d", source, findings)
        source.progress?.noteFiles(left: files.count)
        clients = Self.clients(files, reader, source, findings)
    }

    /// Reads one file that holds the keys of `majord.yaml`, `agents` and a list of `clients`.
    init(file: String, _ source: FileSource, now: Instant, _ findings: Findings) {
        guard let value = Self.document(file, source, findings), let fields = Fields(value, SettingsReader.Key.self)
        else {
            return
        }
        (settings, areSettingsUsable) = SettingsReader.read(
            fields, folder: FileSource.folder(of: file), source, people, now: now, findings)
        readAgents(fields.required(.agents))
        let reader = ClientReader(numbers: settings.numbers)
        clients = fields.required(.clients)?.list()?.compactMap(reader.read) ?? []
    }

    private mutating func readAgents(_ value: Value?) {
        guard let value else { return }
        var reader = AgentReader(people)
        agents = reader.read(value)
        agentIDs = Set(reader.ids.keys.map { AgentID($0) })
    }

    /// Reads the files of clients in slices, on as many threads as is said; what comes of them stands in the files' order.
    private static func clients(
        _ files: [String], _ reader: ClientReader, _ source: FileSource, _ findings: Findings
    ) -> [ReadClient] {
        let part = source.part
        let slices = Slices.run(files, threads: source.threads) { files in
            let (own, found) = (FileSource(part), Findings())
            let clients = files.compactMap { document($0, own, found).flatMap(reader.read) }
            return (clients, own.partRead, found.part)
        }
        var clients: [ReadClient] = []
        clients.reserveCapacity(files.count)
        for (read, texts, found) in slices {
            clients += read
            source.take(texts)
            findings.take(found)
        }
        return clients
    }

    private static func document(_ path: String, _ source: FileSource, _ findings: Findings) -> Value? {
        do throws(FileText.Failure) {
            return YAMLFile.document(try source.text(path), file: path, findings)
        } catch {
            var place = Place(file: path)
            if case .notUTF8(let line, let column, _) = error { place = Place(file: path, line: line, column: column) }
            findings.error(at: place, error.text)
            return nil
        }
    }

    /// The paths of a folder's `*.yaml`, in name order.
    private static func clientFiles(in folder: String, _ source: FileSource, _ findings: Findings) -> [String] {
        do throws(OpenFolder.Failure) {
            return try source.names(in: folder).compactMap { name, isFolder in
                let path = "\(folder)/\(name)"
                switch ClientFileName(name, isFolder: isFolder) {
                case .client: return path
                case .passedOver: break
                case .unread(let cure): findings.warning(at: Place(file: path), "is not read; \(cure)")
                }
                return nil
            }
        } catch {
            let text =
                switch error {
                case .missing: "does not exist; create it"
                case .noFolder(let reason):
                    "cannot be listed (\(reason)); it must be a folder with a file for each client"
                case .system(let reason): "cannot be listed (\(reason)); give the service's user the right to"
                }
            findings.error(at: Place(file: folder), text)
            return []
        }
    }
}
