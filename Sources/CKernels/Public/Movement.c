#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../Internal/Runtime.h"
#include "../Internal/Strided.h"

// MARK: - Conversion and filling

static int64_t to_i64(double v) {
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

void nk_cast(NKType from, NKType to, ptrdiff_t n, const void *x, void *y) {
  nk_spoil_recording();
  switch (from) {
    case NKTypeF32: CONVERT_FROM(float, to_i64(v[i])) break;
    case NKTypeF64: CONVERT_FROM(double, to_i64(v[i])) break;
    case NKTypeI64: CONVERT_FROM(int64_t, v[i]) break;
    case NKTypeBool: CONVERT_FROM(uint8_t, v[i] != 0) break;
  }
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
    case NKTypeI64: FILL(int64_t, to_i64(c->value)) break;
    case NKTypeBool: FILL(uint8_t, c->value != 0) break;
  }
}

void nk_fill(NKType type, ptrdiff_t n, double value, void *y) {
  FillCall call = {type, value, y};
  NK_NOTE_LAUNCH(n, n, 0, fill_part, &call);
  fill_part(&call, 0, n);
}

void nk_arange(NKType type, ptrdiff_t n, double start, double step, void *y) {
  nk_spoil_recording();
  const uint64_t first = (uint64_t)to_i64(start), by = (uint64_t)to_i64(step);
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

static void copy_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const CopyCall *c = context;
  nk_view_gather(&c->view, 0, c->size, c->x, 0, c->view.count, c->y);
}

void nk_copy_from_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, const ptrdiff_t *strides,
                       void *y) {
  CopyCall call = {nk_view(rank, shape, 1, &strides), nk_size(type), x, y};
  NK_NOTE_LAUNCH(1, 1, 0, copy_whole, &call);
  copy_whole(&call, 0, 1);
}

/// Calls `line` for each line along the last dim of a strided array, in row-major order: `at` is the index of its first
/// element, `offset` where it begins.
#define EACH_LINE(rank, shape, strides, at, offset)                                                                  \
  for (ptrdiff_t at = 0, lines_ = (rank) ? (shape)[(rank) - 1] : 1, total_ = nk_elements(rank, shape), offset = 0;   \
       at < total_ && ((offset = nk_line_offset(rank, shape, strides, at)), 1); at += lines_)

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

#define PUT_LINE(element_type, assign)                                                                               \
  {                                                                                                                  \
    const element_type *from = (const element_type *)x + at;                                                         \
    element_type *to = (element_type *)y + offset;                                                                   \
    for (ptrdiff_t i = 0; i < line; i++) to[i * stride] assign from[i];                                              \
  }

void nk_copy_to_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, void *y, const ptrdiff_t *strides,
                     int accumulate) {
  nk_spoil_recording();
  const ptrdiff_t line = rank ? shape[rank - 1] : 1, stride = rank ? strides[rank - 1] : 1;
  EACH_LINE(rank, shape, strides, at, offset) {
    if (!accumulate) {
      switch (nk_size(type)) {
        case 1: PUT_LINE(uint8_t, =) break;
        case 4: PUT_LINE(uint32_t, =) break;
        default: PUT_LINE(uint64_t, =) break;
      }
    } else {
      switch (type) {
        case NKTypeF32: PUT_LINE(float, +=) break;
        case NKTypeF64: PUT_LINE(double, +=) break;
        default: PUT_LINE(uint64_t, +=) break;
      }
    }
  }
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

void nk_index_select(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count,
                     const int64_t *index, const void *x, void *y) {
  nk_spoil_recording();
  const size_t line = (size_t)inner * nk_size(type);
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < count; i++)
      memcpy((char *)y + (size_t)(o * count + i) * line, (const char *)x + (size_t)(o * axis + index[i]) * line, line);
  }
}

void nk_index_add(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count, const int64_t *index,
                  const void *dy, void *dx) {
  nk_spoil_recording();
  const size_t line = (size_t)inner * nk_size(type);
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < count; i++) {
      const void *from = (const char *)dy + (size_t)(o * count + i) * line;
      void *to = (char *)dx + (size_t)(o * axis + index[i]) * line;
      if (nk_is_float(type))
        nk_kernels(type)->axpy(inner, 1, from, to);
      else if (type == NKTypeI64)
        for (ptrdiff_t k = 0; k < inner; k++) ((uint64_t *)to)[k] += ((const uint64_t *)from)[k];
    }
  }
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

void nk_gather(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x,
               const ptrdiff_t *x_strides, void *y) {
  nk_spoil_recording();
  const size_t size = nk_size(type);
  const ptrdiff_t total = nk_elements(rank, shape);
  for (ptrdiff_t i = 0; i < total; i++) {
    const ptrdiff_t from = offset_without(rank, shape, x_strides, dim, i) + (rank ? index[i] * x_strides[dim] : 0);
    memcpy((char *)y + (size_t)i * size, (const char *)x + from * (ptrdiff_t)size, size);
  }
}

void nk_scatter(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x, void *y,
                const ptrdiff_t *y_strides, int accumulate) {
  nk_spoil_recording();
  const size_t size = nk_size(type);
  const ptrdiff_t total = nk_elements(rank, shape);
  for (ptrdiff_t i = 0; i < total; i++) {
    const ptrdiff_t to = offset_without(rank, shape, y_strides, dim, i) + (rank ? index[i] * y_strides[dim] : 0);
    if (!accumulate)
      memcpy((char *)y + to * (ptrdiff_t)size, (const char *)x + (size_t)i * size, size);
    else if (type == NKTypeF32)
      ((float *)y)[to] += ((const float *)x)[i];
    else if (type == NKTypeF64)
      ((double *)y)[to] += ((const double *)x)[i];
    else if (type == NKTypeI64)
      ((uint64_t *)y)[to] += ((const uint64_t *)x)[i];
  }
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
