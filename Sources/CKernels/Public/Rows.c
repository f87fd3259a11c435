#include "../Internal/Table.h"

void nk_softmax(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *x, void *y) {
  if (nk_is_float(type)) nk_kernels(type)->softmax(logarithm, rows, cols, x, y);
}

void nk_softmax_backward(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *y, const void *dy,
                         void *dx) {
  if (nk_is_float(type)) nk_kernels(type)->softmax_backward(logarithm, rows, cols, y, dy, dx);
}

void nk_layer_norm(NKType type, ptrdiff_t rows, ptrdiff_t cols, double eps, const void *x, const void *gamma,
                   const void *beta, void *y, void *mean, void *rstd) {
  if (nk_is_float(type)) nk_kernels(type)->layer_norm(rows, cols, eps, x, gamma, beta, y, mean, rstd);
}

void nk_layer_norm_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *gamma,
                            const void *mean, const void *rstd, const void *dy, void *dx, void *dgamma, void *dbeta) {
  if (!nk_is_float(type)) return;
  if (dx) nk_kernels(type)->layer_norm_backward_input(rows, cols, x, gamma, mean, rstd, dy, dx);
  if (dgamma || dbeta)
    nk_kernels(type)->layer_norm_backward_affine(rows, cols, cols, x, mean, rstd, dy, dgamma, dbeta);
}

void nk_channel_moments(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, const void *x, void *mean,
                        void *variance) {
  if (nk_is_float(type))
    nk_kernels(type)->channel_moments(outer, channels, inner, channels * inner, x, mean, variance);
}

void nk_batch_norm(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, const void *x,
                   const void *mean, const void *variance, const void *gamma, const void *beta, void *y) {
  if (nk_is_float(type))
    nk_kernels(type)->batch_norm(outer, channels, inner, channels * inner, eps, x, mean, variance, gamma, beta, y);
}

void nk_batch_norm_backward(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, int training,
                            const void *x, const void *mean, const void *variance, const void *gamma, const void *dy,
                            void *dx, void *dgamma, void *dbeta) {
  if (nk_is_float(type))
    nk_kernels(type)->batch_norm_backward(outer, channels, inner, channels * inner, eps, training, x, mean, variance,
                                          gamma, dy, dx, dgamma, dbeta);
}
