story Each cause has its own overflow, and the default is for those that have none

directory office
change "overflow: {default: 2000, anonymous: 2010" to "overflow: {default: 2000, unknown-caller: "0201234567", no-answer: 2055"
at 2026-11-25 10:00
pbx ROUTE 0201230000 +31880001234 call-1
  overflow 0201234567:0 unknown-caller
pbx ROUTE anonymous +31880001234 call-2
  overflow 2000:0 anonymous
pbx ROUTE 2103 +31880001234 call-3
  overflow 2020:0 internal
# Behind the last of the pair stands the one for calls that nobody answers.
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2055:0 primary
