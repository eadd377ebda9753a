/// A list of which a copy with one element changed shares nearly all with the one before: of n elements some n / 32 and 32 are copied, and no more are
/// let go when it goes.
///
/// For what is many and changes one at a time, while those who read the list before go on with it.
package struct SharedList<Element> {
    /// Each but the last is full.
    private var pages: ContiguousArray<ContiguousArray<Element>> = []
    package private(set) var count = 0

    private static var pageShift: Int { 5 }
    private static var pageMask: Int { 1 << pageShift - 1 }

    package init(_ elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    package mutating func append(_ element: Element) {
        if count & Self.pageMask == 0 {
            pages.append([])
            pages[pages.count - 1].reserveCapacity(1 << Self.pageShift)
        }
        pages[pages.count - 1].append(element)
        count += 1
    }
}

extension SharedList: Sendable where Element: Sendable {}

extension SharedList: RandomAccessCollection, MutableCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> Element {
        get { pages[index >> Self.pageShift][index & Self.pageMask] }
        set { pages[index >> Self.pageShift][index & Self.pageMask] = newValue }
    }
}
