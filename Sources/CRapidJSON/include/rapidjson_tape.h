// A C face of RapidJSON's reader: one JSON text in, a flat tape of its values out.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  JSON_TAPE_NULL = 0,
  JSON_TAPE_FALSE = 1,
  JSON_TAPE_TRUE = 2,
  JSON_TAPE_NUMBER = 3,
  JSON_TAPE_STRING = 4,
  JSON_TAPE_ARRAY = 5,
  JSON_TAPE_OBJECT = 6
};

/// One value. Scalars: `offset` and `length` name bytes of the arena (a number keeps its literal).
/// Containers: `length` is the count of elements or members, which follow in order.
typedef struct {
  uint32_t kind;
  uint32_t length;
  uint64_t offset;
} json_tape_value;

typedef struct json_tape json_tape;

/// Why a text was refused.
enum {
  JSON_TAPE_OK = 0,
  JSON_TAPE_TOO_DEEP = 1,
  JSON_TAPE_OUT_OF_MEMORY = 2,
  JSON_TAPE_SYNTAX = 100  // plus RapidJSON's ParseErrorCode
};

/// A reusable parser; null when memory is short.
json_tape *json_tape_create(void);
void json_tape_destroy(json_tape *tape);

/// Parses exactly `count` bytes, which need not be validated again where `is_utf8`. On refusal
/// `*error_offset` is the byte where reading stopped.
int json_tape_parse(
    json_tape *tape, const uint8_t *bytes, size_t count, bool is_utf8, uint32_t depth_limit,
    size_t *error_offset);

const json_tape_value *json_tape_values(const json_tape *tape);
const uint8_t *json_tape_arena(const json_tape *tape);

#ifdef __cplusplus
}
#endif
