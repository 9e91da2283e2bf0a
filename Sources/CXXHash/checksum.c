#include "checksum.h"
#include "wide.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static uint64_t of_value(const void *bytes, size_t length) {
#if HAS_WIDE_XXH3
  // Below that, XXH3 uses no vectors.
  if (length > 240) {
    if (__builtin_cpu_supports("avx512f")) return xxh3_widest(bytes, length);
    if (__builtin_cpu_supports("avx2")) return xxh3_wide(bytes, length);
  }
#endif
  return XXH3_64bits(bytes, length);
}

uint64_t xxhash_of_entry(
    const void *key, size_t key_length, const void *bytes, size_t length) {
  // The key's hash is turned, so that two equal runs of bytes do not cancel each other out.
  uint64_t of_key = XXH3_64bits(key, key_length);
  return of_value(bytes, length) ^ (of_key << 1 | of_key >> 63);
}
