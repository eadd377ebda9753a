story An agent whose phone cannot be reached comes last, until it can be again

directory office
at 2026-11-25 10:00

pbx PHONE 2101 unreachable
  OK
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2101:20 2000:0 backup
  for jdevries
journal
  warning Joke de Vries's phone 2101 cannot be reached: it comes last
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup…
pbx PHONE 2101 reachable
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary

# An attempt that fails counts for a minute.
pbx NEXT call-2 CHANUNAVAIL 2101
  dial 2102:20 2000:0 primary
pbx ROUTE 0505550200 +31880001234 call-3
  dial 2102:20 2101:20 2000:0 backup
wait 1m
pbx ROUTE 0505550201 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary

# What is told of five minutes ago is over.
pbx PHONE 2101 unreachable 300
pbx ROUTE 0505550202 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary
pbx PHONE 2101 gone
  error ERR 'gone' is neither reachable nor unreachable
