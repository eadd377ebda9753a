story A request that is only looked at tells that it would be one, and what is offered after a dry run is a dry run

directory office
at 2026-11-25 10:00
as mbakker leave 1-12 3-12
  …
as jdevries leave 2-12 --dry-run
  Leave on Wednesday 2 December 2026, the whole day: it would leave clients without anybody:
  …
  To ask a manager for it: majorctl leave 2-12 --dry-run --request
  With somebody to stand in, managers without --request: majorctl leave 2-12 --dry-run --request --deputy sjansen
  A manager can enter it all the same with --override REASON.
  exit 1
as jdevries leave 2-12 --dry-run --request
  Leave on Wednesday 2 December 2026, the whole day
  It would be asked of a manager, since clients are left without anybody.
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
  Nothing was changed.
as jdevries requests
  No request waits.
as jdevries leave --dry-run -- 2-12
  …
  To ask a manager for it: majorctl leave --dry-run --request -- 2-12
  …
  exit 1
# Of hours that come back without an end there is no number yet.
as jdevries leave every friday morning --dry-run
  …
  It has no end. The next 26 weeks were looked at.
  …
