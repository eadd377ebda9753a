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

# A program that names a ticket by its number alone never means a number of majord's.
as manager case open noord
  …
as manager case close --ref 1
  …there is no open case 1…
  exit 1
as manager case take --ref 1
  …
  exit 1
as manager case open noord --ref 7
  …
as manager case note --ref 7 "gebeld"
  …
as manager case give --ref 7 mbakker
  …Mark Bakker's from now on.
as manager case show --ref 7
  …
  …
as manager case close --ref 7 --note "klaar"
  …is closed.
as manager case close 7 --ref 7
  …
  exit 64
as manager call org.majord.Cases.Close '{"case": "1", "reference": "1"}'
  error org.varlink.service.InvalidParameter
as manager call org.majord.Cases.Close '{}'
  error org.varlink.service.InvalidParameter
