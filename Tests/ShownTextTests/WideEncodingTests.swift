import Testing

@testable import ShownText

@Suite("Encodings with wide letters")
struct WideEncodingTests {
    @Test(
        "UTF-16 and UTF-32 are told by their mark or the zeros beside the first letter, and nothing else is",
        arguments: [
            ([0xFF, 0xFE, 0x42, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x42], "UTF-16"), ([0x42, 0x00], "UTF-16"),
            ([0x00, 0x42, 0x00, 0x45], "UTF-16"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
            ([0x00, 0x00, 0x00, 0x42], "UTF-32"), ([0x42, 0x00, 0x00, 0x00], "UTF-32"), ([], nil), ([0x42], nil),
            ([0xEF, 0xBB, 0xBF, 0x42], nil), ([0x42, 0x45, 0x47, 0x49], nil), ([0xE9, 0x41], nil), ([0, 0], nil),
        ] as [([UInt8], String?)])
    func wide(bytes: [UInt8], name: String?) {
        #expect(WideEncoding(of: bytes)?.name == name)
    }
}
