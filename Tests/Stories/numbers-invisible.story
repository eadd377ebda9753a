story Invisible characters around a number are not of it, in a call and in a file

directory office
at 2026-11-25 10:00

pbx ROUTE "\u{200E}+31505550100" +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE "\u{202A}+31505550100\u{202C}" +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE 0505550100 "\u{202A}+31880001234\u{202C}" call-3
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE "\u{FEFF}050\u{A0}555\u{2011}01\u{2009}00" +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary

# In a client's file.
change "mobile: 06-12345678" to "mobile: \u{202A}06-12345678\u{202C}"
as manager reload
  Reloaded as generation 2: nothing changed.
pbx ROUTE 0612345678 +31880001234 call-5
  contact Karin Smit, directeur

# Where one makes a value wrong, it is shown.
change "\u{202A}06-12345678\u{202C}" to "\u{202A}06-12345x\u{202C}"
as manager reload
  /etc/majord/majord.yaml:…: error: …U+202A…
  Reload refused; generation 2 stays in force.
  exit 2
