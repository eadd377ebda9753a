story What rolls over into another year and is long or far is asked back; --yes answers it

directory office
at 2026-11-25 20:00

as jdevries leave 24-12 23-12
  Leave from Thursday 24 December 2026 until the end of Thursday 23 December 2027: that lasts nearly a year. If that is meant, say so with --yes.
  exit 1
as jdevries leave 24-11
  Leave on Wednesday 24 November 2027, the whole day: that begins in nearly a year. If that is meant, say so with --yes.
  exit 1
as jdevries sick --until 25-11
  Back on Thursday 25 November 2027 00:00: that lasts nearly a year. If that is meant, say so with --yes.
  exit 1
as manager absences
  Nobody is absent or going to be.

as jdevries leave 24-12 23-12 --yes
  You are on leave from Thursday 24 December 2026 until the end of Thursday 23 December 2027 (absence 1).
  `23-12` means Thursday 23 December 2027: another year.
  Calls for your client go to Mark Bakker until the end of Thursday 23 December 2027: Scholengroep Noord.

# A short one over the end of the year is said, and not asked.
as sjansen leave 24-12 4-1
  You are on leave from Thursday 24 December 2026 until the end of Monday 4 January 2027 (absence 2).
  `4-1` means Monday 4 January 2027: another year.
  …
