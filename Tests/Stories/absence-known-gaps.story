story Whoever goes away is told of all gaps of those for whom he stands, in whichever place, and of those that were known before

directory office
change "extension: 2102, user: mark}" to "extension: 2102, user: mark, hours: {mon-tue: \"00:00-24:00\", thu-fri: \"00:00-24:00\"}}"
at 2026-11-25 10:00
# Mark does not work on Wednesdays: without Joke nobody is there for Noord then.
as manager leave 2-12 --agent jdevries --override "Joke has a course"
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
as mbakker leave 2-12 09:00 2-12 12:00 --dry-run
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, 09:00 to 12:00; could stand in: Samira Jansen
  …
as mbakker leave 1-12 3-12
  You are on leave from Tuesday 1 December 2026 until the end of Thursday 3 December 2026 (absence 2).
  No client's calls come to you first in that time.
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
# Made shorter: all the same.
as mbakker change 2 1-12 2-12
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
as mbakker change 2 1-12 1-12
  Leave 2 of Mark Bakker is changed: …
  No client's calls come to Mark Bakker first in that time.
