/// The version of both programs: that of debian/changelog.
package enum Version {
    package static let text = "0.2.0"
}
