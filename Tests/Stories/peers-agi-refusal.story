story After a command that Asterisk did not carry out none is sent: what a dial plan tests is not set

directory office
at 2026-11-25 10:00

fastagi route 0505550100 +31880001234 call-1
  > answer 3: 510 Invalid or unknown command
  EXTENSION 2101
  ACTION
  closed
fastagi route 0505550100 +31880001234 call-2
  > answer 13: 520-Invalid command syntax.  Proper usage follows:\n520 End of proper usage.
  ACTION
  closed
agi route 0505550100 +31880001234 call-3
  > answer 3: 510 Invalid or unknown command
  EXTENSION 2101
  ACTION
agi route 0505550100 +31880001234 call-4
  > answer 13: 520-Invalid command syntax.  Proper usage follows:\n520 End of proper usage.
  ACTION
agi route 0505550100 +31880001234 call-5
  > answer 13: 511 Command Not Permitted on a dead channel or intercept routine
  ACTION
agi ringing call-5 2101
  > answer 2: 200 result=-1
  ACCEPTED
# A hangup may be told at any time, and is no answer.
agi route 0535550100 +31880001234 call-6
  > answer 3: HANGUP\n200 result=1
  dial 2103:20 2102:20 2000:0 primary
fastagi route 0535550100 +31880001234 call-7
  > answer 3: HANGUP\n200 result=1
  dial 2103:20 2102:20 2000:0 primary
