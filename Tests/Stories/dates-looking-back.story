story What is looked back on has been, does not end before it begins, and is not too long

directory office
at 2026-11-25 10:00
as manager report --from tomorrow
  `tomorrow` is Thursday 26 November 2026 00:00, which is still to come
  exit 1
as manager in nl report --from morgen
  `morgen` is donderdag 26 november 2026 00:00, en dat moet nog komen
  exit 1
as manager report --from 20-11 --until 19-11
  it ends before it begins: from Friday 20 November 2026 00:00 until the end of Wednesday 18 November 2026
  exit 1
as manager report --from 20-11 --until 20-11
  it has no length: it begins and ends on Friday 20 November 2026 00:00
  exit 1
as manager report --from 1-1-2024
  a report is of 732 days at the most, which are two years
  exit 1
as manager calls --from tomorrow
  `tomorrow` is Thursday 26 November 2026 00:00, which is still to come
  exit 1
as manager calls --from 20-11 --until 19-11
  it ends before it begins: …
  exit 1
as manager replay --directory majord.yaml --from 20-11 --until 19-11
  it ends before it begins: …
  exit 1
as manager calls --until tomorrow
  …

# Who may not is told what he asked for.
as stranger calls
  you may not do this: agents see the calls of their clients; those of others needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as stranger case list
  you may not do this: agents see and close the cases and missed calls of their clients; …
  exit 77
as stranger missed
  you may not do this: agents see and close the cases and missed calls of their clients; …
  exit 77
