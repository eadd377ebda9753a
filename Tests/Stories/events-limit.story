story The newest events are shown, as many as are asked for; an agent's limit is of those that concern him

directory office
at 2026-11-25 10:00
pbx PHONE 2101 unreachable
wait 1m
pbx PHONE 2103 unreachable
wait 1m
pbx PHONE 2102 unreachable
wait 1m
as manager events
  1  10:00  phone-unreachable: The phone of Joke de Vries cannot be reached: 2101
  2  10:01  phone-unreachable: The phone of Samira Jansen cannot be reached: 2103
  3  10:02  phone-unreachable: The phone of Mark Bakker cannot be reached: 2102
as manager events --limit 2
  2  10:01  phone-unreachable: The phone of Samira Jansen cannot be reached: 2103
  3  10:02  phone-unreachable: The phone of Mark Bakker cannot be reached: 2102
  There are older ones: --limit shows more.
as manager events --limit 2 --since 9:00
  2  10:01  phone-unreachable: The phone of Samira Jansen cannot be reached: 2103
  3  10:02  phone-unreachable: The phone of Mark Bakker cannot be reached: 2102
  There are older ones: --limit shows more.
as manager events --limit 2 --since 10:01
  2  10:01  phone-unreachable: The phone of Samira Jansen cannot be reached: 2103
  3  10:02  phone-unreachable: The phone of Mark Bakker cannot be reached: 2102

# Whoever names a number reads on from there.
as manager events --limit 2 --after 0
  1  10:00  phone-unreachable: The phone of Joke de Vries cannot be reached: 2101
  2  10:01  phone-unreachable: The phone of Samira Jansen cannot be reached: 2103
  There are more.
as manager call org.majord.Events.List '{"since": "2026-11-25T09:00:00+01:00", "limit": 1}'
  events.1.event 1
  more true

as jdevries events --limit 1
  1  10:00  phone-unreachable: The phone of Joke de Vries cannot be reached: 2101
as jdevries events --limit 1 --kind directory-refused
  Nothing has happened.
as sjansen in nl events --limit 1
  2  10:01  phone-unreachable: Het toestel van Samira Jansen is niet bereikbaar: 2103
