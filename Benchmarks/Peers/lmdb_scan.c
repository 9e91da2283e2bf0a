#include "measure.h"

#include <errno.h>
#include <lmdb.h>
#include <string.h>

// Reads every word of a value, so that no page stays unread; the sum keeps the compiler honest.
static uint64_t read_all(MDB_val value) {
  const char *bytes = value.mv_data;
  uint64_t sum = 0, word;
  size_t at = 0;
  for (; at + 8 <= value.mv_size; at += 8) {
    memcpy(&word, bytes + at, 8);
    sum += word;
  }
  for (; at < value.mv_size; at++) sum += (unsigned char)bytes[at];
  return sum;
}

static int pass(MDB_txn *txn, MDB_dbi db, uint64_t *records, volatile uint64_t *sum) {
  MDB_cursor *cursor;
  MDB_val key, value;
  int error = mdb_cursor_open(txn, db, &cursor);
  if (error) return error;
  uint64_t found = 0, total = 0;
  while (!(error = mdb_cursor_get(cursor, &key, &value, MDB_NEXT))) {
    total += read_all(value);
    found++;
  }
  mdb_cursor_close(cursor);
  *records += found;
  *sum += total;
  return error == MDB_NOTFOUND ? 0 : error;
}

peer_result peer_lmdb_scan(const char *directory, unsigned passes) {
  if (!passes) return measure_failure(EINVAL);
  MDB_env *env = NULL;
  MDB_txn *txn = NULL;
  MDB_dbi db;
  uint64_t records = 0;
  volatile uint64_t sum = 0;
  int error;
  if (!(error = mdb_env_create(&env)) && !(error = mdb_env_set_maxdbs(env, 8))
    && !(error = mdb_env_open(env, directory, MDB_RDONLY, 0644))
    && !(error = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn))
    && !(error = mdb_dbi_open(txn, "records", 0, &db)))
    error = pass(txn, db, &records, &sum);
  records = 0;
  double begun = measure_now();
  for (unsigned i = 0; !error && i < passes; i++) error = pass(txn, db, &records, &sum);
  peer_result result =
    error ? measure_failure(error) : measure_result(records, measure_now() - begun);
  if (!error) result.bytes_on_disk = measure_environment(directory);
  if (txn) mdb_txn_abort(txn);
  if (env) mdb_env_close(env);
  return result;
}
