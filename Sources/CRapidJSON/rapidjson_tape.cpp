#include "include/rapidjson_tape.h"

#include <cstdlib>
#include <cstring>
#include <new>

#include <rapidjson/rapidjson.h>

// Numbers are kept as their literals, so that none is too big: RapidJSON 1.1.0 measures them against
// a double all the same. What it then computes is never read (and wraps, by -fwrapv).
#define RAPIDJSON_PARSE_ERROR(code, offset)                 \
  do {                                                      \
    if ((code) != rapidjson::kParseErrorNumberTooBig) {     \
      RAPIDJSON_PARSE_ERROR_NORETURN(code, offset);         \
      RAPIDJSON_PARSE_ERROR_EARLY_RETURN_VOID;              \
    }                                                       \
  } while (false)

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace {

/// A growing array over malloc: no exceptions, nothing thrown when memory is short.
template <typename T>
struct Buffer {
  T *items = nullptr;
  size_t count = 0;
  size_t capacity = 0;

  ~Buffer() { std::free(items); }

  bool reserve(size_t extra) {
    if (capacity - count >= extra) return true;
    size_t wanted = capacity ? capacity : 256;
    while (wanted - count < extra) wanted *= 2;
    T *grown = static_cast<T *>(std::realloc(items, wanted * sizeof(T)));
    if (!grown) return false;
    items = grown;
    capacity = wanted;
    return true;
  }
};

}  // namespace

struct json_tape {
  Buffer<json_tape_value> values;
  Buffer<uint8_t> arena;
  Buffer<size_t> open;
  uint32_t depth_limit = 0;
  int refusal = JSON_TAPE_OK;

  bool push(uint32_t kind, const char *text, size_t length) {
    if (!values.reserve(1) || !arena.reserve(length + 1)) {
      refusal = JSON_TAPE_OUT_OF_MEMORY;
      return false;
    }
    if (length) std::memcpy(arena.items + arena.count, text, length);
    values.items[values.count++] = {kind, static_cast<uint32_t>(length), arena.count};
    arena.count += length;
    return true;
  }

  // RapidJSON 1.1.0 writes the escape of a low surrogate alone as the bytes ED B0 80…ED BF BF. The
  // text itself is checked to be UTF-8, so that such bytes can come from nowhere else.
  bool pushString(const char *text, size_t length) {
    for (size_t from = 0; from + 1 < length;) {
      const void *found = std::memchr(text + from, 0xED, length - from - 1);
      if (!found) break;
      from = static_cast<const char *>(found) - text + 1;
      if (static_cast<uint8_t>(text[from]) >= 0xA0) {
        refusal = JSON_TAPE_SYNTAX + rapidjson::kParseErrorStringUnicodeSurrogateInvalid;
        return false;
      }
    }
    return push(JSON_TAPE_STRING, text, length);
  }

  bool enter(uint32_t kind) {
    if (open.count >= depth_limit) {
      refusal = JSON_TAPE_TOO_DEEP;
      return false;
    }
    if (!open.reserve(1) || !push(kind, nullptr, 0)) {
      refusal = JSON_TAPE_OUT_OF_MEMORY;
      return false;
    }
    open.items[open.count++] = values.count - 1;
    return true;
  }

  bool leave(rapidjson::SizeType count) {
    values.items[open.items[--open.count]].length = count;
    return true;
  }

  // RapidJSON's handler concept.
  bool Null() { return push(JSON_TAPE_NULL, nullptr, 0); }
  bool Bool(bool value) { return push(value ? JSON_TAPE_TRUE : JSON_TAPE_FALSE, nullptr, 0); }
  bool RawNumber(const char *text, rapidjson::SizeType length, bool) {
    return push(JSON_TAPE_NUMBER, text, length);
  }
  bool String(const char *text, rapidjson::SizeType length, bool) {
    return pushString(text, length);
  }
  bool Key(const char *text, rapidjson::SizeType length, bool) {
    return pushString(text, length);
  }
  bool StartObject() { return enter(JSON_TAPE_OBJECT); }
  bool EndObject(rapidjson::SizeType count) { return leave(count); }
  bool StartArray() { return enter(JSON_TAPE_ARRAY); }
  bool EndArray(rapidjson::SizeType count) { return leave(count); }
  // Never called: numbers are kept as their literals.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }
};

extern "C" {

json_tape *json_tape_create(void) {
  void *memory = std::malloc(sizeof(json_tape));
  return memory ? new (memory) json_tape() : nullptr;
}

void json_tape_destroy(json_tape *tape) {
  if (!tape) return;
  tape->~json_tape();
  std::free(tape);
}

int json_tape_parse(
    json_tape *tape, const uint8_t *bytes, size_t count, bool is_utf8, uint32_t depth_limit,
    size_t *error_offset) {
  tape->values.count = 0;
  tape->arena.count = 0;
  tape->open.count = 0;
  tape->depth_limit = depth_limit;
  tape->refusal = JSON_TAPE_OK;
  *error_offset = 0;
  if (count >= UINT32_MAX) return JSON_TAPE_OUT_OF_MEMORY;

  constexpr unsigned flags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  constexpr unsigned validating = flags | rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream memory(reinterpret_cast<const char *>(bytes), count);
  rapidjson::Reader reader;
  rapidjson::ParseResult result = is_utf8 ? reader.Parse<flags>(memory, *tape)
                                          : reader.Parse<validating>(memory, *tape);
  if (result.IsError()) {
    *error_offset = result.Offset();
    if (tape->refusal != JSON_TAPE_OK) return tape->refusal;
    return JSON_TAPE_SYNTAX + static_cast<int>(result.Code());
  }
  // A NUL byte looks like the end of the text to RapidJSON; only the real end will do.
  if (memory.Tell() != count) {
    *error_offset = memory.Tell();
    return JSON_TAPE_SYNTAX + static_cast<int>(rapidjson::kParseErrorDocumentRootNotSingular);
  }
  return JSON_TAPE_OK;
}

const json_tape_value *json_tape_values(const json_tape *tape) { return tape->values.items; }

const uint8_t *json_tape_arena(const json_tape *tape) { return tape->arena.items; }

}  // extern "C"
