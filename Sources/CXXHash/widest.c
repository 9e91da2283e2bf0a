#include "wide.h"

#if HAS_WIDE_XXH3
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// As in wide.c, for AVX-512: half as many steps a byte.
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#define XXH_INLINE_ALL
#define XXH_VECTOR 3 /* XXH_AVX512 */
#include <xxhash.h>

uint64_t xxh3_widest(const void *bytes, size_t length) { return XXH3_64bits(bytes, length); }
#pragma clang attribute pop
#endif
