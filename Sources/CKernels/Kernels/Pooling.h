// Pooling over windows of planes.

static void FN(max_pool2d)(const NKPooling *s, const void *px, void *py, int64_t *index) {
  const T *x = px;
  T *y = py;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  for (ptrdiff_t p = 0; p < s->planes; p++, x += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        T best = -(T)INFINITY;
        ptrdiff_t at = -1;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col < 0 || col >= s->width) continue;
            const T value = x[row * s->width + col];
            if (at < 0 || value > best || value != value) {
              best = value;
              at = row * s->width + col;
            }
          }
        }
        *y++ = best;
        if (index) *index++ = at;
      }
    }
  }
}

static void FN(max_pool2d_backward)(const NKPooling *s, const void *pdy, const int64_t *index, void *pdx) {
  const T *dy = pdy;
  T *dx = pdx;
  const ptrdiff_t outputs = nk_pool2d_height(s) * nk_pool2d_width(s), inputs = s->height * s->width;
  memset(dx, 0, (size_t)(s->planes * inputs) * sizeof(T));
  for (ptrdiff_t p = 0; p < s->planes; p++, dx += inputs) {
    for (ptrdiff_t i = 0; i < outputs; i++, dy++, index++) {
      if (*index >= 0) dx[*index] += *dy;
    }
  }
}

static void FN(avg_pool2d)(const NKPooling *s, const void *px, void *py) {
  const T *x = px;
  T *y = py;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  const T scale = 1 / ((T)s->kernel_height * (T)s->kernel_width);
  for (ptrdiff_t p = 0; p < s->planes; p++, x += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        T sum = 0;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col >= 0 && col < s->width) sum += x[row * s->width + col];
          }
        }
        *y++ = sum * scale;
      }
    }
  }
}

static void FN(avg_pool2d_backward)(const NKPooling *s, const void *pdy, void *pdx) {
  const T *dy = pdy;
  T *dx = pdx;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  const T scale = 1 / ((T)s->kernel_height * (T)s->kernel_width);
  memset(dx, 0, (size_t)(s->planes * s->height * s->width) * sizeof(T));
  for (ptrdiff_t p = 0; p < s->planes; p++, dx += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        const T g = *dy++ * scale;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col >= 0 && col < s->width) dx[row * s->width + col] += g;
          }
        }
      }
    }
  }
}
