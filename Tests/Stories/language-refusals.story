story Why something is refused, and what is not as it should be, is said in the reader's language

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon from 4-12
  …
as jdevries in nl cancel 1 --on 10-12
  afwezigheid 1 heeft niets meer op donderdag 10 december 2026; de eerstvolgende keer is vrijdag 4 december 2026
  exit 1
as jdevries in nl leave 7-12
  …
as jdevries in nl cancel 2 --on 7-12
  afwezigheid 2 komt niet terug, dus er zijn geen losse dagen in te trekken; wijzig haar met change of trek haar in met cancel
  exit 1
as jdevries in nl change 2 7-12
  afwezigheid 2 is al zo
  exit 1
as manager in nl sick --agent mbakker --from 20-11
  ziekte begint nu, of op zijn vroegst sinds dinsdag 24 november 2026; voer voor later verlof in
  exit 1
as manager in nl deputy add sjansen --for sjansen morgen
  Samira Jansen kan niet voor Samira Jansen invallen
  exit 1
as manager in nl decline x y
  `x` is geen nummer van een aanvraag; majorctl requests toont ze
  exit 64
as manager in nl number refuse 05055510
  05055510 heeft minder of meer cijfers dan een telefoonnummer uit die streek; schrijf ze allemaal
  exit 1
change "primary: jdevries" to "primry: jdevries"
as manager reload
  …
as manager in nl status
  …
    opnieuw lezen op 2026-11-25 10:00 is geweigerd om 2 fouten
  …
