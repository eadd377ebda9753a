story Hours that come back without an end are told to have none, and how they get one

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon
  You are on leave every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice (absence 1).
  It has no end: it goes on until majorctl change 1 --until DAY, or majorctl cancel 1. The next 26 weeks were looked at.
  Calls for your client go to Mark Bakker at those hours: Scholengroep Noord.
as sjansen in nl leave elke vrijdag tot 1-3
  Je bent met verlof elke vrijdag, de hele dag, van vrijdag 27 november 2026 tot en met zondag 28 februari 2027 (afwezigheid 2).
  `1-3` is maandag 1 maart 2027: een ander jaar.
  …
as sjansen in nl change 2 elke vrijdag
  afwezigheid 2 is al zo
  exit 1
as sjansen in nl leave elke dinsdag
  Je bent met verlof elke dinsdag, de hele dag, van dinsdag 1 december 2026 tot nader bericht (afwezigheid 3).
  Het heeft geen einde: het gaat door tot majorctl change 3 --until DAG, of majorctl cancel 3. De komende 26 weken zijn bekeken.
  …
