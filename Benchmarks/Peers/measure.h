#pragma once

// Time, medians and results: what every peer needs to say how fast it was.

#include "peers.h"

// Seconds on the monotonic clock.
double measure_now(void);

// The durations of single operations, so that their median can be told.
typedef struct {
  float *microseconds;
  size_t count, capacity;
} measure_samples;

// Returns 0, or ENOMEM.
int measure_add(measure_samples *samples, double seconds);

// The median in microseconds; frees the samples.
double measure_median(measure_samples *samples);

// True once a run limited by `count` operations or by `seconds` (0: no such limit) is over.
int measure_over(uint64_t done, uint64_t count, double elapsed, double seconds);

// Bytes allocated on disk for a file, and for the data file of an LMDB directory.
uint64_t measure_file(const char *path);
uint64_t measure_environment(const char *directory);

peer_result measure_result(uint64_t operations, double seconds);
peer_result measure_failure(int error);
