/// What people type, when, and what it means: judged by hand, calendar in hand.
///
/// A line `now` sets the present in Amsterdam. Other lines are of three columns: who reads, what was typed, and what it means. `leave` and
/// `plan` answer with start and end, `back`, `past` (looking back), `ahead`, `since` and `pause` with a moment, `day` with a day. What is said of it
/// `back` with a moment behind it is the end of what begins then, `bound` that of a time that is looked back on. What is said of it
/// follows: `year`, `week`, `began` and `back` with a day, `skipped` and `doubled` with a time, `lasts` and `begins` with the days that are asked back. A refusal begins with `!`.
let momentTable = """
    now\t2026-11-25 20:00
    # As programs write them, and years in two digits.
    past\t2026-11-20 09:00:30\t2026-11-20 09:00:30
    past\t2026-11-20T09:00\t2026-11-20 09:00
    past\t2026-11-20T09:00:30\t2026-11-20 09:00:30
    since\tyesterday 09:00:30\t2026-11-24 09:00:30
    ahead\t30-11-2026 09:00:30\t2026-11-30 09:00:30
    leave\t2026-11-30T09:00 2026-11-30T12:00:00\t2026-11-30 09:00/2026-11-30 12:00
    leave\t2026-11-30T09:00:30 2026-11-30T12:00\t!byTheMinute
    back\ttomorrow 09:00:30\t!byTheMinute
    plan\tevery friday 09:00:30 12:00\t!byTheMinute
    leave\t30-11-26\t2026-11-30 00:00/2026-12-01 00:00
    leave\t30/11/26 t/m 2-12-26\t2026-11-30 00:00/2026-12-03 00:00
    leave\t30.11.26\t2026-11-30 00:00/2026-12-01 00:00
    leave\t26-11-30\t!yearUnclear 2030-11-26 2026-11-30
    leave\t31-2-27\t!nodate
    plan\tevery friday from 4-12-26 until 18-12-26\tfri 00:00-24:00 from 2026-12-04 00:00 until 2026-12-18 00:00 first 2026-12-04
    # Weeks by their numbers.
    leave\tweek 52\t2026-12-21 00:00/2026-12-28 00:00
    leave\tweek 48\tnow/2026-11-30 00:00
    leave\tweek 2\t2027-01-11 00:00/2027-01-18 00:00 year 2027-01-11
    leave\tweek 53\t2026-12-28 00:00/2027-01-04 00:00
    leave\tweek 53 2027\t!noweek 52 2027
    leave\tweek 54\t!noweek 53 2026
    leave\tweek 0\t!noweek 53 2026
    leave\tvrijdag t/m week 60\t!noweek 53 2026
    past\tweek 54\t!noweek 53 2026
    past\tweek 47\t!wholeWeek 2026-11-16
    since\tweek 47\t2026-11-16 00:00
    since\tweek 48\t2026-11-23 00:00
    since\tweek 49\t2025-12-01 00:00
    since\twk 53\t2020-12-28 00:00
    since\tweek 47 2025\t2025-11-17 00:00
    since\tweek 3 2027\t!notYet
    since\tweek 54\t!noweek 53 2026
    bound\tweek 47\t2026-11-16 00:00
    bound\tweek 2\t2026-01-05 00:00
    bound\tyesterday\t2026-11-24 00:00
    # The end of what begins later counts from there, and of what goes on from now.
    back 2027-02-22 00:00\tfriday\t2027-02-26 00:00
    back 2027-02-22 09:00\t+2h\t2027-02-22 11:00
    back 2027-02-22 09:00\t+1u30\t2027-02-22 10:30
    back 2027-02-22 09:00\tfor 2 hours\t2027-02-22 11:00
    back 2027-02-22 00:00\t+3 days\t2027-02-25 00:00
    back 2027-02-22 00:00\t+1w\t2027-03-01 00:00
    back 2027-02-22 00:00\t+4 maanden\t2027-06-22 00:00 lasts 120
    back 2027-02-22 09:00\t12:00\t2027-02-22 12:00
    back 2027-02-22 09:00\t9:00\t!nolength
    back 2027-02-22 09:00\t8:00\t!backwards
    back 2026-12-24 00:00\t4-1\t2027-01-04 00:00 year 2027-01-04
    back 2027-02-22 00:00\t1 mrt\t2027-03-01 00:00
    back 2027-02-22 00:00\tmonday\t2027-03-01 00:00 week 2027-03-01
    back 2027-02-22 00:00\ttomorrow\t!backwards
    back 2026-11-24 09:00\t+2h\t2026-11-25 22:00
    back 2026-11-24 09:00\tfriday\t2026-11-27 00:00
    back\t+2h\t2026-11-25 22:00
    back\t+3d\t2026-11-28 00:00
    pause\t+45m\t2026-11-25 20:45
    leave\tfriday 9:00 +2h\t2026-11-27 09:00/2026-11-27 11:00
    leave\t+2\t!unreadable +2
    past\t1,5h\t2026-11-25 18:30
    since\t1,5h\t2026-11-25 18:30
    since\t+2h\t!notYet
    # Years behind months and holidays, in two digits, too.
    leave\t30 nov 26\t2026-11-30 00:00/2026-12-01 00:00
    leave\t30 nov '26 t/m 2 dec 26\t2026-11-30 00:00/2026-12-03 00:00
    leave\t30 nov 26 dec\t2026-11-30 00:00/2026-12-27 00:00
    leave\t30 nov 9 12\t2026-11-30 09:00/2026-11-30 12:00
    leave\ttweede kerstdag 2027\t2027-12-26 00:00/2027-12-27 00:00
    leave\tchristmas eve to christmas day\t2026-12-24 00:00/2026-12-26 00:00
    leave\tchristmas 2027\t2027-12-25 00:00/2027-12-26 00:00
    leave\tsecond christmas day\t2026-12-26 00:00/2026-12-27 00:00
    leave\t2nd christmas day\t2026-12-26 00:00/2026-12-27 00:00
    leave\tkerstmis\t2026-12-25 00:00/2026-12-26 00:00
    leave\tnew years eve\t2026-12-31 00:00/2027-01-01 00:00
    leave\tnew year’s eve\t2026-12-31 00:00/2027-01-01 00:00
    leave\ttues\t2026-12-01 00:00/2026-12-02 00:00
    leave\tweds to thurs\tnow/2026-11-27 00:00
    leave\tthurs 3 dec\t2026-12-03 00:00/2026-12-04 00:00
    past\t2026-11-20T09:00+01:00\t2026-11-20 09:00
    past\t2026-11-20T08:00Z\t2026-11-20 09:00
    # A date is never on another day of the week than the one that was named.
    past\tthursday 25 dec\t2025-12-25 00:00 year 2025-12-25
    past\tfriday 25 dec\t2026-12-25 00:00
    past\twednesday 25 dec\t2024-12-25 00:00 year 2024-12-25
    past\tsaturday 25 dec\t2027-12-25 00:00 year 2027-12-25
    past\twednesday 25 nov\t2026-11-25 00:00
    past\tthursday 29 feb\t2024-02-29 00:00 year 2024-02-29
    since\tthursday 25 dec\t2025-12-25 00:00
    since\twednesday 25 dec\t2024-12-25 00:00
    leave\tvrijdag t/m week 52\t2026-11-27 00:00/2026-12-28 00:00
    back\tweek 52\t!wholeWeek 2026-12-21
    day\twk 52\t!wholeWeek 2026-12-21
    # Holidays.
    leave\ttweede kerstdag\t2026-12-26 00:00/2026-12-27 00:00
    leave\teerste kerstdag t/m tweede kerstdag\t2026-12-25 00:00/2026-12-27 00:00
    leave\tboxing day\t2026-12-26 00:00/2026-12-27 00:00
    leave\themelvaartsdag\t!movable
    leave\tgoede vrijdag\t!movable
    # Lengths.
    pause\t1,5h\t2026-11-25 21:30
    pause\t1.5h\t2026-11-25 21:30
    pause\t1,5 uur\t2026-11-25 21:30
    pause\t0,25u\t2026-11-25 20:15
    leave\tfriday 09:00 for 1,5 hours\t2026-11-27 09:00/2026-11-27 10:30
    leave\ta week on monday\t2026-12-07 00:00/2026-12-08 00:00
    leave\ta week from monday\t2026-11-30 00:00/2026-12-07 00:00
    # Days, whole.
    leave\ttoday\tnow/2026-11-26 00:00
    leave\tvandaag\tnow/2026-11-26 00:00
    leave\ttomorrow\t2026-11-26 00:00/2026-11-27 00:00
    leave\tMorgen\t2026-11-26 00:00/2026-11-27 00:00
    leave\tovermorgen\t2026-11-27 00:00/2026-11-28 00:00
    leave\tthe day after tomorrow\t2026-11-27 00:00/2026-11-28 00:00
    leave\tvrijdag\t2026-11-27 00:00/2026-11-28 00:00
    leave\tvr\t2026-11-27 00:00/2026-11-28 00:00
    leave\ton friday\t2026-11-27 00:00/2026-11-28 00:00
    leave\top vrijdag\t2026-11-27 00:00/2026-11-28 00:00
    leave\tthis friday\t2026-11-27 00:00/2026-11-28 00:00
    leave\tdeze vrijdag\t2026-11-27 00:00/2026-11-28 00:00
    leave\tkomende vrijdag\t2026-11-27 00:00/2026-11-28 00:00
    leave\tcoming monday\t2026-11-30 00:00/2026-12-01 00:00
    leave\tkomende maandag\t2026-11-30 00:00/2026-12-01 00:00
    leave\tnext friday\t2026-12-04 00:00/2026-12-05 00:00 week 2026-12-04
    leave\tvolgende vrijdag\t2026-12-04 00:00/2026-12-05 00:00 week 2026-12-04
    leave\tvolgende week vrijdag\t2026-12-04 00:00/2026-12-05 00:00
    leave\tfriday next week\t2026-12-04 00:00/2026-12-05 00:00
    leave\tvrijdag volgende week\t2026-12-04 00:00/2026-12-05 00:00
    leave\tvrijdag over 2 weken\t2026-12-11 00:00/2026-12-12 00:00
    leave\tmaandag over een week\t2026-12-07 00:00/2026-12-08 00:00
    leave\tmaandag over 2 weken\t2026-12-14 00:00/2026-12-15 00:00
    leave\twoensdag over een week\t2026-12-02 00:00/2026-12-03 00:00
    leave\tmonday in 2 weeks\t2026-12-14 00:00/2026-12-15 00:00
    leave\tfrom monday\t!openEnd
    leave\tvanaf maandag\t!openEnd
    leave\tvanaf maandagmiddag\t!openEnd
    leave\tvanaf 30 november\t!openEnd
    leave\tmet ingang van morgen\t!openEnd
    leave\tfrom monday until further notice\t!endless
    leave\tvanaf maandag tot nader bericht\t!endless
    leave\tfrom monday for 2 days\t2026-11-30 00:00/2026-12-02 00:00
    leave\t30 nov to 2\t!dayOrHour
    leave\t30 november t/m 2\t!dayOrHour
    leave\t30 nov to 2 dec\t2026-11-30 00:00/2026-12-03 00:00
    leave\t30 nov to 2:00\t2026-11-30 00:00/2026-11-30 02:00
    leave\tkomende woensdag\t2026-12-02 00:00/2026-12-03 00:00
    leave\twednesday\tnow/2026-11-26 00:00
    leave\twhole day friday\t2026-11-27 00:00/2026-11-28 00:00
    leave\tvrijdag de hele dag\t2026-11-27 00:00/2026-11-28 00:00
    # Dates.
    leave\t24/12\t2026-12-24 00:00/2026-12-25 00:00
    leave\t24-12\t2026-12-24 00:00/2026-12-25 00:00
    leave\t2026-12-24\t2026-12-24 00:00/2026-12-25 00:00
    leave\t24.12.2026\t2026-12-24 00:00/2026-12-25 00:00
    leave\t24/12/2026\t2026-12-24 00:00/2026-12-25 00:00
    leave\t24 dec.\t2026-12-24 00:00/2026-12-25 00:00
    leave\tDecember 24th\t2026-12-24 00:00/2026-12-25 00:00
    leave\tthe 24th of december\t2026-12-24 00:00/2026-12-25 00:00
    leave\t24e december\t2026-12-24 00:00/2026-12-25 00:00
    leave\t1st december\t2026-12-01 00:00/2026-12-02 00:00
    leave\tdec 24 2026\t2026-12-24 00:00/2026-12-25 00:00
    leave\tdonderdag 24 december\t2026-12-24 00:00/2026-12-25 00:00
    leave\tfriday, 27 november\t2026-11-27 00:00/2026-11-28 00:00
    leave\tfriday 27-11\t2026-11-27 00:00/2026-11-28 00:00
    leave\tfriday the 27th of november\t2026-11-27 00:00/2026-11-28 00:00
    leave\tvrijdag 1 januari\t2027-01-01 00:00/2027-01-02 00:00 year 2027-01-01
    leave\tvrijdag 5 december\t!weekday 2026-12-05
    leave\tmonday 24-12\t!weekday 2026-12-24
    leave\tvrijdag 9-12\t!weekday 2026-12-09
    leave\tmonday 4-1-2027\t2027-01-04 00:00/2027-01-05 00:00
    leave\ttuesday 4-1-2027\t!weekday 2027-01-04
    leave\t29 februari\t2028-02-29 00:00/2028-03-01 00:00 year 2028-02-29 begins 461
    leave\t29-2-2027\t!nodate
    leave\t12/24\t!nodate
    leave\t31-11\t!nodate
    leave\t24-12-26\t2026-12-24 00:00/2026-12-25 00:00
    leave\t31 april\t!nodate
    # Parts of a day and times.
    leave\ttomorrow morning\t2026-11-26 06:00/2026-11-26 12:30
    leave\tmorgenochtend\t2026-11-26 06:00/2026-11-26 12:30
    leave\tmorgenvroeg\t2026-11-26 06:00/2026-11-26 12:30
    leave\tmorgen middag\t2026-11-26 12:30/2026-11-26 18:00
    leave\tmorgenmiddag\t2026-11-26 12:30/2026-11-26 18:00
    leave\tvrijdagmiddag\t2026-11-27 12:30/2026-11-27 18:00
    leave\tvrijdag 's middags\t2026-11-27 12:30/2026-11-27 18:00
    leave\tvrijdag ’s ochtends\t2026-11-27 06:00/2026-11-27 12:30
    leave\tfriday in the morning\t2026-11-27 06:00/2026-11-27 12:30
    leave\tvrijdag morgen\t2026-11-27 06:00/2026-11-27 12:30
    leave\t24-12 morgen\t2026-12-24 06:00/2026-12-24 12:30
    leave\tvanavond\tnow/2026-11-26 00:00
    leave\tthis evening\tnow/2026-11-26 00:00
    leave\tvanmiddag\t!over 2026-11-25 18:00
    leave\tthis afternoon\t!over 2026-11-25 18:00
    leave\t24 dec afternoon\t2026-12-24 12:30/2026-12-24 18:00
    leave\tfriday from 9 to 12\t2026-11-27 09:00/2026-11-27 12:00
    leave\tfriday 9 12\t2026-11-27 09:00/2026-11-27 12:00
    leave\tfriday 9 to noon\t2026-11-27 09:00/2026-11-27 12:30
    leave\tfriday noon to 17:00\t2026-11-27 12:30/2026-11-27 17:00
    leave\tfriday 09.00 12.00\t2026-11-27 09:00/2026-11-27 12:00
    leave\tfriday 09:00-12:00\t2026-11-27 09:00/2026-11-27 12:00
    leave\tvrijdag 9u-12u30\t2026-11-27 09:00/2026-11-27 12:30
    leave\tvrijdag 9-12 uur\t2026-11-27 09:00/2026-11-27 12:00
    leave\tvrijdag van 9 tot 12 uur\t2026-11-27 09:00/2026-11-27 12:00
    leave\tvan 9 tot 12 op vrijdag\t2026-11-27 09:00/2026-11-27 12:00
    leave\t9 to 12 on friday\t2026-11-27 09:00/2026-11-27 12:00
    leave\tfriday between 9 and 12\t2026-11-27 09:00/2026-11-27 12:00
    leave\tvrijdag tussen 9 en 12\t2026-11-27 09:00/2026-11-27 12:00
    leave\tfriday 9am to 5pm\t2026-11-27 09:00/2026-11-27 17:00
    leave\tfriday 9:30 am until 12 pm\t2026-11-27 09:30/2026-11-27 12:00
    leave\tvrijdag half tien tot kwart over twaalf\t2026-11-27 09:30/2026-11-27 12:15
    leave\tvrijdag kwart voor 9 tot half een\t2026-11-27 08:45/2026-11-27 12:30
    leave\tfriday half past 9 to quarter to 11\t2026-11-27 09:30/2026-11-27 10:45
    leave\tfriday half 10 to 12\t!ambiguous 09:30 10:30
    leave\tfriday half ten to 12\t!ambiguous 09:30 10:30
    leave\tvrijdag om negen uur tot twaalf uur\t2026-11-27 09:00/2026-11-27 12:00
    leave\tvrijdag 9:00 t/m 12:00\t2026-11-27 09:00/2026-11-27 12:00
    leave\t21 to 23\t2026-11-25 21:00/2026-11-25 23:00
    leave\t21:00 24:00\t2026-11-25 21:00/2026-11-26 00:00
    leave\tfriday 9:00\t!missingEnd
    leave\t9\t!missingEnd
    leave\tfriday 9:60\t!unreadable 9:60
    leave\tfriday 25 to 26\t!unreadable 25
    leave\tfriday 13pm\t!unreadable 13pm
    # From one day to another.
    leave\t8 tot en met 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8-9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8–9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 - 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 t/m 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 tot 9 december\t2026-12-08 00:00/2026-12-09 00:00 back 2026-12-09
    leave\t8 until 9 december\t2026-12-08 00:00/2026-12-09 00:00 back 2026-12-09
    leave\tfrom 8 to 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 and 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 en 9 december\t2026-12-08 00:00/2026-12-10 00:00
    leave\t8 en 10 december\t!apart
    leave\tmaandag en dinsdag\t2026-11-30 00:00/2026-12-02 00:00
    leave\tmonday and wednesday\t!apart
    leave\ttoday and tomorrow\tnow/2026-11-27 00:00
    leave\tvandaag en morgen\tnow/2026-11-27 00:00
    leave\tmonday morning and tuesday morning\t!apart
    leave\t24 december t/m 4 januari\t2026-12-24 00:00/2027-01-05 00:00 year 2027-01-04
    leave\t24 december through january 4\t2026-12-24 00:00/2027-01-05 00:00 year 2027-01-04
    leave\tvan 24 december tot 4 januari\t2026-12-24 00:00/2027-01-04 00:00 year 2027-01-04 back 2027-01-04
    leave\t24 december to 4 january 2027\t2026-12-24 00:00/2027-01-05 00:00
    leave\t1 december t/m 14 december 2027\t2027-12-01 00:00/2027-12-15 00:00
    leave\t24 t/m 26 december 2027\t2027-12-24 00:00/2027-12-27 00:00
    leave\t24/12 4/1\t2026-12-24 00:00/2027-01-05 00:00 year 2027-01-04
    leave\t24-12 23-12\t2026-12-24 00:00/2027-12-24 00:00 year 2027-12-23 lasts 365
    leave\tthursday to tuesday\t2026-11-26 00:00/2026-12-02 00:00 week 2026-12-01
    leave\tdonderdag t/m dinsdag\t2026-11-26 00:00/2026-12-02 00:00 week 2026-12-01
    leave\tthursday until friday\t2026-11-26 00:00/2026-11-27 00:00 back 2026-11-27
    leave\tdonderdag tot vrijdag\t2026-11-26 00:00/2026-11-27 00:00 back 2026-11-27
    leave\tmonday to monday\t2026-11-30 00:00/2026-12-01 00:00
    leave\tmonday until monday\t!nolength
    leave\tmonday to in 2 weeks\t2026-11-30 00:00/2026-12-10 00:00
    leave\tmaandag t/m overmorgen\t!backwards
    leave\tmonday today\t!backwards
    leave\tvandaag t/m volgende week vrijdag\tnow/2026-12-05 00:00
    leave\tmonday to next friday\t2026-11-30 00:00/2026-12-05 00:00
    leave\tfriday to next tuesday\t2026-11-27 00:00/2026-12-02 00:00
    leave\tuntil monday\tnow/2026-11-30 00:00 week 2026-11-30 back 2026-11-30
    leave\tt/m maandag\tnow/2026-12-01 00:00 week 2026-11-30
    leave\ttot vrijdagmiddag\tnow/2026-11-27 12:30
    leave\tfriday until 14:00\t2026-11-27 00:00/2026-11-27 14:00
    leave\tnow until friday\tnow/2026-11-27 00:00 back 2026-11-27
    leave\tvan nu tot 22:00\tnow/2026-11-25 22:00
    leave\tthursday afternoon to friday morning\t2026-11-26 12:30/2026-11-27 12:30
    leave\tmonday tuesday wednesday\t!tooMany
    leave\tfriday to\t!missing
    leave\tfrom\t!missing
    # Weeks.
    leave\tnext week\t2026-11-30 00:00/2026-12-07 00:00
    leave\tvolgende week\t2026-11-30 00:00/2026-12-07 00:00
    leave\tkomende week\t2026-11-30 00:00/2026-12-07 00:00
    leave\tthis week\tnow/2026-11-30 00:00
    leave\tdeze week\tnow/2026-11-30 00:00
    leave\tlast week\t!over 2026-11-23 00:00
    leave\tvrijdag t/m volgende week\t2026-11-27 00:00/2026-12-07 00:00
    leave\tuntil next week\tnow/2026-11-30 00:00 back 2026-11-30
    leave\ttot volgende week\tnow/2026-11-30 00:00 back 2026-11-30
    leave\tnext week monday to wednesday\t2026-11-30 00:00/2026-12-03 00:00
    leave\tnext month\t!unreadable next month
    leave\tend of the month\t!unreadable end
    leave\teinde van de maand\t!unreadable einde
    leave\tsoon\t!unreadable soon
    leave\tdecember\t!unreadable december
    leave\tuntil the end of the week\tnow/2026-11-30 00:00
    leave\ttot het einde van volgende week\tnow/2026-12-07 00:00
    leave\ttomorrow until the end of friday\t2026-11-26 00:00/2026-11-28 00:00
    leave\tuntil the end of the month\t!unreadable month
    leave\tfrom friday until further notice\t!endless
    plan\telke vrijdag tot nader bericht\tfri 00:00-24:00 from now first 2026-11-27
    # So far from now, and for so long.
    leave\tin 2 weeks\t2026-12-09 00:00/2026-12-10 00:00
    leave\tover 2 weken\t2026-12-09 00:00/2026-12-10 00:00
    leave\tover twee weken\t2026-12-09 00:00/2026-12-10 00:00
    leave\tin a week\t2026-12-02 00:00/2026-12-03 00:00
    leave\tover een maand\t2026-12-25 00:00/2026-12-26 00:00
    leave\tfor 3 days\tnow/2026-11-28 00:00
    leave\tvoor 3 dagen\tnow/2026-11-28 00:00
    leave\t3 dagen\tnow/2026-11-28 00:00
    leave\tfor the next 3 days\tnow/2026-11-28 00:00
    leave\tde komende 3 dagen\tnow/2026-11-28 00:00
    leave\ttomorrow for 3 days\t2026-11-26 00:00/2026-11-29 00:00
    leave\tmorgen voor drie dagen\t2026-11-26 00:00/2026-11-29 00:00
    leave\t3 days from monday\t2026-11-30 00:00/2026-12-03 00:00
    leave\t3 dagen vanaf maandag\t2026-11-30 00:00/2026-12-03 00:00
    leave\t24-12 for 2 weeks\t2026-12-24 00:00/2027-01-07 00:00
    leave\t31-12 for 2 months\t2026-12-31 00:00/2027-02-28 00:00
    leave\tfriday 9:00 for 2 hours\t2026-11-27 09:00/2026-11-27 11:00
    leave\tvrijdag om 9 uur voor 2 uur\t2026-11-27 09:00/2026-11-27 11:00
    leave\tfor 2 hours\tnow/2026-11-25 22:00
    leave\tfriday for 2 hours\t!missing
    leave\tfriday 12:00 for 2 days\t2026-11-27 12:00/2026-11-29 12:00
    leave\tmonday to friday for 3 days\t!tooMany
    leave\tfor 4 months\tnow/2027-03-25 00:00 lasts 120
    leave\tmonday until in 2 hours\t!backwards
    # What has been.
    leave\tyesterday\t!over 2026-11-25 00:00
    leave\teergisteren\t!over 2026-11-24 00:00
    leave\tyesterday to friday\tnow/2026-11-28 00:00 began 2026-11-24
    leave\tgisteren t/m morgen\tnow/2026-11-27 00:00 began 2026-11-24
    leave\tlast monday to friday\tnow/2026-11-28 00:00 began 2026-11-23
    leave\t23-11 27-11\tnow/2026-11-28 00:00 began 2026-11-23
    leave\t24-11\t2027-11-24 00:00/2027-11-25 00:00 year 2027-11-24 begins 364
    leave\t20 weeks ago\t!over 2026-07-09 00:00
    leave\ttoday 9:00 10:00\t!over 2026-11-25 10:00
    leave\t22:00 21:00\t!backwards
    leave\t21:00 21:00\t!nolength
    leave\tevery friday\t!comesBack every
    leave\tmondays\t!comesBack mondays
    leave\t\t!missing
    # When somebody is back.
    back\tmonday\t2026-11-30 00:00
    back\tmaandag 9 uur\t2026-11-30 09:00
    back\tfriday afternoon\t2026-11-27 12:30
    back\tnext week\t2026-11-30 00:00
    back\tvolgende week\t2026-11-30 00:00
    back\tkomende woensdag\t2026-12-02 00:00
    back\twoensdag\t2026-12-02 00:00 week 2026-12-02
    back\t4-1\t2027-01-04 00:00 year 2027-01-04
    back\t25-11\t2027-11-25 00:00 year 2027-11-25 lasts 365
    back\tin 2 hours\t2026-11-25 22:00
    back\tover 2 uur\t2026-11-25 22:00
    back\tin half an hour\t2026-11-25 20:30
    back\t3 days\t2026-11-28 00:00
    back\tover 2 weken\t2026-12-09 00:00
    back\t22\t2026-11-25 22:00
    back\t9\t!passed
    back\ttoday\t!passed
    back\tgisteren\t!passed
    back\tvrijdag 5 december\t!weekday 2026-12-05
    back\tmonday tuesday\t!tooMany
    back\tevery monday\t!comesBack every
    # Looking back and ahead.
    past\tyesterday 18:05\t2026-11-24 18:05
    past\tgisteren om 18.05\t2026-11-24 18:05
    past\tgisteravond\t2026-11-24 18:00
    past\teergisteren 9:00\t2026-11-23 09:00
    past\tday before yesterday\t2026-11-23 00:00
    past\tmonday 9:00\t2026-11-23 09:00
    past\tlast monday 9:00\t2026-11-23 09:00
    past\tvorige maandag 9:00\t2026-11-23 09:00
    past\tafgelopen vrijdag 17:00\t2026-11-20 17:00
    past\tlast week friday\t2026-11-20 00:00
    past\tlast wednesday\t2026-11-18 00:00
    past\t2 hours ago\t2026-11-25 18:00
    past\t2 uur geleden\t2026-11-25 18:00
    past\teen half uur geleden\t2026-11-25 19:30
    past\t2 weeks ago\t2026-11-11 00:00
    past\t3 dagen geleden 9:00\t2026-11-22 09:00
    past\ttuesday 24-11 18:05\t2026-11-24 18:05
    past\t25-10 12:00\t2026-10-25 12:00
    past\t1 mei 12:00\t2027-05-01 12:00 year 2027-05-01
    past\t9\t2026-11-25 09:00
    past\tnow\tnow
    ahead\tmonday 9:00\t2026-11-30 09:00
    ahead\twednesday\t2026-11-25 00:00
    ahead\twednesday 19:00\t2026-12-02 19:00
    ahead\t24-11\t2027-11-24 00:00
    ahead\tfriday 27 november 9:00\t2026-11-27 09:00
    ahead\tnoonish\t!unreadable noonish
    # Since when.
    since\tmonday\t2026-11-23 00:00
    since\twednesday\t2026-11-25 00:00
    since\tsinds maandag\t2026-11-23 00:00
    since\t24-12\t2025-12-24 00:00
    since\tlast week\t2026-11-16 00:00
    since\tthis week\t2026-11-23 00:00
    since\tvorige week\t2026-11-16 00:00
    since\t3 days\t2026-11-22 00:00
    since\tlast 7 days\t2026-11-18 00:00
    since\tafgelopen 7 dagen\t2026-11-18 00:00
    since\t2 weken geleden\t2026-11-11 00:00
    since\t2 months ago\t2026-09-25 00:00
    since\t2026-10-01\t2026-10-01 00:00
    since\t21:00\t!notYet
    since\ttomorrow\t!notYet
    since\t2027-01-01\t!notYet
    since\tfriday 20 november\t2026-11-20 00:00
    # One day.
    day\tfriday\t2026-11-27
    day\twednesday\t2026-11-25
    day\t25-12\t2026-12-25
    day\t4 januari\t2027-01-04 year 2027-01-04
    day\tvolgende week vrijdag\t2026-12-04
    day\tfriday 9:00\t!dayOnly
    day\t9:00\t!missing
    day\tmonday tuesday\t!tooMany
    # A pause.
    pause\t45m\t2026-11-25 20:45
    pause\t1u\t2026-11-25 21:00
    pause\t1 uur\t2026-11-25 21:00
    pause\t1u30\t2026-11-25 21:30
    pause\t1 uur 30 min\t2026-11-25 21:30
    pause\t2 hours\t2026-11-25 22:00
    pause\teen half uur\t2026-11-25 20:30
    pause\thalf an hour\t2026-11-25 20:30
    pause\tfor 20 minutes\t2026-11-25 20:20
    pause\tvoor een kwartier\t2026-11-25 20:15
    pause\tanderhalf uur\t2026-11-25 21:30
    pause\téén uur\t2026-11-25 21:00
    pause\ttwee uur\t2026-11-25 22:00
    pause\tuntil 21:30\t2026-11-25 21:30
    pause\ttot half tien\t!passed
    pause\ttot 22 uur\t2026-11-25 22:00
    pause\t45\t!unreadable 45
    pause\t30s\t!unreadable 30s
    pause\t2 dagen\t!unreadable 2 dagen
    pause\tvanavond\t!unreadable vanavond
    pause\t\t!missing
    # Hours that come back.
    plan\tevery friday afternoon\tfri 12:30-18:00 from now first 2026-11-27 no end
    plan\telke vrijdagmiddag\tfri 12:30-18:00 from now first 2026-11-27 no end
    plan\tfriday afternoons\tfri 12:30-18:00 from now first 2026-11-27 no end
    plan\tvrijdagmiddagen\tfri 12:30-18:00 from now first 2026-11-27 no end
    plan\t's vrijdags\tfri 00:00-24:00 from now first 2026-11-27 no end
    plan\tevery monday and every friday\tmon 00:00-24:00 fri 00:00-24:00 from now first 2026-11-27 no end
    plan\telke maandag en om de week op dinsdag\t!tooMany
    plan\tfridays\tfri 00:00-24:00 from now first 2026-11-27 no end
    plan\top vrijdagen van 9 tot 12\tfri 09:00-12:00 from now first 2026-11-27 no end
    plan\tevery other monday from 9 to 12\tmon 09:00-12:00 every 2 from now first 2026-11-30 no end
    plan\tom de week op dinsdag\ttue 00:00-24:00 every 2 from now first 2026-12-01 no end
    plan\tevery 3 weeks on tuesday\ttue 00:00-24:00 every 3 from now first 2026-12-01 no end
    plan\tevery 52 weeks on tuesday\ttue 00:00-24:00 every 52 from now first 2026-12-01 no end
    plan\tevery 53 weeks on tuesday\t!rhythm
    plan\tevery 60 weeks friday\t!rhythm
    plan\telke 60 weken vrijdag\t!rhythm
    plan\tevery 3 months monday\t!rhythm
    plan\tevery month\t!rhythm
    plan\telke maand op maandag\t!rhythm
    plan\tevery 3 days\t!rhythm
    plan\tom de 3 dagen\t!rhythm
    plan\tom de 3 weken op dinsdag\ttue 00:00-24:00 every 3 from now first 2026-12-01 no end
    plan\tevery other week on tuesday from 1 december\ttue 00:00-24:00 every 2 from 2026-12-01 00:00 first 2026-12-01 no end
    plan\tmondays and fridays\tmon 00:00-24:00 fri 00:00-24:00 from now first 2026-11-27 no end
    plan\tmaandagen en vrijdagen\tmon 00:00-24:00 fri 00:00-24:00 from now first 2026-11-27 no end
    plan\tevery monday and wednesday afternoon\tmon 12:30-18:00 wed 12:30-18:00 from now first 2026-11-30 no end
    plan\tevery monday morning and friday\tmon 06:00-12:30 fri 00:00-24:00 from now first 2026-11-27 no end
    plan\tevery monday to friday from 9 to 10\tmon 09:00-10:00 tue 09:00-10:00 wed 09:00-10:00 thu 09:00-10:00 fri 09:00-10:00 from now first 2026-11-26 no end
    plan\telke werkdag van 9 tot 10\tmon 09:00-10:00 tue 09:00-10:00 wed 09:00-10:00 thu 09:00-10:00 fri 09:00-10:00 from now first 2026-11-26 no end
    plan\tevery wednesday\twed 00:00-24:00 from now first 2026-11-25 no end
    plan\tevery wednesday from 9 to 12\twed 09:00-12:00 from now first 2026-12-02 no end
    plan\tevery monday from 9 to 12 and 13 to 17\tmon 09:00-12:00 mon 13:00-17:00 from now first 2026-11-30 no end
    plan\tevery friday until 1 march\tfri 00:00-24:00 from now until 2027-03-01 00:00 first 2026-11-27 year 2027-03-01
    plan\telke vrijdag t/m 18 december\tfri 00:00-24:00 from now until 2026-12-19 00:00 first 2026-11-27
    plan\tevery friday from 4 december through 18 december\tfri 00:00-24:00 from 2026-12-04 00:00 until 2026-12-19 00:00 first 2026-12-04
    plan\telke vrijdagmiddag vanaf 1 januari\tfri 12:30-18:00 from 2027-01-01 00:00 first 2027-01-01 year 2027-01-01 no end
    plan\tevery friday for 8 weeks\tfri 00:00-24:00 from now until 2027-01-20 00:00 first 2026-11-27
    plan\tevery friday from 1 november\tfri 00:00-24:00 from now first 2026-11-27 began 2026-11-01 no end
    plan\tevery monday from 1 dec to 31 dec from 9 to 12\tmon 09:00-12:00 from 2026-12-01 00:00 until 2027-01-01 00:00 first 2026-12-07
    plan\tevery monday from tuesday 1 dec to sunday 6 dec\t!never mon 2026-12-01 2026-12-06
    plan\telke maandag van dinsdag 1 december tot en met zondag 6 december\t!never mon 2026-12-01 2026-12-06
    plan\tevery friday until tomorrow\t!never fri 2026-11-25 2026-11-25
    plan\tevery friday until yesterday\t!backwards
    plan\tevery friday from 12 to 9\t!hours 12:00 09:00
    plan\tevery friday from 9\t!missingEnd
    plan\tevery\t!missing
    plan\tevery week\t!missing
    plan\tevery friday and\t!missing
    plan\tevery monday and monday\t!tooMany
    plan\tevery first monday of the month\t!unreadable first
    plan\tfriday\t2026-11-27 00:00/2026-11-28 00:00
    # Around the end of a year.
    now\t2026-12-31 23:59
    leave\ttomorrow\t2027-01-01 00:00/2027-01-02 00:00
    leave\t1 januari\t2027-01-01 00:00/2027-01-02 00:00 year 2027-01-01
    leave\t31-12 t/m 1-1\tnow/2027-01-02 00:00 year 2027-01-01
    leave\tvrijdag\t2027-01-01 00:00/2027-01-02 00:00
    now\t2027-01-02 10:00
    leave\t30-12 5-1\tnow/2027-01-06 00:00 began 2026-12-30
    leave\twoensdag 30 december t/m 5 januari\tnow/2027-01-06 00:00 began 2026-12-30
    leave\twoensdag 30 december\t!over 2026-12-31 00:00
    past\t30-12 18:05\t2026-12-30 18:05 year 2026-12-30
    since\t1 december\t2026-12-01 00:00
    back\t2 januari 12:00\t2027-01-02 12:00
    # A leap day.
    now\t2028-02-28 10:00
    leave\t29-2\t2028-02-29 00:00/2028-03-01 00:00
    leave\t29 feb t/m 1 mrt\t2028-02-29 00:00/2028-03-02 00:00
    leave\ttomorrow and 1-3\t2028-02-29 00:00/2028-03-02 00:00
    leave\tin 2 dagen\t2028-03-01 00:00/2028-03-02 00:00
    leave\tin 12 months\t2029-02-28 00:00/2029-03-01 00:00
    now\t2028-02-29 10:00
    leave\tover 12 maanden\t2029-02-28 00:00/2029-03-01 00:00
    # Clocks go forward in the night to Sunday 28 March 2027, and back in the one to Sunday 31 October 2027.
    now\t2027-03-27 10:00
    leave\tzondag van 2:30 tot 4:00\t2027-03-28 03:00/2027-03-28 04:00 skipped 03:00
    leave\tzondag 2:10 2:50\t!nolength
    leave\tsunday 1:30 for 1 hour\t2027-03-28 01:30/2027-03-28 03:30
    leave\tzondag 1:30 3:30\t2027-03-28 01:30/2027-03-28 03:30
    plan\tevery sunday from 2 to 4 for 2 weeks\tsun 02:00-04:00 from now until 2027-04-10 00:00 first 2027-03-28
    now\t2027-10-30 10:00
    leave\tzondag 1:30 2:30\t2027-10-31 01:30/2027-10-31 02:30 doubled 02:30
    leave\tmorgen\t2027-10-31 00:00/2027-11-01 00:00
    leave\tsunday 1:30 for 3 hours\t2027-10-31 01:30/2027-10-31 03:30
    # Monday in the morning, before work.
    now\t2026-11-30 07:00
    leave\tmonday\tnow/2026-12-01 00:00
    leave\tkomende maandag\t2026-12-07 00:00/2026-12-08 00:00
    leave\tnext monday\t2026-12-07 00:00/2026-12-08 00:00 week 2026-12-07
    leave\tmonday 6:00 6:30\t2026-12-07 06:00/2026-12-07 06:30 week 2026-12-07
    leave\tthursday to next friday\t2026-12-03 00:00/2026-12-12 00:00 week 2026-12-11
    leave\tvanmiddag\t2026-11-30 12:30/2026-11-30 18:00
    leave\tvanochtend\tnow/2026-11-30 12:30
    leave\t9 to 12\t2026-11-30 09:00/2026-11-30 12:00
    back\tvanmiddag\t2026-11-30 12:30
    past\tmonday 6:00\t2026-11-30 06:00
    past\tmonday 8:00\t2026-11-23 08:00
    past\tlast monday\t2026-11-23 00:00
    plan\tevery monday morning\tmon 06:00-12:30 from now first 2026-11-30 no end
    plan\tom de week op maandagochtend\tmon 06:00-12:30 every 2 from now first 2026-11-30 no end
    # An hour that comes twice: the first of them; and one that is skipped: when the clock is set forward.
    now\t2026-10-20 10:00
    leave\t25-10 01:30 25-10 02:30\t2026-10-25 01:30/2026-10-25 02:30 doubled 02:30
    leave\t25-10 02:30 25-10 03:30\t2026-10-25 02:30/2026-10-25 03:30 doubled 02:30
    leave\t25-10 03:00 25-10 05:00\t2026-10-25 03:00/2026-10-25 05:00
    leave\t25-10\t2026-10-25 00:00/2026-10-26 00:00
    back\t25-10 02:00\t2026-10-25 02:00 doubled 02:00
    ahead\t25-10 02:59\t2026-10-25 02:59 doubled 02:59
    now\t2027-03-20 10:00
    leave\t28-3 02:30 28-3 05:00\t2027-03-28 03:00/2027-03-28 05:00 skipped 03:00
    leave\t28-3 01:00 28-3 02:00\t2027-03-28 01:00/2027-03-28 03:00 skipped 03:00
    back\t28-3 02:59\t2027-03-28 03:00 skipped 03:00
    back\t28-3 03:00\t2027-03-28 03:00
    now\t2027-03-30 10:00
    past\t28-3 02:30\t2027-03-28 03:00 skipped 03:00
    since\t28-3 02:30\t2027-03-28 03:00 skipped 03:00
    since\t2027-03-28T02:30:00+01:00\t2027-03-28 03:30
    """
