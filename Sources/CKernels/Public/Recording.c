// Recordings: the launches of kernels as they were made, to be made again without the code that led to them.
//
// A launch is a body, its context by value, and how its work may be shared. A context must hold all that its body reads
// but the arrays: no pointer into the caller's stack. Kernels that are not such launches spoil the recording that runs.

#include <stdlib.h>
#include <string.h>

#include "../Internal/Runtime.h"

/// Launches stand one after the other, each followed by its context.
typedef struct Launch {
  void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end);
  ptrdiff_t count, grain;
  double cost;
  size_t size;  // with the context
  int is_alone;
} Launch;

struct NKRecording {
  char *launches;
  size_t used, capacity;
  int is_spoilt;
};

_Thread_local NKRecording *nk_current_recording;

NKRecording *nk_recording_create(void) { return calloc(1, sizeof(NKRecording)); }

void nk_recording_destroy(NKRecording *recording) {
  if (!recording) return;
  if (nk_current_recording == recording) nk_current_recording = NULL;
  free(recording->launches);
  free(recording);
}

void nk_record(NKRecording *recording) { nk_current_recording = recording; }
size_t nk_recording_size(const NKRecording *recording) { return recording->used; }
int nk_recording_is_spoilt(const NKRecording *recording) { return recording->is_spoilt; }

void nk_spoil_recording(void) {
  if (nk_current_recording) nk_current_recording->is_spoilt = 1;
}

void nk_append_launch(ptrdiff_t count, ptrdiff_t grain, double cost,
                      void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), const void *context, size_t size) {
  NKRecording *recording = nk_current_recording;
  const size_t whole = (sizeof(Launch) + size + 15) / 16 * 16;
  if (recording->used + whole > recording->capacity) {
    const size_t capacity = 2 * recording->capacity + whole + 4096;
    char *larger = aligned_alloc(64, (capacity + 63) / 64 * 64);
    if (!larger) {
      recording->is_spoilt = 1;
      return;
    }
    if (recording->used) memcpy(larger, recording->launches, recording->used);
    free(recording->launches);
    recording->launches = larger;
    recording->capacity = capacity;
  }
  Launch *launch = (Launch *)(recording->launches + recording->used);
  *launch = (Launch){.body = body, .count = count, .grain = grain, .cost = cost, .size = whole,
                     .is_alone = (double)count * cost < nk_sharing_threshold() || count <= grain};
  memcpy(launch + 1, context, size);
  recording->used += whole;
}

void nk_replay(const NKRecording *recording, size_t begin, size_t end) {
  const char *at = recording->launches + begin, *const last = recording->launches + end;
  while (at < last) {
    const Launch *launch = (const Launch *)at;
    // Bodies only read their context.
    void *context = (void *)(launch + 1);
    if (launch->is_alone)
      launch->body(context, 0, launch->count);
    else
      nk_share(launch->count, launch->grain, launch->cost, launch->body, context);
    at += launch->size;
  }
}

/// The only launch in begin..<end, or NULL.
static Launch *single(NKRecording *recording, size_t begin, size_t end) {
  Launch *launch = (Launch *)(recording->launches + begin);
  return begin < end && begin + launch->size == end ? launch : NULL;
}

int nk_recording_join(NKRecording *recording, size_t product, size_t product_end, size_t unary, size_t unary_end) {
  Launch *first = single(recording, product, product_end), *second = single(recording, unary, unary_end);
  NKUnary op;
  const void *x;
  void *y;
  double a, b;
  if (!first || !second || !nk_unary_of_launch(second->body, second + 1, &op, &x, &y, &a, &b)) return 0;
  return nk_product_computes(first->body, first + 1, second->count, op, x, y, a, b);
}

void nk_recording_redirect(NKRecording *recording, size_t begin, size_t end, const void *old, size_t size,
                           const void *now) {
  const uintptr_t first = (uintptr_t)old;
  for (char *at = recording->launches + begin, *const last = recording->launches + end; at < last;) {
    const size_t whole = ((const Launch *)at)->size;
    // Contexts consist of words; one that is an address within the old array can be nothing else.
    for (size_t word = sizeof(Launch); word + sizeof(uintptr_t) <= whole; word += sizeof(uintptr_t)) {
      uintptr_t value;
      memcpy(&value, at + word, sizeof value);
      if (value - first >= size) continue;
      value = value - first + (uintptr_t)now;
      memcpy(at + word, &value, sizeof value);
    }
    at += whole;
  }
}
