#include "checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t xxhash_of_entry(
    const void *key, size_t key_length, const void *bytes, size_t length) {
  // The key's hash is turned, so that two equal runs of bytes do not cancel each other out.
  uint64_t of_key = XXH3_64bits(key, key_length);
  return XXH3_64bits(bytes, length) ^ (of_key << 1 | of_key >> 63);
}
