story Sickness is never refused; the answer tells who gets the calls, and what nobody covers

directory office
at 2026-11-25 10:00
as mbakker sick --until "tomorrow 12:00"
  You are reported sick until Thursday 26 November 2026 12:00.
  No client's calls come to you first in that time.
as sjansen sick --until 17:00
  You are reported sick until Wednesday 25 November 2026 17:00.
  Nobody is there for:
    Lyceumgroep Oost: Wednesday 25 November 2026, 10:00 to 17:00; could stand in: Joke de Vries
# Sick anew: the new one takes the place of the old.
as sjansen sick --until 12:00
  You are reported sick since Wednesday 25 November 2026 10:00 (absence 2), and that goes on until Wednesday 25 November 2026 12:00.
  …
as manager absences
  1  Mark Bakker: sickness from 10:00 until Thursday 26 November 12:00
  2  Samira Jansen: sickness today, 10:00 to 12:00
# A pause inside of it ends, and he is away all the same.
as mbakker pause 45m
  Noted: a pause until 10:45 (absence 3).
  You are away until Thursday 26 November 2026 12:00: sickness 1 until Thursday 26 November 2026 12:00 is still there; majorctl change or cancel shortens it (1).
  …
