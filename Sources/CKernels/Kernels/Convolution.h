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

/// The lanes from `low` to before `high` of what lies at p, zeros in the others.
NK_INLINE V FN(load_between)(const T *p, ptrdiff_t low, ptrdiff_t high) {
#if NK_F32
  const I lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#else
  const I lane = {0, 1, 2, 3, 4, 5, 6, 7};
#endif
  return SEL((lane >= (I)low) & (lane < (I)high), FN(load)(p), C(0));
}

/// The row of windows whose taps number u lie in that row of the image; −1 where there is none.
NK_INLINE ptrdiff_t FN(row_of_windows)(const NKConvolution *s, ptrdiff_t row, ptrdiff_t u, ptrdiff_t oh) {
  const ptrdiff_t down = row + s->padding_height - u * s->dilation_height;
  return down < 0 || down % s->stride_height || down / s->stride_height >= oh ? -1 : down / s->stride_height;
}

/// Adds to a row of the image, x, from the columns of its channel, for windows that move by one column.
static void FN(fold_row)(const NKConvolution *s, ptrdiff_t row, ptrdiff_t oh, ptrdiff_t ow, const T *columns, T *x,
                         int accumulate) {
  for (ptrdiff_t left = 0; left < s->width; left += W) {
    const ptrdiff_t part = s->width - left < W ? s->width - left : W;
    V sum = accumulate ? FN(load_part)(x + left, part) : C(0);
    for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
      const ptrdiff_t i = FN(row_of_windows)(s, row, u, oh);
      if (i < 0) continue;
      const T *line = columns + (u * s->kernel_width * oh + i) * ow;
      for (ptrdiff_t v = 0; v < s->kernel_width; v++, line += oh * ow) {
        const ptrdiff_t first = left + s->padding_width - v * s->dilation_width;
        if (first >= 0 && first + W <= ow)
          sum += FN(load)(line + first);
        else if (first > -W && first < ow)
          sum += FN(load_between)(line + first, -first, ow - first);
      }
    }
    FN(store_part)(x + left, sum, part);
  }
}

/// The same for windows that move by more.
static void FN(fold_row_apart)(const NKConvolution *s, ptrdiff_t row, ptrdiff_t oh, ptrdiff_t ow, const T *columns,
                               T *x, int accumulate) {
  if (!accumulate) memset(x, 0, (size_t)s->width * sizeof(T));
  for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
    const ptrdiff_t i = FN(row_of_windows)(s, row, u, oh);
    if (i < 0) continue;
    for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
      const T *line = columns + ((u * s->kernel_width + v) * oh + i) * ow;
      for (ptrdiff_t j = 0; j < ow; j++) {
        const ptrdiff_t to = j * s->stride_width + v * s->dilation_width - s->padding_width;
        if (to >= 0 && to < s->width) x[to] += line[j];
      }
    }
  }
}

/// An image from its unfolding, columns[channels·kh·kw, oh·ow], which has a vector of room before it and one behind it:
/// each element is the sum of the places it was unfolded to, in their order.
static void FN(fold)(const NKConvolution *s, ptrdiff_t channels, const void *pcolumns, void *px, int accumulate) {
  const T *columns = pcolumns;
  T *x = px;
  const ptrdiff_t oh = nk_conv2d_height(s), ow = nk_conv2d_width(s);
  for (ptrdiff_t c = 0; c < channels; c++, columns += s->kernel_height * s->kernel_width * oh * ow) {
    for (ptrdiff_t row = 0; row < s->height; row++, x += s->width) {
      if (s->stride_width == 1)
        FN(fold_row)(s, row, oh, ow, columns, x, accumulate);
      else
        FN(fold_row_apart)(s, row, oh, ow, columns, x, accumulate);
    }
  }
}
