#include "measure.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct peer_facts {
  sqlite3 *db;
  sqlite3_stmt *insert, *close, *plan, *first, *series;
  int error;
};

static const char *setup =
  "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;"
  "PRAGMA mmap_size=17179869184;"
  "CREATE TABLE action (id INTEGER PRIMARY KEY, plan INTEGER NOT NULL);"
  "CREATE INDEX action_plan ON action (plan);"
  "CREATE TABLE field (id INTEGER PRIMARY KEY);"
  "CREATE TABLE fact (action INTEGER, field INTEGER, day INTEGER, position INTEGER,"
  "  recorded_from INTEGER, recorded_until INTEGER, value,"
  "  PRIMARY KEY (action, field, day, position, recorded_from)) WITHOUT ROWID;"
  "INSERT INTO field VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10);"
  "CREATE TABLE month (day INTEGER PRIMARY KEY); BEGIN;";

// The last row of each field that is live: a descent in the primary key, row by row over what is not.
static const char *plan_sql =
  "SELECT a.id, f.id, (SELECT x.value FROM fact x WHERE x.action = a.id AND x.field = f.id"
  "   AND x.day <= ?2 AND x.recorded_from <= ?3 AND x.recorded_until > ?3"
  "   ORDER BY x.day DESC, x.position DESC LIMIT 1)"
  " FROM action a CROSS JOIN field f WHERE a.plan = ?1";

// The first deadline, the first start; how often the deadline was moved.
static const char *first_sql =
  "SELECT a.id, (SELECT x.value FROM fact x WHERE x.action = a.id AND x.field = 8"
  "   AND x.day <= ?2 AND x.recorded_from <= ?3 AND x.recorded_until > ?3"
  "   ORDER BY x.day, x.position LIMIT 1),"
  " (SELECT x.day FROM fact x WHERE x.action = a.id AND x.field = 12"
  "   AND x.day <= ?2 AND x.recorded_from <= ?3 AND x.recorded_until > ?3"
  "   ORDER BY x.day, x.position LIMIT 1),"
  " (SELECT count(*) FROM fact x WHERE x.action = a.id AND x.field = 11"
  "   AND x.day <= ?2 AND x.recorded_from <= ?3 AND x.recorded_until > ?3)"
  " FROM action a WHERE a.plan = ?1";

static const char *series_sql =
  "SELECT m.day, (SELECT x.value FROM fact x WHERE x.action = a.id AND x.field = 6"
  "   AND x.day <= m.day AND x.recorded_from <= ?1 AND x.recorded_until > ?1"
  "   ORDER BY x.day DESC, x.position DESC LIMIT 1) AS status, count(*)"
  " FROM month m CROSS JOIN action a GROUP BY m.day, status";

peer_facts *peer_facts_open(const char *path) {
  peer_facts *facts = calloc(1, sizeof *facts);
  if (!facts) return NULL;
  if (!(facts->error = sqlite3_open(path, &facts->db))
    && !(facts->error = sqlite3_exec(facts->db, setup, NULL, NULL, NULL)))
    facts->error = sqlite3_prepare_v2(
      facts->db, "INSERT INTO fact VALUES (?,?,?,?,?,9223372036854775807,?)", -1, &facts->insert,
      NULL);
  if (!facts->error)
    facts->error = sqlite3_prepare_v2(
      facts->db,
      "UPDATE fact SET recorded_until = ?4 WHERE action = ?1 AND day = ?2 AND position = ?3"
      " AND field IN (1,2,3,4,5,6,7,8,9,10,11,12) AND recorded_until > ?4", -1, &facts->close, NULL);
  return facts;
}

static void run(peer_facts *facts, sqlite3_stmt *statement) {
  int step = sqlite3_step(statement);
  int error = sqlite3_reset(statement);
  if (step != SQLITE_DONE && !facts->error) facts->error = error ? error : SQLITE_ERROR;
}

void peer_facts_action(peer_facts *facts, int64_t action, int64_t plan) {
  char sql[128];
  snprintf(sql, sizeof sql, "INSERT INTO action VALUES (%lld, %lld)", (long long)action,
    (long long)plan);
  int error = sqlite3_exec(facts->db, sql, NULL, NULL, NULL);
  if (error && !facts->error) facts->error = error;
}

void peer_facts_add(
  peer_facts *facts, int64_t action, int field, int64_t day, int64_t position,
  int64_t recorded_from, const void *value, size_t bytes
) {
  sqlite3_bind_int64(facts->insert, 1, action);
  sqlite3_bind_int64(facts->insert, 2, field);
  sqlite3_bind_int64(facts->insert, 3, day);
  sqlite3_bind_int64(facts->insert, 4, position);
  sqlite3_bind_int64(facts->insert, 5, recorded_from);
  sqlite3_bind_blob64(facts->insert, 6, value, bytes, SQLITE_STATIC);
  run(facts, facts->insert);
}

void peer_facts_end(
  peer_facts *facts, int64_t action, int64_t day, int64_t position, int64_t recorded_until
) {
  sqlite3_bind_int64(facts->close, 1, action);
  sqlite3_bind_int64(facts->close, 2, day);
  sqlite3_bind_int64(facts->close, 3, position);
  sqlite3_bind_int64(facts->close, 4, recorded_until);
  run(facts, facts->close);
}

int peer_facts_ready(peer_facts *facts, const int64_t *months, size_t count) {
  char sql[96];
  for (size_t i = 0; i < count && !facts->error; i++) {
    snprintf(sql, sizeof sql, "INSERT INTO month VALUES (%lld)", (long long)months[i]);
    facts->error = sqlite3_exec(facts->db, sql, NULL, NULL, NULL);
  }
  if (!facts->error) facts->error = sqlite3_exec(facts->db, "COMMIT; ANALYZE;", NULL, NULL, NULL);
  if (!facts->error) facts->error = sqlite3_prepare_v2(facts->db, plan_sql, -1, &facts->plan, NULL);
  if (!facts->error)
    facts->error = sqlite3_prepare_v2(facts->db, first_sql, -1, &facts->first, NULL);
  if (!facts->error)
    facts->error = sqlite3_prepare_v2(facts->db, series_sql, -1, &facts->series, NULL);
  return facts->error;
}

// Reads each column of each row, as a caller would.
static uint64_t read_rows(peer_facts *facts, sqlite3_stmt *statement) {
  uint64_t rows = 0;
  int step;
  volatile unsigned char sink = 0;
  while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(statement); column++) {
      if (sqlite3_column_type(statement, column) == SQLITE_BLOB) {
        const unsigned char *bytes = sqlite3_column_blob(statement, column);
        int count = sqlite3_column_bytes(statement, column);
        if (bytes && count) sink ^= bytes[count - 1];
      } else {
        sink ^= (unsigned char)sqlite3_column_int64(statement, column);
      }
    }
    rows++;
  }
  int error = sqlite3_reset(statement);
  if (step != SQLITE_DONE && !facts->error) facts->error = error ? error : SQLITE_ERROR;
  return rows;
}

uint64_t peer_facts_plan(peer_facts *facts, int64_t plan, int64_t day, int64_t position) {
  uint64_t rows = 0;
  sqlite3_stmt *statements[] = {facts->plan, facts->first};
  for (int i = 0; i < 2; i++) {
    sqlite3_bind_int64(statements[i], 1, plan);
    sqlite3_bind_int64(statements[i], 2, day);
    sqlite3_bind_int64(statements[i], 3, position);
    rows += read_rows(facts, statements[i]);
  }
  return rows;
}

uint64_t peer_facts_series(peer_facts *facts, int64_t position) {
  sqlite3_bind_int64(facts->series, 1, position);
  return read_rows(facts, facts->series);
}

int peer_facts_close(peer_facts *facts) {
  int error = facts->error;
  sqlite3_stmt *all[] = {
    facts->insert, facts->close, facts->plan, facts->first, facts->series};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
  sqlite3_close(facts->db);
  free(facts);
  return error;
}
