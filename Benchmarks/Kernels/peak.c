// What the processor can do at most: multiply-adds that stay in registers, on each thread at once.

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "bench.h"

#define SUMS 12
#define STEPS 4000

typedef float V16 __attribute__((ext_vector_type(16)));
typedef float V8 __attribute__((ext_vector_type(8)));

/// One slice: STEPS multiply-adds on each of SUMS registers of its width.
#define SLICE(name, type, width, processor)                                                                          \
  __attribute__((target(processor), noinline)) static double name(void) {                                            \
    type sums[SUMS];                                                                                                 \
    for (int i = 0; i < SUMS; i++) sums[i] = (type)(float)i;                                                         \
    const type near_one = (type)0.999f, small = (type)1e-3f;                                                         \
    for (int step = 0; step < STEPS; step++) {                                                                       \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < SUMS; i++) {                                            \
        sums[i] = __builtin_elementwise_fma(sums[i], near_one, small);                                               \
        __asm__ volatile("" : "+x"(sums[i]));                                                                        \
      }                                                                                                              \
    }                                                                                                                \
    return 2.0 * width * SUMS * STEPS;                                                                               \
  }
#if defined(__x86_64__)
SLICE(slice_512, V16, 16, "avx512f")
SLICE(slice_256, V8, 8, "avx2,fma")
#endif

static _Atomic int waiting;

static double now(void) {
  struct timespec t;
  timespec_get(&t, TIME_UTC);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void *best_slice(void *result) {
  double (*slice)(void) = NULL;
#if defined(__x86_64__)
  slice = __builtin_cpu_supports("avx512f") ? slice_512 : __builtin_cpu_supports("fma") ? slice_256 : NULL;
#endif
  double *best = result;
  atomic_fetch_sub(&waiting, 1);
  while (atomic_load(&waiting) > 0) {
  }
  if (!slice) return NULL;
  const double end = now() + 5e7;
  for (double begin = now(); begin < end;) {
    const double work = slice(), then = now(), rate = work / (then - begin);
    if (rate > *best) *best = rate;
    begin = then;
  }
  return NULL;
}

double multiply_add_peak(int threads) {
  pthread_t others[256];
  double rates[256] = {0}, sum = 0;
  if (threads > 256) threads = 256;
  atomic_store(&waiting, threads);
  int started = 1;
  while (started < threads && !pthread_create(&others[started], NULL, best_slice, &rates[started])) started++;
  atomic_fetch_sub(&waiting, threads - started);
  best_slice(&rates[0]);
  for (int i = 1; i < started; i++) pthread_join(others[i], NULL);
  for (int i = 0; i < started; i++) sum += rates[i];
  return sum;
}
