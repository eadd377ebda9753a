story Outside the service hours nothing is a gap

directory office
at 2026-11-25 10:00
as sjansen leave 28-11 29-11
as mbakker leave 28-11 29-11
  You are on leave …
  …
