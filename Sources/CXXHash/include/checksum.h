// A C face of XXH3 (xxhash.h, header only).
#pragma once
#include <stddef.h>
#include <stdint.h>

/// XXH3 of 64 bits over some bytes, mixed with that over the key that they are kept under.
uint64_t xxhash_of_entry(
    const void *key, size_t key_length, const void *bytes, size_t length);
