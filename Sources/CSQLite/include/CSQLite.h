#include <sqlite3.h>

/// Lets a connection close without moving the log into the database (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE; sqlite3_db_config is variadic, which
/// Swift cannot call). Returns SQLite's result code.
int sqlite_no_checkpoint_on_close(sqlite3 *connection);
