story A reference that nobody could read or name is refused, over every way

directory office
at 2026-11-25 10:00

as manager case open noord --ref "a\u{202E}b"
  a reference is one readable line of up to 100 bytes, and no number behind #, which is majord's own
  exit 1
as manager case open noord --ref "   "
  a reference is one readable line of up to 100 bytes, …
  exit 1
as manager case open noord --ref "\u{200B}\u{A0}"
  a reference is one readable line of up to 100 bytes, …
  exit 1
as manager case open noord --ref "a\r\nb"
  a reference is one readable line of up to 100 bytes, …
  exit 1
as manager in nl case open noord --ref '#1'
  een referentie is één leesbare regel van hooguit 100 bytes, en geen nummer achter #, want dat is van majord
  exit 1
as manager case open noord --ref R-1 --note "\u{202E}"
  a note is one readable line of up to 2,000 bytes
  exit 1

pbx ROUTE 0612345678 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx CASE 2101 open "a\xFFb"
  A reference is one readable line of up to 100 bytes, and no number behind #, which is majord's own
  refused
pbx CASE 2101 open "a\r\nb"
  A reference is one readable line of up to 100 bytes, …
  refused
pbx CASE 2101 open 1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890x
  A reference is one readable line of up to 100 bytes, …
  refused
pbx CASE 2101 open ' '
  A reference is one readable line of up to 100 bytes, …
  refused
as manager case list
  No case is open.

# One of 100 bytes is one, in any letters, and so is a number sign before a word.
pbx CASE 2101 open 1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890
  open
as manager case open noord --ref "#één 12"
  Case #2 (#één 12) of Scholengroep Noord is open; …
