#include "measure.h"

#include <errno.h>
#include <lmdb.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum {
  DIGEST = 32,
  SALT = 32,
  LEAVES_PER_TILE = 256,
  EVENTS_PER_STREAM = 300,
  TYPES = 40,
  DAYS = 6939,
  LATEST = 730,
};

// The databases, in the order in which they are opened.
enum { RECORDS, TEXTS, IDS, STREAMS, KINDS, EFFECTIVE, TILES, DATABASES };
static const char *const names[DATABASES] = {
  "records", "texts", "ids", "streams", "types", "effective", "tiles",
};

// Keys as they stand in the database: packed, big-endian, so that bytes sort as numbers do.
typedef struct __attribute__((packed)) { uint8_t id[16]; uint64_t position; } id_entry;
typedef struct __attribute__((packed)) {
  char subject[28];
  uint32_t revision;
  uint64_t position;
} stream_entry;
typedef struct __attribute__((packed)) { uint16_t type; uint64_t position; } kind_entry;
typedef struct __attribute__((packed)) { uint32_t day; uint64_t position; } effective_entry;

typedef struct {
  MDB_env *env;
  MDB_txn *txn;
  MDB_cursor *cursors[DATABASES];
  EVP_MD *sha256;
  EVP_MD_CTX *digest;
  uint8_t *record, *text;
  uint32_t *revisions;
  // The other indexes, where they are to be sorted first.
  id_entry *ids;
  stream_entry *streams;
  kind_entry *kinds;
  effective_entry *effective;
} bulk;

// splitmix64: fast, and the same events each time.
static uint64_t next_random(uint64_t *state) {
  uint64_t z = (*state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static int hash(
  bulk *b, uint8_t prefix, const void *first, size_t first_bytes, const void *second,
  size_t second_bytes, uint8_t out[DIGEST]
) {
  return EVP_DigestInit_ex2(b->digest, b->sha256, NULL) && EVP_DigestUpdate(b->digest, &prefix, 1)
      && EVP_DigestUpdate(b->digest, first, first_bytes)
      && EVP_DigestUpdate(b->digest, second, second_bytes)
      && EVP_DigestFinal_ex(b->digest, out, NULL)
    ? 0
    : EIO;
}

static int put(
  bulk *b, int database, const void *key, size_t key_bytes, const void *value, size_t value_bytes,
  unsigned flags
) {
  MDB_val k = {key_bytes, (void *)key}, v = {value_bytes, (void *)value};
  return mdb_cursor_put(b->cursors[database], &k, &v, flags);
}

#define COMPARE(type, bytes)                                                                       \
  static int compare_##type(const void *a, const void *b) { return memcmp(a, b, bytes); }
COMPARE(id_entry, 16)
COMPARE(stream_entry, 32)
COMPARE(kind_entry, 10)
COMPARE(effective_entry, 12)

static int put_id(bulk *b, const id_entry *e, unsigned flags) {
  return put(b, IDS, e->id, 16, &e->position, 8, flags);
}
static int put_stream(bulk *b, const stream_entry *e, unsigned flags) {
  return put(b, STREAMS, e, 32, &e->position, 8, flags);
}
static int put_kind(bulk *b, const kind_entry *e, unsigned flags) {
  return put(b, KINDS, e, 10, "", 0, flags);
}
static int put_effective(bulk *b, const effective_entry *e, unsigned flags) {
  return put(b, EFFECTIVE, e, 12, "", 0, flags);
}

static int put_sorted(bulk *b, uint64_t events) {
  qsort(b->ids, events, sizeof *b->ids, compare_id_entry);
  qsort(b->streams, events, sizeof *b->streams, compare_stream_entry);
  qsort(b->kinds, events, sizeof *b->kinds, compare_kind_entry);
  qsort(b->effective, events, sizeof *b->effective, compare_effective_entry);
  int error = 0;
  for (uint64_t i = 0; !error && i < events; i++) error = put_id(b, b->ids + i, MDB_APPEND);
  for (uint64_t i = 0; !error && i < events; i++) error = put_stream(b, b->streams + i, MDB_APPEND);
  for (uint64_t i = 0; !error && i < events; i++) error = put_kind(b, b->kinds + i, MDB_APPEND);
  for (uint64_t i = 0; !error && i < events; i++)
    error = put_effective(b, b->effective + i, MDB_APPEND);
  return error;
}

static int append_all(
  bulk *b, uint64_t events, size_t record_bytes, size_t text_bytes, peer_id_order order,
  peer_index_order indexes
) {
  uint64_t state = 1, streams = events / EVENTS_PER_STREAM + 1;
  uint8_t tile[LEAVES_PER_TILE * DIGEST], node[DIGEST] = {0}, salt[SALT];
  int error = 0;
  for (uint64_t position = 0; position < events; position++) {
    uint64_t one = next_random(&state), two = next_random(&state);
    uint64_t place = __builtin_bswap64(position);
    // A text beside the record, the commitment to it within.
    for (int i = 0; i < SALT / 8; i++) {
      uint64_t salted = next_random(&state);
      memcpy(salt + 8 * i, &salted, 8);
    }
    memcpy(b->text, &one, 8);
    if ((error = hash(b, 2, salt, SALT, b->text, text_bytes, b->record + 8))) return error;
    memcpy(b->record, &two, 8);
    // The leaf and one node above it (RFC 9162 §2.1): a tree has a node for each leaf but one.
    uint8_t *leaf = tile + position % LEAVES_PER_TILE * DIGEST;
    if ((error = hash(b, 0, b->record, record_bytes, "", 0, leaf))) return error;
    if ((error = hash(b, 1, node, DIGEST, leaf, DIGEST, node))) return error;
    if ((error = put(b, RECORDS, &place, 8, b->record, record_bytes, MDB_APPEND))) return error;
    if ((error = put(b, TEXTS, &place, 8, b->text, text_bytes, MDB_APPEND))) return error;
    if (position % LEAVES_PER_TILE == LEAVES_PER_TILE - 1
      && (error = put(b, TILES, &place, 8, tile, sizeof tile, MDB_APPEND)))
      return error;

    uint64_t stream = one % streams, day = position * DAYS / events + LATEST;
    if (two % 5 == 0) day -= (two >> 8) % LATEST;
    id_entry id = {.position = place};
    uint64_t head = order == PEER_IDS_RANDOM ? two : __builtin_bswap64(position << 16);
    memcpy(id.id, &head, 8);
    memcpy(id.id + 8, &one, 8);
    stream_entry entry = {
      .revision = __builtin_bswap32(++b->revisions[stream]), .position = place};
    memcpy(entry.subject, "plan/LV-0000/action/", 20);
    uint64_t name = __builtin_bswap64(stream);
    memcpy(entry.subject + 20, &name, 8);
    // Few types make most events: the lower of two throws.
    uint64_t type = (one >> 32) % TYPES, other = (two >> 32) % TYPES;
    kind_entry kind = {__builtin_bswap16((uint16_t)(type < other ? type : other)), place};
    effective_entry effective = {__builtin_bswap32((uint32_t)day ^ 0x80000000u), place};
    if (indexes == PEER_INDEXES_SORTED) {
      b->ids[position] = id;
      b->streams[position] = entry;
      b->kinds[position] = kind;
      b->effective[position] = effective;
      continue;
    }
    unsigned flags = order == PEER_IDS_TIME_ORDERED ? MDB_APPEND : 0;
    if ((error = put_id(b, &id, flags)) || (error = put_stream(b, &entry, 0))
      || (error = put_kind(b, &kind, 0)) || (error = put_effective(b, &effective, 0)))
      return error;
  }
  return indexes == PEER_INDEXES_SORTED ? put_sorted(b, events) : 0;
}

static int prepare(
  bulk *b, const char *directory, uint64_t events, size_t record_bytes, size_t text_bytes,
  peer_index_order indexes
) {
  b->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  b->digest = EVP_MD_CTX_new();
  b->record = calloc(1, record_bytes);
  b->text = malloc(text_bytes);
  b->revisions = calloc(events / EVENTS_PER_STREAM + 1, sizeof *b->revisions);
  if (!b->sha256 || !b->digest || !b->record || !b->text || !b->revisions) return ENOMEM;
  memset(b->text, 'a', text_bytes);
  if (indexes == PEER_INDEXES_SORTED) {
    b->ids = malloc(events * sizeof *b->ids);
    b->streams = malloc(events * sizeof *b->streams);
    b->kinds = malloc(events * sizeof *b->kinds);
    b->effective = malloc(events * sizeof *b->effective);
    if (!b->ids || !b->streams || !b->kinds || !b->effective) return ENOMEM;
  }
  int error;
  // Half-full pages of the indexes and whole pages for long values: twice the bytes is enough.
  size_t map = ((size_t)64 << 20) + events * (record_bytes + text_bytes + 512) * 2;
  if ((error = mdb_env_create(&b->env)) || (error = mdb_env_set_maxdbs(b->env, DATABASES))
    || (error = mdb_env_set_mapsize(b->env, map))
    || (error = mdb_env_open(b->env, directory, 0, 0644)))
    return error;
  return 0;
}

static int begin(bulk *b) {
  int error = mdb_txn_begin(b->env, NULL, 0, &b->txn);
  for (int i = 0; !error && i < DATABASES; i++) {
    MDB_dbi db;
    error = mdb_dbi_open(b->txn, names[i], MDB_CREATE, &db);
    if (!error) error = mdb_cursor_open(b->txn, db, &b->cursors[i]);
  }
  return error;
}

static int end(bulk *b, int error) {
  for (int i = 0; i < DATABASES; i++)
    if (b->cursors[i]) mdb_cursor_close(b->cursors[i]);
  if (!b->txn) return error;
  if (!error) return mdb_txn_commit(b->txn);
  mdb_txn_abort(b->txn);
  return error;
}

static void release(bulk *b) {
  if (b->env) mdb_env_close(b->env);
  EVP_MD_CTX_free(b->digest);
  EVP_MD_free(b->sha256);
  free(b->record);
  free(b->text);
  free(b->revisions);
  free(b->ids);
  free(b->streams);
  free(b->kinds);
  free(b->effective);
}

peer_result peer_lmdb_bulk(
  const char *directory, uint64_t events, size_t record_bytes, size_t text_bytes,
  peer_id_order ids, peer_index_order indexes
) {
  // A record holds at least its commitment, a text at least the word that makes it its own.
  if (!events || record_bytes < 8 + DIGEST || text_bytes < 8) return measure_failure(EINVAL);
  bulk b = {0};
  int error = prepare(&b, directory, events, record_bytes, text_bytes, indexes);
  double begun = measure_now();
  if (!error) {
    error = begin(&b);
    if (!error) error = append_all(&b, events, record_bytes, text_bytes, ids, indexes);
    error = end(&b, error);
  }
  peer_result result =
    error ? measure_failure(error) : measure_result(events, measure_now() - begun);
  if (!error) result.bytes_on_disk = measure_environment(directory);
  release(&b);
  return result;
}
