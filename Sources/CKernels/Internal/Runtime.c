#include "Runtime.h"

#include <stdatomic.h>
#include <stdlib.h>

// MARK: - Paths

static const NKPathTable *const all_paths[] = {
    &nk_baseline_table,
#if defined(__x86_64__)
    &nk_avx2_table,
    &nk_avx512_table,
#endif
};

static int supported(const NKPathTable *path) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (path == &nk_avx2_table) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (path == &nk_avx512_table)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
#endif
  return path == &nk_baseline_table;
}

int nk_path_count(void) {
  int count = 0;
  while (count < (int)(sizeof(all_paths) / sizeof(all_paths[0])) && supported(all_paths[count])) count++;
  return count;
}

const char *nk_path_name(int path) { return path >= 0 && path < nk_path_count() ? all_paths[path]->name : NULL; }

static _Atomic(const NKPathTable *) current;

const NKPathTable *nk_current_table(void) {
  const NKPathTable *table = atomic_load_explicit(&current, memory_order_relaxed);
  if (table) return table;
  // Threads that come here together store the same.
  table = all_paths[nk_path_count() - 1];
  atomic_store_explicit(&current, table, memory_order_relaxed);
  return table;
}

int nk_path(void) {
  int path = 0;
  while (all_paths[path] != nk_current_table()) path++;
  return path;
}

int nk_set_path(int path) {
  if (path < 0 || path >= nk_path_count()) return 0;
  atomic_store_explicit(&current, all_paths[path], memory_order_relaxed);
  return 1;
}

// MARK: - Interruption

struct nk_wish {
  _Atomic int raised;
};

static _Thread_local const nk_wish *heard;

nk_wish *nk_wish_make(void) { return calloc(1, sizeof(nk_wish)); }

void nk_wish_free(nk_wish *wish) { free(wish); }

void nk_wish_raise(nk_wish *wish, int raised) {
  if (wish) atomic_store_explicit(&wish->raised, raised != 0, memory_order_relaxed);
}

int nk_wish_is_raised(const nk_wish *wish) {
  return wish && atomic_load_explicit(&wish->raised, memory_order_relaxed);
}

const nk_wish *nk_hear(const nk_wish *wish) {
  const nk_wish *before = heard;
  heard = wish;
  return before;
}

const nk_wish *nk_heard(void) { return heard; }

int nk_interrupted(void) { return nk_wish_is_raised(heard); }
