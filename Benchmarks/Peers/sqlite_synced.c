#include "measure.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static int open_table(const char *path, sqlite3 **db, sqlite3_stmt **insert) {
  int error = sqlite3_open(path, db);
  if (error) return error;
  const char *setup =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "CREATE TABLE record (position INTEGER PRIMARY KEY, body BLOB NOT NULL);";
  if ((error = sqlite3_exec(*db, setup, NULL, NULL, NULL))) return error;
  return sqlite3_prepare_v2(*db, "INSERT INTO record VALUES (?, ?)", -1, insert, NULL);
}

// One row; outside BEGIN and COMMIT a statement is a transaction of its own.
static int insert_one(sqlite3_stmt *insert, uint64_t position, const void *record, size_t bytes) {
  int error = sqlite3_bind_int64(insert, 1, (sqlite3_int64)position);
  if (!error) error = sqlite3_bind_blob64(insert, 2, record, bytes, SQLITE_STATIC);
  if (error) return error;
  int step = sqlite3_step(insert);
  error = sqlite3_reset(insert);
  return step == SQLITE_DONE ? error : (error ? error : SQLITE_ERROR);
}

peer_result peer_sqlite_synced_inserts(
  const char *path, size_t record_bytes, uint64_t count, double seconds
) {
  if (!count && seconds <= 0) return measure_failure(EINVAL);
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;
  measure_samples samples = {0};
  unsigned char *record = malloc(record_bytes ? record_bytes : 1);
  int error = record ? open_table(path, &db, &insert) : ENOMEM;
  uint64_t done = 0;
  double begun = measure_now(), now = begun;
  if (!error) memset(record, 0x5a, record_bytes);
  while (!error && !measure_over(done, count, now - begun, seconds)) {
    if ((error = insert_one(insert, done, record, record_bytes))) break;
    double after = measure_now();
    error = measure_add(&samples, after - now);
    now = after;
    done++;
  }
  double median = measure_median(&samples);
  peer_result result = error ? measure_failure(error) : measure_result(done, now - begun);
  if (!error) result.median_microseconds = median;
  sqlite3_finalize(insert);
  sqlite3_close(db);
  if (!error) result.bytes_on_disk = measure_file(path);
  free(record);
  return result;
}
