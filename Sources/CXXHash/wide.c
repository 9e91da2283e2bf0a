#include "wide.h"

#if HAS_WIDE_XXH3
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// xxhash.h chooses its registers when it is compiled. Here it is compiled once more, each function for
// AVX2, and called only where the processor has that.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define XXH_INLINE_ALL
#define XXH_VECTOR 2 /* XXH_AVX2 */
#include <xxhash.h>

uint64_t xxh3_wide(const void *bytes, size_t length) { return XXH3_64bits(bytes, length); }
#pragma clang attribute pop
#endif
