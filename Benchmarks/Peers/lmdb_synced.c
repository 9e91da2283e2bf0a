#include "measure.h"

#include <errno.h>
#include <lmdb.h>
#include <stdlib.h>
#include <string.h>

static int put_one(MDB_env *env, MDB_dbi db, uint64_t position, void *record, size_t bytes) {
  MDB_txn *txn;
  int error = mdb_txn_begin(env, NULL, 0, &txn);
  if (error) return error;
  uint64_t big = __builtin_bswap64(position);
  MDB_val key = {sizeof big, &big}, value = {bytes, record};
  if ((error = mdb_put(txn, db, &key, &value, MDB_APPEND))) {
    mdb_txn_abort(txn);
    return error;
  }
  return mdb_txn_commit(txn);
}

static int open_one(const char *directory, MDB_env **env, MDB_dbi *db) {
  MDB_txn *txn;
  int error = mdb_env_create(env);
  if (error) return error;
  if ((error = mdb_env_set_mapsize(*env, (size_t)16 << 30))) return error;
  if ((error = mdb_env_open(*env, directory, 0, 0644))) return error;
  if ((error = mdb_txn_begin(*env, NULL, 0, &txn))) return error;
  if ((error = mdb_dbi_open(txn, NULL, 0, db))) {
    mdb_txn_abort(txn);
    return error;
  }
  return mdb_txn_commit(txn);
}

peer_result peer_lmdb_synced_puts(
  const char *directory, size_t record_bytes, uint64_t count, double seconds
) {
  if (!count && seconds <= 0) return measure_failure(EINVAL);
  MDB_env *env = NULL;
  MDB_dbi db = 0;
  measure_samples samples = {0};
  unsigned char *record = malloc(record_bytes ? record_bytes : 1);
  int error = record ? open_one(directory, &env, &db) : ENOMEM;
  uint64_t done = 0;
  double begun = measure_now(), now = begun;
  if (!error) memset(record, 0x5a, record_bytes);
  while (!error && !measure_over(done, count, now - begun, seconds)) {
    if ((error = put_one(env, db, done, record, record_bytes))) break;
    double after = measure_now();
    error = measure_add(&samples, after - now);
    now = after;
    done++;
  }
  double median = measure_median(&samples);
  peer_result result = error ? measure_failure(error) : measure_result(done, now - begun);
  if (!error) result.median_microseconds = median;
  if (!error) result.bytes_on_disk = measure_environment(directory);
  if (env) mdb_env_close(env);
  free(record);
  return result;
}
