/// Before main: opens /dev/null in the place of standard input, output or error where somebody closed it, so that no file or socket that
/// is opened later takes that number and gets what is meant for people.
void standard_streams_open(void);
