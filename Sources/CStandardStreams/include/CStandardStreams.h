/// Before main: opens /dev/null in the place of standard input, output or error where somebody closed it, so that no file or socket that
/// is opened later takes that number and gets what is meant for people.
void standard_streams_open(void);

/// Writes what standard output still holds, and closes it: the last thing that a program does with it.
/// Returns 0 when everything that was ever printed could be written, else the error's number, or -1
/// where nobody knows it any more.
int standard_output_finish(void);
