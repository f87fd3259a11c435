#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../Internal/Runtime.h"
#include "../Internal/Strided.h"

/// Elements that a part begins at a multiple of.
#define GRAIN 1024
/// Nanoseconds for an element that moves by itself, roughly.
#define MOVED 0.4

// MARK: - Conversion and filling

int64_t nk_to_i64(double v) {
  if (v != v) return 0;
  if (v >= 9223372036854775808.0) return INT64_MAX;
  if (v < -9223372036854775808.0) return INT64_MIN;
  return (int64_t)v;
}

#define CONVERT(from, to_type, expression)                                                                           \
  {                                                                                                                  \
    const from *v = x;                                                                                               \
    to_type *w = y;                                                                                                  \
    for (ptrdiff_t i = 0; i < n; i++) w[i] = (to_type)(expression);                                                  \
  }
#define CONVERT_FROM(from, integer)                                                                                  \
  switch (to) {                                                                                                      \
    case NKTypeF32: CONVERT(from, float, v[i]) break;                                                                \
    case NKTypeF64: CONVERT(from, double, v[i]) break;                                                               \
    case NKTypeI64: CONVERT(from, int64_t, integer) break;                                                           \
    case NKTypeBool: CONVERT(from, uint8_t, v[i] != 0) break;                                                        \
  }

typedef struct CastCall {
  NKType from, to;
  const void *x;
  void *y;
} CastCall;

static void cast_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const CastCall *c = context;
  const NKType to = c->to;
  const ptrdiff_t n = end - begin;
  const void *x = nk_at(c->x, begin, c->from);
  void *y = nk_at(c->y, begin, to);
  switch (c->from) {
    case NKTypeF32: CONVERT_FROM(float, nk_to_i64(v[i])) break;
    case NKTypeF64: CONVERT_FROM(double, nk_to_i64(v[i])) break;
    case NKTypeI64: CONVERT_FROM(int64_t, v[i]) break;
    case NKTypeBool: CONVERT_FROM(uint8_t, v[i] != 0) break;
  }
}

void nk_cast(NKType from, NKType to, ptrdiff_t n, const void *x, void *y) {
  CastCall call = {from, to, x, y};
  NK_LAUNCH(n, GRAIN, MOVED, cast_part, &call);
}

#define FILL(element_type, element)                                                                                  \
  {                                                                                                                  \
    const element_type v = (element);                                                                                \
    for (ptrdiff_t i = 0; i < n; i++) ((element_type *)y)[i] = v;                                                    \
  }

typedef struct FillCall {
  NKType type;
  double value;
  void *y;
} FillCall;

static void fill_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const FillCall *c = context;
  const ptrdiff_t n = end - begin;
  void *y = (char *)c->y + begin * (ptrdiff_t)nk_size(c->type);
  switch (c->type) {
    case NKTypeF32: FILL(float, (float)c->value) break;
    case NKTypeF64: FILL(double, c->value) break;
    case NKTypeI64: FILL(int64_t, nk_to_i64(c->value)) break;
    case NKTypeBool: FILL(uint8_t, c->value != 0) break;
  }
}

void nk_fill(NKType type, ptrdiff_t n, double value, void *y) {
  FillCall call = {type, value, y};
  NK_LAUNCH(n, GRAIN, 0.05, fill_part, &call);
}

void nk_arange(NKType type, ptrdiff_t n, double start, double step, void *y) {
  nk_spoil_recording();
  const uint64_t first = (uint64_t)nk_to_i64(start), by = (uint64_t)nk_to_i64(step);
  for (ptrdiff_t i = 0; i < n; i++) {
    const double v = start + (double)i * step;
    switch (type) {
      case NKTypeF32: ((float *)y)[i] = (float)v; break;
      case NKTypeF64: ((double *)y)[i] = v; break;
      case NKTypeI64: ((int64_t *)y)[i] = (int64_t)(first + (uint64_t)i * by); break;
      case NKTypeBool: ((uint8_t *)y)[i] = v != 0; break;
    }
  }
}

// MARK: - Views

typedef struct CopyCall {
  NKView view;
  size_t size;
  const void *x;
  void *y;
} CopyCall;

static void copy_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const CopyCall *c = context;
  nk_view_gather(&c->view, 0, c->size, c->x, begin, end, (char *)c->y + (size_t)begin * c->size);
}

void nk_copy_from_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, const ptrdiff_t *strides,
                       void *y) {
  CopyCall call = {nk_view(rank, shape, 1, &strides), nk_size(type), x, y};
  NK_LAUNCH(call.view.count, GRAIN, MOVED, copy_part, &call);
}

static ptrdiff_t nk_elements(int rank, const ptrdiff_t *shape) {
  ptrdiff_t count = 1;
  for (int d = 0; d < rank; d++) count *= shape[d];
  return count;
}

static ptrdiff_t nk_line_offset(int rank, const ptrdiff_t *shape, const ptrdiff_t *strides, ptrdiff_t element) {
  ptrdiff_t offset = 0;
  for (int d = rank - 1; d >= 0; d--) {
    offset += element % shape[d] * strides[d];
    element /= shape[d];
  }
  return offset;
}

/// Lines that follow each other without gaps are one, up to this many elements.
#define LONGEST_LINE 4096

#define PUT_LINE(element_type, assign)                                                                               \
  {                                                                                                                  \
    const element_type *from = (const element_type *)x + at;                                                         \
    element_type *to = (element_type *)y + offset;                                                                   \
    for (ptrdiff_t i = 0; i < line; i++) to[i * stride] assign from[i];                                              \
  }

typedef struct PutCall {
  NKType type;
  int rank, accumulate;
  ptrdiff_t shape[NK_MAX_RANK], strides[NK_MAX_RANK];
  const void *x;
  void *y;
} PutCall;

/// Lines along the last dim, begin..<end of them in row-major order.
static void put_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const PutCall *c = context;
  const int rank = c->rank;
  const void *x = c->x;
  void *y = c->y;
  const ptrdiff_t line = rank ? c->shape[rank - 1] : 1, stride = rank ? c->strides[rank - 1] : 1;
  for (ptrdiff_t i = begin; i < end; i++) {
    const ptrdiff_t at = i * line, offset = nk_line_offset(rank, c->shape, c->strides, at);
    if (stride == 1 && !c->accumulate) {
      const size_t size = nk_size(c->type);
      memcpy((char *)y + offset * (ptrdiff_t)size, (const char *)x + at * (ptrdiff_t)size, (size_t)line * size);
    } else if (stride == 1 && nk_is_float(c->type)) {
      const ptrdiff_t size = (ptrdiff_t)nk_size(c->type);
      nk_kernels(c->type)->axpy(line, 1, (const char *)x + at * size, (char *)y + offset * size);
    } else if (!c->accumulate) {
      switch (nk_size(c->type)) {
        case 1: PUT_LINE(uint8_t, =) break;
        case 4: PUT_LINE(uint32_t, =) break;
        default: PUT_LINE(uint64_t, =) break;
      }
    } else {
      switch (c->type) {
        case NKTypeF32: PUT_LINE(float, +=) break;
        case NKTypeF64: PUT_LINE(double, +=) break;
        default: PUT_LINE(uint64_t, +=) break;
      }
    }
  }
}

/// Copies the sizes and strides of a call into what is kept of it.
static void keep_dims(int rank, const ptrdiff_t *from, ptrdiff_t *to) {
  if (rank) memcpy(to, from, (size_t)rank * sizeof(ptrdiff_t));
}

void nk_copy_to_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, void *y, const ptrdiff_t *strides,
                     int accumulate) {
  PutCall call = {.type = type, .rank = rank, .accumulate = accumulate, .x = x, .y = y};
  keep_dims(rank, shape, call.shape);
  keep_dims(rank, strides, call.strides);
  const ptrdiff_t total = nk_elements(rank, shape);
  if (total == 0) return;
  while (call.rank > 1) {
    const int last = call.rank - 1;
    const ptrdiff_t line = call.shape[last - 1] * call.shape[last];
    if (line > LONGEST_LINE) break;
    if (call.shape[last - 1] > 1 && call.strides[last - 1] != call.shape[last] * call.strides[last]) break;
    call.shape[last - 1] = line;
    call.strides[last - 1] = call.strides[last];
    call.rank = last;
  }
  const ptrdiff_t line = call.rank ? call.shape[call.rank - 1] : 1;
  NK_LAUNCH(total / line, 1, 5 + MOVED * (double)line, put_part, &call);
}

void nk_axpy(NKType type, ptrdiff_t n, double alpha, const void *x, void *y) {
  nk_spoil_recording();
  if (nk_is_float(type)) nk_kernels(type)->axpy(n, alpha, x, y);
}

void nk_scale(NKType type, ptrdiff_t n, double alpha, const void *x, void *y) {
  nk_spoil_recording();
  if (nk_is_float(type)) nk_kernels(type)->scale(n, alpha, x, y);
}

// MARK: - Indices

typedef struct IndexCall {
  NKType type;
  ptrdiff_t outer, axis, inner, count;
  const int64_t *index;
  const void *x;
  void *y;
} IndexCall;

/// Nanoseconds for a line that is copied or added, roughly.
static double line_cost(NKType type, ptrdiff_t inner) { return 3 + 0.02 * (double)inner * (double)nk_size(type); }

/// Lines of the result.
static void index_select_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const IndexCall *c = context;
  const size_t line = (size_t)c->inner * nk_size(c->type);
  for (ptrdiff_t i = begin; i < end; i++)
    memcpy((char *)c->y + (size_t)i * line,
           (const char *)c->x + (size_t)(i / c->count * c->axis + c->index[i % c->count]) * line, line);
}

void nk_index_select(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count,
                     const int64_t *index, const void *x, void *y) {
  IndexCall call = {type, outer, axis, inner, count, index, x, y};
  NK_LAUNCH(outer * count, 1, line_cost(type, inner), index_select_part, &call);
}

/// Whole slices of the outer dim, since lines of one may add to the same place.
static void index_add_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const IndexCall *c = context;
  const size_t line = (size_t)c->inner * nk_size(c->type);
  for (ptrdiff_t o = begin; o < end; o++) {
    for (ptrdiff_t i = 0; i < c->count; i++) {
      const void *from = (const char *)c->x + (size_t)(o * c->count + i) * line;
      void *to = (char *)c->y + (size_t)(o * c->axis + c->index[i]) * line;
      if (nk_is_float(c->type))
        nk_kernels(c->type)->axpy(c->inner, 1, from, to);
      else if (c->type == NKTypeI64)
        for (ptrdiff_t k = 0; k < c->inner; k++) ((uint64_t *)to)[k] += ((const uint64_t *)from)[k];
    }
  }
}

void nk_index_add(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count, const int64_t *index,
                  const void *dy, void *dx) {
  IndexCall call = {type, outer, axis, inner, count, index, dy, dx};
  NK_LAUNCH(outer, 1, line_cost(type, inner) * (double)count, index_add_part, &call);
}

/// The offset of the line at `element`, without its part along `dim`, which the index gives.
static ptrdiff_t offset_without(int rank, const ptrdiff_t *shape, const ptrdiff_t *strides, int dim,
                                ptrdiff_t element) {
  ptrdiff_t offset = 0;
  for (int d = rank - 1; d >= 0; d--) {
    if (d != dim) offset += element % shape[d] * strides[d];
    element /= shape[d];
  }
  return offset;
}

typedef struct GatherCall {
  NKType type;
  int rank, dim, accumulate;
  ptrdiff_t shape[NK_MAX_RANK], strides[NK_MAX_RANK];
  const int64_t *index;
  const void *x;
  void *y;
} GatherCall;

static void gather_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const GatherCall *c = context;
  const size_t size = nk_size(c->type);
  for (ptrdiff_t i = begin; i < end; i++) {
    const ptrdiff_t along = c->rank ? c->index[i] * c->strides[c->dim] : 0;
    const ptrdiff_t from = offset_without(c->rank, c->shape, c->strides, c->dim, i) + along;
    memcpy((char *)c->y + (size_t)i * size, (const char *)c->x + from * (ptrdiff_t)size, size);
  }
}

void nk_gather(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x,
               const ptrdiff_t *x_strides, void *y) {
  GatherCall call = {.type = type, .rank = rank, .dim = dim, .index = index, .x = x, .y = y};
  keep_dims(rank, shape, call.shape);
  keep_dims(rank, x_strides, call.strides);
  NK_LAUNCH(nk_elements(rank, shape), 64, 3, gather_part, &call);
}

static void scatter_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const GatherCall *c = context;
  const size_t size = nk_size(c->type);
  const ptrdiff_t total = nk_elements(c->rank, c->shape);
  for (ptrdiff_t i = 0; i < total; i++) {
    const ptrdiff_t along = c->rank ? c->index[i] * c->strides[c->dim] : 0;
    const ptrdiff_t to = offset_without(c->rank, c->shape, c->strides, c->dim, i) + along;
    if (!c->accumulate)
      memcpy((char *)c->y + to * (ptrdiff_t)size, (const char *)c->x + (size_t)i * size, size);
    else if (c->type == NKTypeF32)
      ((float *)c->y)[to] += ((const float *)c->x)[i];
    else if (c->type == NKTypeF64)
      ((double *)c->y)[to] += ((const double *)c->x)[i];
    else if (c->type == NKTypeI64)
      ((uint64_t *)c->y)[to] += ((const uint64_t *)c->x)[i];
  }
}

void nk_scatter(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x, void *y,
                const ptrdiff_t *y_strides, int accumulate) {
  GatherCall call = {
      .type = type, .rank = rank, .dim = dim, .accumulate = accumulate, .index = index, .x = x, .y = y};
  keep_dims(rank, shape, call.shape);
  keep_dims(rank, y_strides, call.strides);
  NK_WHOLE(scatter_whole, &call);
}

void nk_one_hot(NKType type, ptrdiff_t n, ptrdiff_t classes, const int64_t *index, void *y) {
  nk_spoil_recording();
  memset(y, 0, (size_t)(n * classes) * nk_size(type));
  for (ptrdiff_t i = 0; i < n; i++)
    if (index[i] >= 0 && index[i] < classes)
      nk_fill(type, 1, 1, (char *)y + (size_t)(i * classes + index[i]) * nk_size(type));
}

ptrdiff_t nk_count_true(ptrdiff_t n, const uint8_t *mask) {
  nk_spoil_recording();
  ptrdiff_t count = 0;
  for (ptrdiff_t i = 0; i < n; i++) count += mask[i] != 0;
  return count;
}

void nk_nonzero(ptrdiff_t n, const uint8_t *mask, int64_t *index) {
  nk_spoil_recording();
  for (ptrdiff_t i = 0; i < n; i++)
    if (mask[i]) *index++ = i;
}

// MARK: - Order

#define SORT(name, type)                                                                                             \
  /* Whether a must stand before b; NaN counts as the greatest. */                                                   \
  static int before_##name(type a, type b, int descending) {                                                         \
    if (a != a || b != b) return descending ? a != a && b == b : a == a && b != b;                                   \
    return descending ? a > b : a < b;                                                                               \
  }                                                                                                                  \
  static void sort_##name(const type *x, ptrdiff_t stride, ptrdiff_t n, int descending, int64_t *order,              \
                          int64_t *spare) {                                                                          \
    for (ptrdiff_t i = 0; i < n; i++) order[i] = i;                                                                  \
    for (ptrdiff_t width = 1; width < n; width *= 2) {                                                               \
      for (ptrdiff_t low = 0; low < n; low += 2 * width) {                                                           \
        const ptrdiff_t middle = low + width < n ? low + width : n, high = middle + width < n ? middle + width : n;  \
        ptrdiff_t i = low, j = middle, k = low;                                                                      \
        while (i < middle && j < high)                                                                               \
          spare[k++] =                                                                                               \
              before_##name(x[order[j] * stride], x[order[i] * stride], descending) ? order[j++] : order[i++];       \
        while (i < middle) spare[k++] = order[i++];                                                                  \
        while (j < high) spare[k++] = order[j++];                                                                    \
      }                                                                                                              \
      memcpy(order, spare, (size_t)n * sizeof(int64_t));                                                             \
    }                                                                                                                \
  }
SORT(f32, float)
SORT(f64, double)
SORT(i64, int64_t)
SORT(bool, uint8_t)

void nk_sort(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, int descending, void *y,
             int64_t *index) {
  nk_spoil_recording();
  int64_t *order = malloc((size_t)(axis > 0 ? axis : 1) * 2 * sizeof(int64_t));
  if (!order) return;
  const size_t size = nk_size(type);
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      const ptrdiff_t base = o * axis * inner + i;
      const char *line = (const char *)x + (size_t)base * size;
      switch (type) {
        case NKTypeF32: sort_f32((const float *)line, inner, axis, descending, order, order + axis); break;
        case NKTypeF64: sort_f64((const double *)line, inner, axis, descending, order, order + axis); break;
        case NKTypeI64: sort_i64((const int64_t *)line, inner, axis, descending, order, order + axis); break;
        case NKTypeBool: sort_bool((const uint8_t *)line, inner, axis, descending, order, order + axis); break;
      }
      for (ptrdiff_t k = 0; k < axis; k++) {
        const ptrdiff_t to = base + k * inner;
        if (y) memcpy((char *)y + (size_t)to * size, line + (size_t)(order[k] * inner) * size, size);
        if (index) index[to] = order[k];
      }
    }
  }
  free(order);
}
