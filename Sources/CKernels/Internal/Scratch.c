#include <stdlib.h>

#include "Table.h"

// Kept by each thread for its next call; a product must not pay for fresh pages each time.
static _Thread_local struct {
  void *memory;
  size_t size;
} scratch[NK_SCRATCHES];

void *nk_scratch(int which, size_t size) {
  if (scratch[which].size >= size) return scratch[which].memory;
  const size_t rounded = (size + size / 4 + 4095) / 4096 * 4096;
  free(scratch[which].memory);
  scratch[which].memory = aligned_alloc(64, rounded);
  scratch[which].size = scratch[which].memory ? rounded : 0;
  return scratch[which].memory;
}
