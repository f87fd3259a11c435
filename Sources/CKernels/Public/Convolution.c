// Convolution as a matrix product with the unfolded image, one image and group at a time.

#include <stdlib.h>
#include <string.h>

#include "../Internal/Table.h"

static ptrdiff_t extent(ptrdiff_t size, ptrdiff_t kernel, ptrdiff_t stride, ptrdiff_t padding, ptrdiff_t dilation) {
  const ptrdiff_t room = size + 2 * padding - dilation * (kernel - 1) - 1;
  return room < 0 || stride < 1 ? 0 : room / stride + 1;
}

ptrdiff_t nk_conv2d_height(const NKConvolution *s) {
  return extent(s->height, s->kernel_height, s->stride_height, s->padding_height, s->dilation_height);
}

ptrdiff_t nk_conv2d_width(const NKConvolution *s) {
  return extent(s->width, s->kernel_width, s->stride_width, s->padding_width, s->dilation_width);
}

ptrdiff_t nk_pool2d_height(const NKPooling *s) {
  return extent(s->height, s->kernel_height, s->stride_height, s->padding_height, 1);
}

ptrdiff_t nk_pool2d_width(const NKPooling *s) {
  return extent(s->width, s->kernel_width, s->stride_width, s->padding_width, 1);
}

/// The columns [oh·ow] of row (channel, u, v) that lie inside the image: those from `low` to before `high`.
static void inside(ptrdiff_t out, ptrdiff_t size, ptrdiff_t stride, ptrdiff_t shift, ptrdiff_t *low, ptrdiff_t *high) {
  ptrdiff_t first = 0, last = out;
  while (first < out && first * stride + shift < 0) first++;
  while (last > first && (last - 1) * stride + shift >= size) last--;
  *low = first;
  *high = last;
}

// Unfolds one group of one image into columns[channels·kh·kw, oh·ow], or folds columns back by addition.
#define UNFOLD(name, type)                                                                                           \
  static void unfold_##name(const NKConvolution *s, ptrdiff_t channels, const type *x, type *columns) {              \
    const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s);                                               \
    for (ptrdiff_t c = 0; c < channels; c++, x += s->height * s->width) {                                            \
      for (ptrdiff_t u = 0; u < s->kernel_height; u++) {                                                             \
        for (ptrdiff_t v = 0; v < s->kernel_width; v++) {                                                            \
          const ptrdiff_t shift = v * s->dilation_width - s->padding_width;                                          \
          ptrdiff_t low, high;                                                                                       \
          inside(ow, s->width, s->stride_width, shift, &low, &high);                                                 \
          for (ptrdiff_t i = 0; i < oh; i++, columns += ow) {                                                        \
            const ptrdiff_t row = i * s->stride_height + u * s->dilation_height - s->padding_height;                 \
            if (row < 0 || row >= s->height) {                                                                       \
              memset(columns, 0, (size_t)ow * sizeof(type));                                                         \
              continue;                                                                                              \
            }                                                                                                        \
            const type *line = x + row * s->width + shift;                                                           \
            for (ptrdiff_t j = 0; j < low; j++) columns[j] = 0;                                                      \
            if (s->stride_width == 1 && high > low)                                                                  \
              memcpy(columns + low, line + low, (size_t)(high - low) * sizeof(type));                                \
            else                                                                                                     \
              for (ptrdiff_t j = low; j < high; j++) columns[j] = line[j * s->stride_width];                         \
            for (ptrdiff_t j = high; j < ow; j++) columns[j] = 0;                                                    \
          }                                                                                                          \
        }                                                                                                            \
      }                                                                                                              \
    }                                                                                                                \
  }                                                                                                                  \
  static void fold_##name(const NKConvolution *s, ptrdiff_t channels, const type *columns, type *x) {                \
    const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s);                                               \
    for (ptrdiff_t c = 0; c < channels; c++, x += s->height * s->width) {                                            \
      for (ptrdiff_t u = 0; u < s->kernel_height; u++) {                                                             \
        for (ptrdiff_t v = 0; v < s->kernel_width; v++) {                                                            \
          const ptrdiff_t shift = v * s->dilation_width - s->padding_width;                                          \
          ptrdiff_t low, high;                                                                                       \
          inside(ow, s->width, s->stride_width, shift, &low, &high);                                                 \
          for (ptrdiff_t i = 0; i < oh; i++, columns += ow) {                                                        \
            const ptrdiff_t row = i * s->stride_height + u * s->dilation_height - s->padding_height;                 \
            if (row < 0 || row >= s->height) continue;                                                               \
            type *line = x + row * s->width + shift;                                                                 \
            for (ptrdiff_t j = low; j < high; j++) line[j * s->stride_width] += columns[j];                          \
          }                                                                                                          \
        }                                                                                                            \
      }                                                                                                              \
    }                                                                                                                \
  }
UNFOLD(f32, float)
UNFOLD(f64, double)

static void unfold(NKType type, const NKConvolution *s, ptrdiff_t channels, const void *x, void *columns) {
  if (type == NKTypeF32)
    unfold_f32(s, channels, x, columns);
  else
    unfold_f64(s, channels, x, columns);
}

/// The sizes of the products of one image and group.
typedef struct Sizes {
  ptrdiff_t channels, filters, taps, pixels, groups, size;
} Sizes;

static Sizes sizes_of(NKType type, const NKConvolution *s) {
  const ptrdiff_t groups = s->groups > 0 ? s->groups : 1;
  return (Sizes){.channels = s->channels / groups,
                 .filters = s->filters / groups,
                 .taps = s->channels / groups * s->kernel_height * s->kernel_width,
                 .pixels = nk_conv2d_height(s) * nk_conv2d_width(s),
                 .groups = groups,
                 .size = (ptrdiff_t)nk_size(type)};
}

static void *columns_for(const Sizes *z) { return malloc((size_t)(z->taps * z->pixels * z->size) + 64); }

static void *at(const void *base, ptrdiff_t element, const Sizes *z) { return (char *)base + element * z->size; }

void nk_conv2d(NKType type, const NKConvolution *s, const void *x, const void *w, const void *bias, void *y) {
  if (!nk_is_float(type)) return;
  const Sizes z = sizes_of(type, s);
  void *columns = columns_for(&z);
  if (!columns) return;
  for (ptrdiff_t i = 0; i < s->batch * z.groups; i++) {
    const ptrdiff_t g = i % z.groups;
    unfold(type, s, z.channels, at(x, i * z.channels * s->height * s->width, &z), columns);
    nk_kernels(type)->gemm(0, 0, z.filters, z.pixels, z.taps, at(w, g * z.filters * z.taps, &z), z.taps, columns,
                           z.pixels, at(y, i * z.filters * z.pixels, &z), z.pixels, 0,
                           bias ? at(bias, g * z.filters, &z) : NULL, 1, NK_NO_ACTIVATION, 0, 0);
  }
  free(columns);
}

void nk_conv2d_backward_input(NKType type, const NKConvolution *s, const void *w, const void *dy, void *dx,
                              int accumulate) {
  if (!nk_is_float(type)) return;
  const Sizes z = sizes_of(type, s);
  void *columns = columns_for(&z);
  if (!columns) return;
  const ptrdiff_t image = z.channels * s->height * s->width;
  for (ptrdiff_t i = 0; i < s->batch * z.groups; i++) {
    const ptrdiff_t g = i % z.groups;
    nk_kernels(type)->gemm(1, 0, z.taps, z.pixels, z.filters, at(w, g * z.filters * z.taps, &z), z.taps,
                           at(dy, i * z.filters * z.pixels, &z), z.pixels, columns, z.pixels, 0, NULL, 0,
                           NK_NO_ACTIVATION, 0, 0);
    void *to = at(dx, i * image, &z);
    if (!accumulate) memset(to, 0, (size_t)(image * z.size));
    if (type == NKTypeF32)
      fold_f32(s, z.channels, columns, to);
    else
      fold_f64(s, z.channels, columns, to);
  }
  free(columns);
}

void nk_conv2d_backward_weight(NKType type, const NKConvolution *s, const void *x, const void *dy, void *dw,
                               void *dbias, int accumulate) {
  if (!nk_is_float(type)) return;
  const Sizes z = sizes_of(type, s);
  if (!accumulate) {
    if (dw) memset(dw, 0, (size_t)(s->filters * z.taps * z.size));
    if (dbias) memset(dbias, 0, (size_t)(s->filters * z.size));
  }
  void *columns = dw ? columns_for(&z) : NULL;
  for (ptrdiff_t i = 0; i < s->batch * z.groups; i++) {
    const ptrdiff_t g = i % z.groups;
    const void *from = at(dy, i * z.filters * z.pixels, &z);
    if (columns) {
      unfold(type, s, z.channels, at(x, i * z.channels * s->height * s->width, &z), columns);
      nk_kernels(type)->gemm(0, 1, z.filters, z.taps, z.pixels, from, z.pixels, columns, z.pixels,
                             at(dw, g * z.filters * z.taps, &z), z.taps, 1, NULL, 0, NK_NO_ACTIVATION, 0, 0);
    }
    if (dbias)
      nk_kernels(type)->reduce(NKReduce_sum, z.filters, z.pixels, 1, z.pixels, 1, from, at(dbias, g * z.filters, &z),
                               1);
  }
  free(columns);
}

void nk_max_pool2d(NKType type, const NKPooling *s, const void *x, void *y, int64_t *index) {
  if (nk_is_float(type)) nk_kernels(type)->max_pool2d(s, x, y, index);
}

void nk_max_pool2d_backward(NKType type, const NKPooling *s, const void *dy, const int64_t *index, void *dx) {
  if (nk_is_float(type)) nk_kernels(type)->max_pool2d_backward(s, dy, index, dx);
}

void nk_avg_pool2d(NKType type, const NKPooling *s, const void *x, void *y) {
  if (nk_is_float(type)) nk_kernels(type)->avg_pool2d(s, x, y);
}

void nk_avg_pool2d_backward(NKType type, const NKPooling *s, const void *dy, void *dx) {
  if (nk_is_float(type)) nk_kernels(type)->avg_pool2d_backward(s, dy, dx);
}
