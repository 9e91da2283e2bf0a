// What libFuzzer's library offers to programs that have a main of their own
// (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Runs the fuzzer with the options in `argv`, calling back with every input.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *bytes, size_t count));
