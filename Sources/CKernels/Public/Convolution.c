// Convolution of one image and group at a time: on the image with zeros around it where vectors fit its lines, else as a
// matrix product with the unfolded image. Both give the same bits.

#include <stdlib.h>
#include <string.h>

#include "../Internal/Runtime.h"

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

// Unfolds one group of one image into columns[channels·kh·kw, oh·ow].
#define UNFOLD(name, type)                                                                                           \
  static void unfold_##name(const NKConvolution *s, ptrdiff_t channels, const type *x, type *columns) {              \
    const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s);                                               \
    for (ptrdiff_t c = 0; c < channels; c++, x += s->height * s->width) {                                            \
      for (ptrdiff_t u = 0; u < s->kernel_height; u++) {                                                             \
        for (ptrdiff_t v = 0; v < s->kernel_width; v++) {                                                            \
          const ptrdiff_t shift = v * s->dilation_width - s->padding_width;                                          \
          ptrdiff_t low, high;                                                                                       \
          nk_inside(ow, s->width, s->stride_width, shift, &low, &high);                                                 \
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
  }
UNFOLD(f32, float)
UNFOLD(f64, double)

/// A call and the sizes of its products, for one image and group.
typedef struct ConvolutionCall {
  NKType type;
  NKConvolution shape;
  ptrdiff_t groups, channels, filters, taps, pixels, image;
  /// Whether the image is its own unfolding: one tap for each channel, nothing skipped.
  int plain;
  const void *x, *w, *bias, *dy;
  void *out, *out_bias;
  int accumulate;
  ptrdiff_t chunk;
} ConvolutionCall;

static ConvolutionCall call_of(NKType type, const NKConvolution *s) {
  ConvolutionCall c = {.type = type, .shape = *s, .groups = s->groups > 0 ? s->groups : 1};
  c.channels = s->channels / c.groups;
  c.filters = s->filters / c.groups;
  c.taps = c.channels * s->kernel_height * s->kernel_width;
  c.pixels = nk_conv2d_height(s) * nk_conv2d_width(s);
  c.image = c.channels * s->height * s->width;
  c.plain = s->kernel_height == 1 && s->kernel_width == 1 && s->stride_height == 1 && s->stride_width == 1 &&
            s->padding_height == 0 && s->padding_width == 0;
  return c;
}

/// Nanoseconds for one image and group, roughly.
static double cost_of(const ConvolutionCall *c) {
  return (double)c->taps * (double)c->pixels * (0.3 + 0.015 * (double)c->filters);
}

/// Room for an unfolded image, with a vector before it and one behind it.
static void *columns_of(const ConvolutionCall *c) {
  char *room = nk_scratch(2, (size_t)(c->taps * c->pixels) * nk_size(c->type) + 128);
  return room ? room + 64 : NULL;
}

/// The unfolding of image-and-group i.
static const void *unfold(const ConvolutionCall *c, ptrdiff_t i) {
  const void *x = nk_at(c->x, i * c->image, c->type);
  if (c->plain) return x;
  void *columns = columns_of(c);
  if (!columns) return NULL;
  if (c->type == NKTypeF32)
    unfold_f32(&c->shape, c->channels, x, columns);
  else
    unfold_f64(&c->shape, c->channels, x, columns);
  return columns;
}

/// Whether at least half of the lanes of vectors are used by `count` neighbours.
static int fills_vectors(ptrdiff_t count, NKType type) {
  const ptrdiff_t lanes = 64 / (ptrdiff_t)nk_size(type);
  return 2 * count >= (count + lanes - 1) / lanes * lanes;
}

/// Whether the result is got from the padded image.
static int reads_image(const ConvolutionCall *c) {
  return !c->plain && c->shape.stride_width == 1 && fills_vectors(nk_conv2d_width(&c->shape), c->type);
}

/// Whether the gradient of the filters is.
static int weighs_image(const ConvolutionCall *c) { return !c->plain && fills_vectors(c->filters, c->type); }

/// Where the taps lie in a padded image, after which there is room for the image itself, with a vector behind it.
static ptrdiff_t *padding_room(const ConvolutionCall *c) {
  const ptrdiff_t height = c->shape.height + 2 * c->shape.padding_height;
  const ptrdiff_t width = c->shape.width + 2 * c->shape.padding_width;
  const size_t image = (size_t)(c->channels * height * width) * nk_size(c->type);
  ptrdiff_t *offsets = nk_scratch(2, (size_t)c->taps * sizeof(ptrdiff_t) + 128 + image);
  if (offsets) nk_kernels(c->type)->tap_offsets(&c->shape, c->channels, offsets);
  return offsets;
}

/// Image-and-group i with zeros around it, in the room after the offsets.
static const void *padded(const ConvolutionCall *c, ptrdiff_t i, ptrdiff_t *offsets) {
  const NKConvolution *s = &c->shape;
  const size_t size = nk_size(c->type), line = (size_t)s->width * size, side = (size_t)s->padding_width * size;
  const size_t pitch = line + 2 * side;
  char *out = (char *)(offsets + c->taps), *const image = out;
  const char *x = nk_at(c->x, i * c->image, c->type);
  for (ptrdiff_t channel = 0; channel < c->channels; channel++) {
    memset(out, 0, (size_t)s->padding_height * pitch);
    out += (size_t)s->padding_height * pitch;
    for (ptrdiff_t row = 0; row < s->height; row++, x += line, out += pitch) {
      memset(out, 0, side);
      memcpy(out + side, x, line);
      memset(out + side + line, 0, side);
    }
    memset(out, 0, (size_t)s->padding_height * pitch);
    out += (size_t)s->padding_height * pitch;
  }
  return image;
}

static void image_part(const ConvolutionCall *c, ptrdiff_t begin, ptrdiff_t end) {
  ptrdiff_t *offsets = padding_room(c);
  if (!offsets) return;
  for (ptrdiff_t i = begin; i < end && !nk_interrupted(); i++) {
    const ptrdiff_t g = i % c->groups;
    nk_kernels(c->type)->conv_image(&c->shape, c->channels, c->filters, padded(c, i, offsets), offsets,
                                    nk_at(c->w, g * c->filters * c->taps, c->type),
                                    nk_at(c->bias, g * c->filters, c->type),
                                    nk_at(c->out, i * c->filters * c->pixels, c->type));
  }
}

static void forward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ConvolutionCall *c = context;
  if (reads_image(c)) return image_part(c, begin, end);
  for (ptrdiff_t i = begin; i < end && !nk_interrupted(); i++) {
    const ptrdiff_t g = i % c->groups;
    const void *columns = unfold(c, i);
    if (!columns) return;
    nk_kernels(c->type)->gemm(0, 0, c->filters, c->pixels, c->taps, nk_at(c->w, g * c->filters * c->taps, c->type),
                              c->taps, columns, c->pixels, nk_at(c->out, i * c->filters * c->pixels, c->type),
                              c->pixels, 0, nk_at(c->bias, g * c->filters, c->type), 1, NK_NO_ACTIVATION, 0, 0);
  }
}

void nk_conv2d(NKType type, const NKConvolution *s, const void *x, const void *w, const void *bias, void *y) {
  if (!nk_is_float(type)) return;
  ConvolutionCall call = call_of(type, s);
  call.x = x, call.w = w, call.bias = bias, call.out = y;
  NK_LAUNCH(s->batch * call.groups, 1, cost_of(&call), forward_part, &call);
}

static void backward_input_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ConvolutionCall *c = context;
  for (ptrdiff_t i = begin; i < end && !nk_interrupted(); i++) {
    const ptrdiff_t g = i % c->groups;
    void *to = nk_at(c->out, i * c->image, c->type), *columns = c->plain ? to : columns_of(c);
    if (!columns) return;
    nk_kernels(c->type)->gemm(1, 0, c->taps, c->pixels, c->filters, nk_at(c->w, g * c->filters * c->taps, c->type),
                              c->taps, nk_at(c->dy, i * c->filters * c->pixels, c->type), c->pixels, columns,
                              c->pixels, c->plain && c->accumulate, NULL, 0, NK_NO_ACTIVATION, 0, 0);
    if (c->plain) continue;
    nk_kernels(c->type)->fold(&c->shape, c->channels, columns, to, c->accumulate);
  }
}

void nk_conv2d_backward_input(NKType type, const NKConvolution *s, const void *w, const void *dy, void *dx,
                              int accumulate) {
  if (!nk_is_float(type)) return;
  ConvolutionCall call = call_of(type, s);
  call.w = w, call.dy = dy, call.out = dx, call.accumulate = accumulate;
  NK_LAUNCH(s->batch * call.groups, 1, cost_of(&call), backward_input_part, &call);
}

/// Sums over so many chunks of images at most, each in its own place, are joined in order: which chunks there are
/// depends on the shape alone.
#define CHUNKS 8
/// Weights above which one sum is kept and no chunks.
#define MOST_WEIGHTS_IN_CHUNKS (1 << 18)

/// Filters of a group, padded to whole vectors where their sums lie side by side.
static ptrdiff_t filter_lanes(const ConvolutionCall *c) {
  const ptrdiff_t lanes = 64 / (ptrdiff_t)nk_size(c->type);
  return weighs_image(c) ? (c->filters + lanes - 1) / lanes * lanes : c->filters;
}

/// The sums of a chunk from the padded images, tap by tap, and within a tap filter by filter.
static void image_weight_chunk(const ConvolutionCall *c, ptrdiff_t first, ptrdiff_t last, void *dw) {
  const ptrdiff_t width = filter_lanes(c);
  ptrdiff_t *offsets = padding_room(c);
  void *turned = nk_scratch(0, (size_t)(c->pixels * width) * nk_size(c->type));
  if (!offsets || !turned) return;
  for (ptrdiff_t i = first * c->groups; i < last * c->groups && !nk_interrupted(); i++) {
    nk_kernels(c->type)->conv_image_weight(&c->shape, c->channels, c->filters, padded(c, i, offsets), offsets,
                                           nk_at(c->dy, i * c->filters * c->pixels, c->type), turned, width,
                                           nk_at(dw, i % c->groups * c->taps * width, c->type));
  }
}

static void backward_weight_chunk(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ConvolutionCall *c = context;
  const ptrdiff_t weights = c->groups * filter_lanes(c) * c->taps;
  const NKFloatKernels *kernels = nk_kernels(c->type);
  for (ptrdiff_t chunk = begin; chunk < end; chunk++) {
    void *dw = nk_at(c->out, chunk * weights, c->type);
    void *dbias = nk_at(c->out_bias, chunk * c->groups * c->filters, c->type);
    const ptrdiff_t first = chunk * c->chunk, images = c->shape.batch - first;
    const ptrdiff_t last = first + (images < c->chunk ? images : c->chunk);
    const int is_image = dw && weighs_image(c);
    if (is_image) image_weight_chunk(c, first, last, dw);
    for (ptrdiff_t i = first * c->groups; i < last * c->groups && !nk_interrupted(); i++) {
      const ptrdiff_t g = i % c->groups;
      const void *dy = nk_at(c->dy, i * c->filters * c->pixels, c->type);
      if (dw && !is_image) {
        const void *columns = unfold(c, i);
        if (!columns) return;
        kernels->gemm(0, 1, c->filters, c->taps, c->pixels, dy, c->pixels, columns, c->pixels,
                      nk_at(dw, g * c->filters * c->taps, c->type), c->taps, 1, NULL, 0, NK_NO_ACTIVATION, 0, 0);
      }
      if (dbias)
        kernels->reduce(NKReduce_sum, c->filters, c->pixels, 1, c->pixels, 1, dy,
                        nk_at(dbias, g * c->filters, c->type), 1);
    }
  }
}

/// Adds sums[groups, taps, width] to the gradient [groups, filters, taps].
static void add_turned(const ConvolutionCall *c, const void *sums, ptrdiff_t width) {
  for (ptrdiff_t g = 0; g < c->groups; g++) {
    for (ptrdiff_t f = 0; f < c->filters; f++) {
      for (ptrdiff_t t = 0; t < c->taps; t++) {
        const ptrdiff_t from = (g * c->taps + t) * width + f, to = (g * c->filters + f) * c->taps + t;
        if (c->type == NKTypeF32)
          ((float *)c->out)[to] += ((const float *)sums)[from];
        else
          ((double *)c->out)[to] += ((const double *)sums)[from];
      }
    }
  }
}

/// The sums of all chunks, joined in order.
static void backward_weight_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const ConvolutionCall *c = context;
  const ptrdiff_t filters = c->shape.filters, weights = filters * c->taps, width = filter_lanes(c);
  const ptrdiff_t sums_of_chunk = c->groups * width * c->taps;
  const size_t size = nk_size(c->type);
  if (!c->accumulate && c->out) memset(c->out, 0, (size_t)weights * size);
  if (!c->accumulate && c->out_bias) memset(c->out_bias, 0, (size_t)filters * size);
  const ptrdiff_t chunks = (c->shape.batch + c->chunk - 1) / c->chunk;
  if (chunks == 0) return;
  char *sums = calloc((size_t)(chunks * (sums_of_chunk + filters)), size);
  if (!sums) return;
  ConvolutionCall parts = *c;
  parts.out = c->out ? sums : NULL;
  parts.out_bias = c->out_bias ? sums + (size_t)(chunks * sums_of_chunk) * size : NULL;
  nk_share(chunks, 1, cost_of(c) * (double)(c->chunk * c->groups), backward_weight_chunk, &parts);
  for (ptrdiff_t chunk = 0; chunk < chunks; chunk++) {
    const void *of_chunk = nk_at(parts.out, chunk * sums_of_chunk, c->type);
    if (c->out && weighs_image(c))
      add_turned(c, of_chunk, width);
    else if (c->out)
      nk_kernels(c->type)->axpy(weights, 1, of_chunk, c->out);
    if (c->out_bias) nk_kernels(c->type)->axpy(filters, 1, nk_at(parts.out_bias, chunk * filters, c->type), c->out_bias);
  }
  free(sums);
}

void nk_conv2d_backward_weight(NKType type, const NKConvolution *s, const void *x, const void *dy, void *dw,
                               void *dbias, int accumulate) {
  if (!nk_is_float(type)) return;
  ConvolutionCall call = call_of(type, s);
  const ptrdiff_t most = s->filters * call.taps > MOST_WEIGHTS_IN_CHUNKS ? 1 : CHUNKS;
  call.chunk = (s->batch + most - 1) / most;
  if (call.chunk < 1) call.chunk = 1;
  call.x = x, call.dy = dy, call.out = dw, call.out_bias = dbias, call.accumulate = accumulate;
  NK_WHOLE(backward_weight_whole, &call);
}

// MARK: - Pooling

typedef struct PoolingCall {
  NKType type;
  NKPooling shape;
  const void *x;
  void *y;
  int64_t *index;
  const int64_t *from;
  ptrdiff_t inputs, outputs;
} PoolingCall;

static PoolingCall pooling_of(NKType type, const NKPooling *s) {
  return (PoolingCall){.type = type, .shape = *s, .inputs = s->height * s->width,
                       .outputs = nk_pool2d_height(s) * nk_pool2d_width(s)};
}

/// Nanoseconds for a plane, roughly.
static double plane_cost(const PoolingCall *c) {
  return (double)c->outputs * (double)(c->shape.kernel_height * c->shape.kernel_width) * 0.5;
}

#define POOLING_PART(name, call)                                                                                     \
  static void name##_part(void *context, ptrdiff_t begin, ptrdiff_t end) {                                           \
    const PoolingCall *c = context;                                                                                  \
    NKPooling planes = c->shape;                                                                                     \
    planes.planes = end - begin;                                                                                     \
    nk_kernels(c->type)->call;                                                                                       \
  }
#define INPUT(p) nk_at(c->p, begin *c->inputs, c->type)
#define OUTPUT(p) nk_at(c->p, begin *c->outputs, c->type)
POOLING_PART(max, max_pool2d(&planes, INPUT(x), OUTPUT(y), c->index ? c->index + begin * c->outputs : NULL))
POOLING_PART(max_backward, max_pool2d_backward(&planes, OUTPUT(x), c->from + begin * c->outputs, INPUT(y)))
POOLING_PART(mean, avg_pool2d(&planes, INPUT(x), OUTPUT(y)))
POOLING_PART(mean_backward, avg_pool2d_backward(&planes, OUTPUT(x), INPUT(y)))

void nk_max_pool2d(NKType type, const NKPooling *s, const void *x, void *y, int64_t *index) {
  if (!nk_is_float(type)) return;
  PoolingCall call = pooling_of(type, s);
  call.x = x, call.y = y, call.index = index;
  NK_LAUNCH(s->planes, 1, plane_cost(&call), max_part, &call);
}

void nk_max_pool2d_backward(NKType type, const NKPooling *s, const void *dy, const int64_t *index, void *dx) {
  if (!nk_is_float(type)) return;
  PoolingCall call = pooling_of(type, s);
  call.x = dy, call.y = dx, call.from = index;
  NK_LAUNCH(s->planes, 1, plane_cost(&call), max_backward_part, &call);
}

void nk_avg_pool2d(NKType type, const NKPooling *s, const void *x, void *y) {
  if (!nk_is_float(type)) return;
  PoolingCall call = pooling_of(type, s);
  call.x = x, call.y = y;
  NK_LAUNCH(s->planes, 1, plane_cost(&call), mean_part, &call);
}

void nk_avg_pool2d_backward(NKType type, const NKPooling *s, const void *dy, void *dx) {
  if (!nk_is_float(type)) return;
  PoolingCall call = pooling_of(type, s);
  call.x = dy, call.y = dx;
  NK_LAUNCH(s->planes, 1, plane_cost(&call), mean_backward_part, &call);
}
