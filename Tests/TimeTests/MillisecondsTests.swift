import Testing
import Time

@Suite struct MillisecondsTests {
    @Test(
        "whole seconds, without the rest or with it",
        arguments: [(0, 0, 0), (1, 0, 1), (999, 0, 1), (1_000, 1, 1), (1_001, 1, 2)])
    func seconds(count: Int64, whole: Int, roundedUp: Int) {
        #expect(Milliseconds(count).wholeSeconds == whole)
        #expect(Milliseconds(count).roundedUpToSeconds == roundedUp)
    }
}
