#include <sqlite3.h>
#include <stdint.h>

/// Has a connection close without moving the log into the database (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE; sqlite3_db_config is variadic, which
/// Swift cannot call), or, with 0, with that again. Returns SQLite's result code.
int sqlite_no_checkpoint_on_close(sqlite3 *connection, int is_left);

/// Has whatever a connection does interrupted once the monotonic clock shows so many milliseconds; 0: not any more.
void sqlite_interrupt_at(sqlite3 *connection, long milliseconds);

/// What the monotonic clock shows, in milliseconds.
long monotonic_milliseconds(void);

/// The number of a parameter of a statement that is written as $1, $2 and on: to SQLite these are names, and the place of each is that where the
/// statement has it first. Of others it is the place itself.
int sqlite_parameter_number(sqlite3_stmt *statement, int place);

/// Binds a copy of a text, up to a NUL in it, which no text of the ledger has (SQLITE_TRANSIENT is a cast that Swift does not import). Returns SQLite's
/// result code.
int sqlite_bind_copy(sqlite3_stmt *statement, int place, const char *text, int length);

/// What the log of a database is to have, as all connections know it by their shared memory.
struct sqlite_log {
    /// How many pages are in it.
    uint32_t frames;
    /// So many of them, from the first on, are in the database, too.
    uint32_t moved;
    /// In bytes.
    uint32_t page_size;
    /// What tells this log from those before it.
    unsigned char salts[8];
    /// The checksum of the last frame.
    uint32_t sums[2];
};

/// Looks what the log of a connection is to have. Nobody else may use the connection meanwhile. Returns whether that is known.
int sqlite_log_look(sqlite3 *connection, struct sqlite_log *log);

/// How many bytes the file of such a log has at least.
long sqlite_log_length(const struct sqlite_log *log);

/// Whether a file has all frames of a log but the first so many, each as it was written.
int sqlite_log_is_sound(int file, const struct sqlite_log *log, uint32_t from);

/// The checksum of a database's file, but for the place in its head where that is kept; never 0. Returns 0 where the file cannot be read.
uint32_t sqlite_copy_sum(int file);
