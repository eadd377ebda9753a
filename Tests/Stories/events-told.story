story Up to which event a program was told is a number that there is, and of a program that there is

directory office
at 2026-11-25 10:00
pbx PHONE 2101 unreachable
wait 1m
as manager events
  1  10:00  phone-unreachable: …
as manager call org.majord.Events.NoteTold '{"program": "mail", "event": 2}'
  error org.varlink.service.InvalidParameter
  parameter event
as manager call org.majord.Events.NoteTold '{"program": "mail", "event": 9223372036854775807}'
  error org.varlink.service.InvalidParameter
  parameter event
as manager call org.majord.Events.NoteTold '{"program": "mail", "event": -1}'
  error org.varlink.service.InvalidParameter
  parameter event
as manager call org.majord.Events.Told '{"program": "mail"}'
as manager call org.majord.Events.NoteTold '{"program": "mail", "event": 1}'
as manager call org.majord.Events.Told '{"program": "mail"}'
  event 1

as manager notify --folder /no/such
  the folder /no/such is not there, or not to be read; make it, or name another one with --folder
  exit 1
as manager in nl notify --skip mial --folder /no/such
  de map /no/such is er niet, of is niet te lezen; maak hem, of noem een andere met --folder
  exit 1
