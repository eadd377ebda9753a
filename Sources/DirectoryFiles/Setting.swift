import Routing

/// A setting of `majord.yaml`: under which key it stands, how it is read, and whether two directories differ in it.
struct Setting: Sendable {
    /// Whether the file has to give the setting.
    enum Need: Sendable {
        case optional
        /// Its absence is an error.
        case required
        /// Without a value that can be read there is no directory, not even of files that were kept.
        case indispensable
    }

    let key: String
    let need: Need
    private let store: @Sendable (Value, inout SettingsReader) -> Bool
    private let isEqual: @Sendable (Settings, Settings) -> Bool

    /// - Parameter read: The setting's value; nil, and a finding, where it cannot be read. The settings before it in the list have been read.
    init<Content: Equatable & SendableMetatype>(
        _ key: String, _ path: any WritableKeyPath<Settings, Content> & Sendable, _ need: Need = .optional,
        read: @escaping @Sendable (Value, SettingsReader) -> Content?
    ) {
        self.key = key
        self.need = need
        store = { value, reader in
            guard let content = read(value, reader) else { return false }
            reader.settings[keyPath: path] = content
            return true
        }
        isEqual = { $0[keyPath: path] == $1[keyPath: path] }
    }

    /// Reads the setting, and tells whether a directory can do with what came of it.
    func read(_ fields: Fields<SettingsReader.Key>, into reader: inout SettingsReader) -> Bool {
        let key = SettingsReader.Key(key)
        let value = need == .optional ? fields[key] : fields.required(key)
        let isRead = value.map { store($0, &reader) } ?? false
        return isRead || need != .indispensable
    }

    func differs(in one: Settings, from other: Settings) -> Bool {
        !isEqual(one, other)
    }
}
