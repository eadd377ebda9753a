extension String {
    /// Whether there is nothing in it to be read, as where somebody's script has put an empty variable.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
