// Convolutions that read the image itself, with zeros around it, and not its unfolding. Each element is the chain of
// multiply-adds that the product with the unfolded image makes, blocks of DEPTH steps in ascending order, so that it
// does not show which of the two was run.

/// Vectors of pixels: where each begins in the image and in the result, and how many of its lanes are pixels.
typedef struct FN(Pixels) {
  const T *from[TILE_VECTORS];
  T *to[TILE_VECTORS];
  ptrdiff_t part[TILE_VECTORS];
} FN(Pixels);

/// Some filters over some vectors of pixels, `steps` taps: tap l lies offsets[l] after where the pixels begin.
NK_INLINE void FN(window)(const int rows, const int vectors, ptrdiff_t steps, const T *w, ptrdiff_t w_row,
                          const ptrdiff_t *offsets, const FN(Pixels) * at, ptrdiff_t plane, int add, const T *bias) {
  V sums[TILE_ROWS][TILE_VECTORS];
  _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) sums[i][j] = C(0);
  }
  for (ptrdiff_t l = 0; l < steps; l++) {
    V of_x[TILE_VECTORS];
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) of_x[j] = FN(load)(at->from[j] + offsets[l]);
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
      const V of_w = C(w[i * w_row + l]);
      _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) sums[i][j] = FMA(of_w, of_x[j], sums[i][j]);
    }
  }
  _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) {
      T *c = at->to[j] + i * plane;
      V v = sums[i][j];
      if (add) v = FN(load_part)(c, at->part[j]) + v;
      if (bias) v += C(bias[i]);
      FN(store_part)(c, v, at->part[j]);
    }
  }
}

#define WINDOW_ARGUMENTS                                                                                             \
  ptrdiff_t steps, const T *w, ptrdiff_t w_row, const ptrdiff_t *offsets, const FN(Pixels) * at, ptrdiff_t plane,    \
      int add, const T *bias
#define WINDOW_FUNCTION(rows, vectors)                                                                               \
  static void FN(window_##rows##_##vectors)(WINDOW_ARGUMENTS) {                                                      \
    FN(window)(rows, vectors, steps, w, w_row, offsets, at, plane, add, bias);                                       \
  }
EACH_TILE(WINDOW_FUNCTION)
typedef void (*FN(WindowFunction))(WINDOW_ARGUMENTS);
#define WINDOW_ENTRY(rows, vectors) [rows - 1][vectors - 1] = FN(window_##rows##_##vectors),
static const FN(WindowFunction) FN(windows)[TILE_ROWS][TILE_VECTORS] = {EACH_TILE(WINDOW_ENTRY)};

/// Where each tap lies after where the window begins, in an image with its padding around it.
static void FN(tap_offsets)(const NKConvolution *s, ptrdiff_t channels, ptrdiff_t *offsets) {
  const ptrdiff_t pitch = s->width + 2 * s->padding_width, plane = (s->height + 2 * s->padding_height) * pitch;
  for (ptrdiff_t c = 0; c < channels; c++)
    for (ptrdiff_t u = 0; u < s->kernel_height; u++)
      for (ptrdiff_t v = 0; v < s->kernel_width; v++)
        *offsets++ = c * plane + u * s->dilation_height * pitch + v * s->dilation_width;
}

/// One image (padded, with a vector of room behind it) and one group of filters, whose windows move by one column.
static void FN(conv_image)(const NKConvolution *s, ptrdiff_t channels, ptrdiff_t filters, const void *px,
                           const ptrdiff_t *offsets, const void *pw, const void *pbias, void *py) {
  const T *x = px, *w = pw, *bias = pbias;
  T *y = py;
  const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s), plane = oh * ow;
  const ptrdiff_t down = (s->width + 2 * s->padding_width) * s->stride_height;
  const ptrdiff_t taps = channels * s->kernel_height * s->kernel_width, along = (ow + W - 1) / W, all = oh * along;
  for (ptrdiff_t k = 0; k < all; k += TILE_VECTORS) {
    const int vectors = all - k < TILE_VECTORS ? (int)(all - k) : TILE_VECTORS;
    FN(Pixels) at;
    for (int j = 0; j < vectors; j++) {
      const ptrdiff_t row = (k + j) / along, col = (k + j) % along * W;
      at.from[j] = x + row * down + col;
      at.to[j] = y + row * ow + col;
      at.part[j] = ow - col < W ? ow - col : W;
    }
    for (ptrdiff_t f = 0; f < filters; f += TILE_ROWS) {
      const ptrdiff_t rows = filters - f < TILE_ROWS ? filters - f : TILE_ROWS;
      FN(Pixels) of = at;
      for (int j = 0; j < vectors; j++) of.to[j] += f * plane;
      for (ptrdiff_t l = 0; l < taps; l += DEPTH) {
        const ptrdiff_t steps = taps - l < DEPTH ? taps - l : DEPTH;
        FN(windows)[rows - 1][vectors - 1](steps, w + f * taps + l, taps, offsets + l, &of, plane, l > 0,
                                           bias && l + steps >= taps ? bias + f : NULL);
      }
    }
  }
}

/// Taps whose sums are kept in registers together.
#define TAPS_TOGETHER 9

/// Adds the gradients of `count` taps for a vector of filters, from DEPTH pixels at most that begin at pixel `first`.
NK_INLINE void FN(tap_sums)(const int count, ptrdiff_t pixels, ptrdiff_t first, ptrdiff_t ow, const T *x,
                            ptrdiff_t down, ptrdiff_t right, const ptrdiff_t *offsets, const T *turned,
                            ptrdiff_t width, T *sums) {
  V sum[TAPS_TOGETHER];
  const T *tap[TAPS_TOGETHER];
  _Pragma("clang loop unroll(full)") for (int t = 0; t < count; t++) {
    sum[t] = C(0);
    tap[t] = x + offsets[t];
  }
  ptrdiff_t row = first / ow, col = first % ow;
  for (ptrdiff_t done = 0; done < pixels;) {
    const ptrdiff_t run = ow - col < pixels - done ? ow - col : pixels - done;
    ptrdiff_t at = row * down + col * right;
    for (ptrdiff_t k = 0; k < run; k++, at += right, turned += width) {
      const V g = FN(load)(turned);
      _Pragma("clang loop unroll(full)") for (int t = 0; t < count; t++) sum[t] = FMA(g, C(tap[t][at]), sum[t]);
    }
    done += run;
    row++;
    col = 0;
  }
  _Pragma("clang loop unroll(full)") for (int t = 0; t < count; t++) {
    FN(store)(sums + t * width, FN(load)(sums + t * width) + sum[t]);
  }
}

static void FN(tap_sums_together)(ptrdiff_t pixels, ptrdiff_t first, ptrdiff_t ow, const T *x, ptrdiff_t down,
                                  ptrdiff_t right, const ptrdiff_t *offsets, const T *turned, ptrdiff_t width,
                                  T *sums) {
  FN(tap_sums)(TAPS_TOGETHER, pixels, first, ow, x, down, right, offsets, turned, width, sums);
}

static void FN(tap_sums_alone)(ptrdiff_t pixels, ptrdiff_t first, ptrdiff_t ow, const T *x, ptrdiff_t down,
                               ptrdiff_t right, const ptrdiff_t *offsets, const T *turned, ptrdiff_t width, T *sums) {
  FN(tap_sums)(1, pixels, first, ow, x, down, right, offsets, turned, width, sums);
}

/// Adds the gradient of the filters of one group from one image (padded) to sums[taps, width], where the filters are
/// padded to whole vectors; `turned` has room for pixels · width.
static void FN(conv_image_weight)(const NKConvolution *s, ptrdiff_t channels, ptrdiff_t filters, const void *px,
                                  const ptrdiff_t *offsets, const void *dy, void *pturned, ptrdiff_t width,
                                  void *psums) {
  const T *x = px;
  T *turned = pturned, *sums = psums;
  const ptrdiff_t ow = nk_conv2d_width(s), pixels = nk_conv2d_height(s) * ow;
  const ptrdiff_t taps = channels * s->kernel_height * s->kernel_width;
  const ptrdiff_t down = (s->width + 2 * s->padding_width) * s->stride_height, right = s->stride_width;
  FN(pack)(filters, pixels, width, dy, pixels, 1, turned);
  for (ptrdiff_t p = 0; p < pixels; p += DEPTH) {
    const ptrdiff_t count = pixels - p < DEPTH ? pixels - p : DEPTH;
    for (ptrdiff_t f = 0; f < width; f += W) {
      ptrdiff_t t = 0;
      for (; t + TAPS_TOGETHER <= taps; t += TAPS_TOGETHER)
        FN(tap_sums_together)(count, p, ow, x, down, right, offsets + t, turned + p * width + f, width,
                              sums + t * width + f);
      for (; t < taps; t++)
        FN(tap_sums_alone)(count, p, ow, x, down, right, offsets + t, turned + p * width + f, width,
                           sums + t * width + f);
    }
  }
}

/// Adds an unfolded image, columns[channels·kh·kw, oh·ow], back to where its elements came from.
static void FN(fold)(const NKConvolution *s, ptrdiff_t channels, const void *pcolumns, void *px) {
  const T *columns = pcolumns;
  T *x = px;
  const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s), step = s->stride_width;
  for (ptrdiff_t c = 0; c < channels; c++, x += s->height * s->width) {
    for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
      for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
        const ptrdiff_t shift = v * s->dilation_width - s->padding_width;
        ptrdiff_t low, high;
        nk_inside(ow, s->width, step, shift, &low, &high);
        for (ptrdiff_t i = 0; i < oh; i++, columns += ow) {
          const ptrdiff_t row = i * s->stride_height + u * s->dilation_height - s->padding_height;
          if (row < 0 || row >= s->height) continue;
          T *line = x + row * s->width + shift;
          if (step == 1) {
            const T *from = columns + low;
            T *to = line + low;
            EACH_BLOCK(high - low) STORE(to, LOAD(to) + LOAD(from));
          } else {
            for (ptrdiff_t j = low; j < high; j++) line[j * step] += columns[j];
          }
        }
      }
    }
  }
}
