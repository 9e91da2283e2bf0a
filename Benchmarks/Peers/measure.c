#include "measure.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

double measure_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int measure_add(measure_samples *samples, double seconds) {
  if (samples->count == samples->capacity) {
    size_t capacity = samples->capacity ? samples->capacity * 2 : 4096;
    float *grown = realloc(samples->microseconds, capacity * sizeof *grown);
    if (!grown) return ENOMEM;
    samples->microseconds = grown;
    samples->capacity = capacity;
  }
  samples->microseconds[samples->count++] = (float)(seconds * 1e6);
  return 0;
}

static int ascending(const void *left, const void *right) {
  float a = *(const float *)left, b = *(const float *)right;
  return (a > b) - (a < b);
}

double measure_median(measure_samples *samples) {
  double median = 0;
  if (samples->count) {
    qsort(samples->microseconds, samples->count, sizeof(float), ascending);
    median = samples->microseconds[samples->count / 2];
  }
  free(samples->microseconds);
  *samples = (measure_samples){0};
  return median;
}

int measure_over(uint64_t done, uint64_t count, double elapsed, double seconds) {
  return (count && done >= count) || (seconds > 0 && elapsed >= seconds);
}

uint64_t measure_file(const char *path) {
  struct stat found;
  return stat(path, &found) == 0 ? (uint64_t)found.st_blocks * 512 : 0;
}

uint64_t measure_environment(const char *directory) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/data.mdb", directory);
  return length > 0 && (size_t)length < sizeof path ? measure_file(path) : 0;
}

peer_result measure_result(uint64_t operations, double seconds) {
  return (peer_result){
    .operations = operations,
    .seconds = seconds,
    .per_second = seconds > 0 ? (double)operations / seconds : 0,
  };
}

peer_result measure_failure(int error) { return (peer_result){.error = error}; }
