#include "Strided.h"

#include <string.h>

NKView nk_view(int rank, const ptrdiff_t *shape, int operands, const ptrdiff_t *const *strides) {
  NKView v = {.rank = 0, .operands = operands, .count = 1};
  for (int d = 0; d < rank; d++) {
    v.count *= shape[d];
    if (shape[d] == 1) continue;
    // Merges with the dim before when for every operand a step there is this whole dim.
    int merge = v.rank > 0;
    for (int o = 0; merge && o < operands; o++) merge = v.strides[o][v.rank - 1] == strides[o][d] * shape[d];
    const int at = merge ? v.rank - 1 : v.rank++;
    v.shape[at] = merge ? v.shape[at] * shape[d] : shape[d];
    for (int o = 0; o < operands; o++) v.strides[o][at] = strides[o][d];
  }
  if (v.rank == 0) {
    v.rank = 1;
    v.shape[0] = 1;
    for (int o = 0; o < operands; o++) v.strides[o][0] = 1;
  }
  return v;
}

/// Where an element stands: its position in each dim, and the offset of each operand there.
typedef struct Odometer {
  ptrdiff_t at[NK_MAX_RANK], offset[NK_MAX_OPERANDS];
} Odometer;

static Odometer odometer_at(const NKView *v, ptrdiff_t element) {
  Odometer w = {0};
  for (int d = v->rank - 1; d >= 0 && element > 0; d--) {
    w.at[d] = element % v->shape[d];
    element /= v->shape[d];
    for (int o = 0; o < v->operands; o++) w.offset[o] += w.at[d] * v->strides[o][d];
  }
  return w;
}

/// Steps over `count` elements of the last dim, at most to its end.
static void odometer_advance(const NKView *v, Odometer *w, ptrdiff_t count) {
  int d = v->rank - 1;
  w->at[d] += count;
  for (int o = 0; o < v->operands; o++) w->offset[o] += count * v->strides[o][d];
  while (d > 0 && w->at[d] == v->shape[d]) {
    for (int o = 0; o < v->operands; o++) w->offset[o] += v->strides[o][d - 1] - v->shape[d] * v->strides[o][d];
    w->at[d] = 0;
    w->at[--d] += 1;
  }
}

#define COPY_RUN(type)                                                                                               \
  {                                                                                                                  \
    const type *from = (const type *)base + offset;                                                                  \
    type *to = (type *)out + done;                                                                                   \
    if (stride == 1)                                                                                                 \
      memcpy(to, from, (size_t)run * sizeof(type));                                                                  \
    else                                                                                                             \
      for (ptrdiff_t i = 0; i < run; i++) to[i] = from[i * stride];                                                  \
  }

void nk_view_gather(const NKView *v, int operand, size_t size, const void *base, ptrdiff_t begin, ptrdiff_t end,
                    void *out) {
  Odometer w = odometer_at(v, begin);
  const ptrdiff_t last = v->shape[v->rank - 1], stride = v->strides[operand][v->rank - 1];
  for (ptrdiff_t done = 0; done < end - begin;) {
    ptrdiff_t run = last - w.at[v->rank - 1];
    if (run > end - begin - done) run = end - begin - done;
    const ptrdiff_t offset = w.offset[operand];
    switch (size) {
      case 1: COPY_RUN(uint8_t) break;
      case 4: COPY_RUN(uint32_t) break;
      default: COPY_RUN(uint64_t) break;
    }
    done += run;
    odometer_advance(v, &w, run);
  }
}

void nk_view_runs(const NKView *v, const size_t *sizes, const void *const *bases, ptrdiff_t begin, ptrdiff_t end,
                  void (*body)(void *context, const NKRun *run), void *context) {
  const int inner = v->rank - 1;
  int direct = v->rank == 1 || v->shape[inner] >= 32;
  for (int o = 0; o < v->operands; o++) direct &= v->strides[o][inner] == 0 || v->strides[o][inner] == 1;
  NKRun run;
  if (direct) {
    Odometer w = odometer_at(v, begin);
    for (ptrdiff_t done = begin; done < end;) {
      run.begin = done;
      run.count = v->shape[inner] - w.at[inner];
      if (run.count > end - done) run.count = end - done;
      for (int o = 0; o < v->operands; o++) {
        run.operand[o] = (const char *)bases[o] + w.offset[o] * (ptrdiff_t)sizes[o];
        run.step[o] = v->strides[o][inner] != 0;
      }
      body(context, &run);
      done += run.count;
      odometer_advance(v, &w, run.count);
    }
    return;
  }
  _Alignas(64) char gathered[NK_MAX_OPERANDS][NK_GATHER * 8];
  for (ptrdiff_t done = begin; done < end; done += run.count) {
    run.begin = done;
    run.count = end - done < NK_GATHER ? end - done : NK_GATHER;
    for (int o = 0; o < v->operands; o++) {
      nk_view_gather(v, o, sizes[o], bases[o], done, done + run.count, gathered[o]);
      run.operand[o] = gathered[o];
      run.step[o] = 1;
    }
    body(context, &run);
  }
}
