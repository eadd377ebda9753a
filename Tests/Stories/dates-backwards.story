story What ends before it begins is refused, and so is what has no length

directory office
at 2026-11-25 20:00

as jdevries leave monday today
  it ends before it begins: from Monday 30 November 2026 00:00 until the end of Wednesday 25 November 2026
  exit 1
as jdevries leave tomorrow 12:00 tomorrow 09:00
  it ends before it begins: from Thursday 26 November 2026 12:00 until Thursday 26 November 2026 09:00
  exit 1
as jdevries leave 24-12-2027 24-12-2026
  it ends before it begins: from Friday 24 December 2027 00:00 until the end of Thursday 24 December 2026
  exit 1
as jdevries leave 10-01 09:00 10-01 09:00
  it has no length: it begins and ends on Sunday 10 January 2027 09:00
  exit 1
as jdevries leave 21:00 21:00
  it has no length: it begins and ends on Wednesday 25 November 2026 21:00
  exit 1
as jdevries leave yesterday
  it is over already, since the end of Tuesday 24 November 2026
  exit 1
as manager absences
  Nobody is absent or going to be.
