/* Debian's libical. */
#include <libical/ical.h>
