// A peer of operations.py, which speaks to it line by line:
//
//     load COUNT FILE      the arrays x and y, one after the other
//     run NAME SIZE FILE   runs an operation and writes what it gives
//     time NAME SIZE MS    the least nanoseconds of a call within so many milliseconds
//     peak                 GFLOP/s of multiply-adds that stay in registers

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "operations.h"

/// Nanoseconds of a slice: short, so that on a busy machine some slices are left alone.
#define SLICE 5e4
#define LARGEST (1 << 24)

static double now(void) {
  struct timespec t;
  timespec_get(&t, TIME_UTC);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double least(const Operation *operation, ptrdiff_t size, const Arrays *arrays, double milliseconds) {
  double best = 1e30, begin = now();
  const double end = begin + milliseconds * 1e6;
  long times = 1;
  for (int round = 0; round < 3 || begin < end; round++) {
    for (long t = 0; t < times; t++) operation->run(operation->parameter, size, arrays);
    const double then = now(), slice = then - begin;
    begin = then;
    if (slice < SLICE / 2 && times < 1 << 20)
      times *= 2;
    else if (slice / (double)times < best)
      best = slice / (double)times;
  }
  return best;
}

/// Zeros that begin with a line of the cache, as tensors do.
static float *lines_of(size_t count) {
  float *memory = aligned_alloc(64, count * sizeof(float));
  if (memory) memset(memory, 0, count * sizeof(float));
  return memory;
}

static const Operation *named(const char *name) {
  int count;
  const Operation *all = operations(&count);
  for (int i = 0; i < count; i++)
    if (!strcmp(all[i].name, name)) return &all[i];
  fprintf(stderr, "no operation %s\n", name);
  exit(2);
}

static void transfer(const char *path, const char *mode, float *const *pieces, int count, size_t size) {
  FILE *file = fopen(path, mode);
  size_t done = 0;
  for (int i = 0; file && i < count; i++)
    done += *mode == 'r' ? fread(pieces[i], sizeof(float), size, file) : fwrite(pieces[i], sizeof(float), size, file);
  if (!file || fclose(file) || done != size * (size_t)count) {
    fprintf(stderr, "%s: not %zu numbers\n", path, size * (size_t)count);
    exit(2);
  }
}

static int all_there_is(void) {
  int count;
  const Operation *all = operations(&count);
  const size_t size = LARGEST;
  float *memory = lines_of(3 * size);
  if (!memory) return 2;
  for (size_t i = 0; i < 2 * size; i++) memory[i] = (float)(i * 2654435761u % 1000003) / 250000.0f + (i < size ? -2.0f : 0);
  const Arrays arrays = {memory, memory + size, memory + 2 * size};
  for (int i = 0; i < count; i++) {
    for (ptrdiff_t n = all[i].is_product ? 8 : 100; n <= (all[i].is_product ? 1024 : 1000000);
         n *= all[i].is_product ? 2 : 100)
      printf("%s %td %.1f\n", all[i].name, n, least(&all[i], n, &arrays, 20));
  }
  free(memory);
  return 0;
}

int speed(int argc, char **argv) {
  if (argc > 0) nk_set_threads(atoi(argv[0]));
  if (argc > 1) nk_set_path(atoi(argv[1]));
  fprintf(stderr, "path %s, %d threads\n", nk_path_name(nk_path()), nk_threads());
  return all_there_is();
}

int serve(int argc, char **argv) {
  if (argc > 0) nk_set_threads(atoi(argv[0]));
  float *x = lines_of(LARGEST), *y = lines_of(LARGEST), *z = lines_of(LARGEST);
  if (!x || !y || !z) return 2;
  const Arrays arrays = {x, y, z};
  char line[4096], name[64], path[4000];
  long size;
  double milliseconds;
  while (fgets(line, sizeof(line), stdin)) {
    if (sscanf(line, "load %ld %3999s", &size, path) == 2 && size > 0 && size <= LARGEST) {
      transfer(path, "rb", (float *const[]){x, y}, 2, (size_t)size);
      printf("loaded\n");
    } else if (sscanf(line, "run %63s %ld %3999s", name, &size, path) == 3) {
      const Operation *operation = named(name);
      operation->run(operation->parameter, size, &arrays);
      transfer(path, "wb", (float *const[]){z}, 1, (size_t)operation->outputs(size));
      printf("written\n");
    } else if (sscanf(line, "time %63s %ld %lf", name, &size, &milliseconds) == 3) {
      printf("%.1f\n", least(named(name), size, &arrays, milliseconds));
    } else if (!strncmp(line, "peak", 4)) {
      printf("%.1f\n", multiply_add_peak(nk_threads()));
    } else {
      fprintf(stderr, "not understood: %s", line);
      return 2;
    }
    fflush(stdout);
  }
  free(x);
  free(y);
  free(z);
  return 0;
}
