#pragma once

// What the workloads are measured beside: the same machine and disk, driven by bare C.
//
// Every peer runs on an empty place (a directory that exists, or a file that does not yet), leaves
// its files for the caller to remove, and answers with a `peer_result`. Where a call of the library
// fails, `error` is its code (LMDB's, SQLite's or errno's, never 0) and the figures are 0.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  int error;                  // 0, or the code of the call that failed
  uint64_t operations;        // commits, events or records
  double seconds;             // of the work alone: opening and closing are not in it
  double per_second;          // operations / seconds
  double median_microseconds; // of one operation, where each was timed; else 0
  uint64_t bytes_on_disk;     // allocated, after the work
} peer_result;

// LMDB with its safe flags: one record of `record_bytes` a transaction, each synced, appended under
// sequential 8-byte big-endian keys. Ends after `count` commits or `seconds`, whichever comes first
// (0: no such limit; not both).
peer_result peer_lmdb_synced_puts(
  const char *directory, size_t record_bytes, uint64_t count, double seconds);

// SQLite, WAL and synchronous=FULL: one row of `record_bytes` a transaction, likewise.
peer_result peer_sqlite_synced_inserts(
  const char *path, size_t record_bytes, uint64_t count, double seconds);

// How events come to `peer_lmdb_bulk`.
typedef enum {
  PEER_IDS_TIME_ORDERED = 0, // as UUIDv7: the id index is appended to
  PEER_IDS_RANDOM = 1,       // as UUIDv4: it is inserted into all over
} peer_id_order;

typedef enum {
  PEER_INDEXES_AS_THEY_COME = 0, // five puts an event, in the events' order
  PEER_INDEXES_SORTED = 1,       // records and texts as they come, the other indexes sorted first
} peer_index_order;

// What a bulk append must do, and no more: in one transaction, `events` records by position, id →
// position, stream and revision → position (one stream for each 300 events), type and position,
// effective day and position (one in five late), one text of `text_bytes` (8 or more) beside each
// record of `record_bytes` (40 or more), and three SHA-256 an event: text commitment, record leaf,
// tree node. The leaves are stored in tiles of 256. Timed to the end of the synced commit.
peer_result peer_lmdb_bulk(
  const char *directory, uint64_t events, size_t record_bytes, size_t text_bytes,
  peer_id_order ids, peer_index_order indexes);

// A pass with a cursor over the records that `peer_lmdb_bulk` left in `directory`, `passes` times,
// each byte read. The first pass warms the cache and is not counted.
peer_result peer_lmdb_scan(const char *directory, unsigned passes);

// SQLite with facts on two clocks: a row is what one event says of one field of an action, with the
// day from which it holds and the positions between which it was believed. Its primary key leads to
// the last row of a field by a day; the pages are mapped and cached, nothing is synced.
//
// Fields 1 to 10 are those whose last row counts; 8 is the deadline, 6 the running status, 11 a moved
// deadline, 12 a start. Errors are kept and told at the end.
typedef struct peer_facts peer_facts;
peer_facts *peer_facts_open(const char *path);
void peer_facts_action(peer_facts *facts, int64_t action, int64_t plan);
void peer_facts_add(
  peer_facts *facts, int64_t action, int field, int64_t day, int64_t position,
  int64_t recorded_from, const void *value, size_t bytes);
// What was said at `day` and `position` is no longer believed from there on.
void peer_facts_end(
  peer_facts *facts, int64_t action, int64_t day, int64_t position, int64_t recorded_until);
// Commits and prepares the questions; `months` are the days of the series.
int peer_facts_ready(peer_facts *facts, const int64_t *months, size_t count);
// The states of a plan's actions at a point; how many rows they are.
uint64_t peer_facts_plan(peer_facts *facts, int64_t plan, int64_t day, int64_t position);
// The actions by running status on each of the months.
uint64_t peer_facts_series(peer_facts *facts, int64_t position);
int peer_facts_close(peer_facts *facts);

#ifdef __cplusplus
}
#endif
