// XXH3 by the wider registers that most processors of these days have; the value is the same.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__clang__)
#define HAS_WIDE_XXH3 1
uint64_t xxh3_wide(const void *bytes, size_t length);
uint64_t xxh3_widest(const void *bytes, size_t length);
#else
#define HAS_WIDE_XXH3 0
#endif
