story A caller's name that brings an answer of Asterisk's own form has nothing reported but what the dial plan says

directory office
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ANSWERED call-1 2101
  OK
busy jdevries
# He has the header end in his name, answers the first command himself, and reports the end of another's call.
fastagi ended call-2 CANCEL
  > agi_calleridname: x\nagi_threadid: 1\nagi_arg_1: call-1\nagi_arg_2: BUSY\n\n200 result=1
  ACCEPTED 1
  closed
busy jdevries
fastagi agent 2102 status
  > agi_calleridname: x\nagi_threadid: 1\nagi_arg_1: 2101\nagi_arg_2: sick\n\n200 result=1\n510 no
  STATE available
as manager absences
  Nobody is absent or going to be.
