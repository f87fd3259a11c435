#include "../Internal/Table.h"

void nk_sgd(NKType type, ptrdiff_t n, void *p, const void *g, void *buffer, double lr, double momentum,
            double dampening, double weight_decay, int nesterov, int first) {
  if (nk_is_float(type))
    nk_kernels(type)->sgd(n, p, g, buffer, lr, momentum, dampening, weight_decay, nesterov, first);
}

void nk_adam(NKType type, ptrdiff_t n, void *p, const void *g, void *m, void *v, void *v_max, double lr, double beta1,
             double beta2, double eps, double weight_decay, int decoupled, int64_t step) {
  if (nk_is_float(type))
    nk_kernels(type)->adam(n, p, g, m, v, v_max, lr, beta1, beta2, eps, weight_decay, decoupled, step);
}

void nk_rmsprop(NKType type, ptrdiff_t n, void *p, const void *g, void *square, void *buffer, void *mean, double lr,
                double alpha, double eps, double weight_decay, double momentum) {
  if (nk_is_float(type))
    nk_kernels(type)->rmsprop(n, p, g, square, buffer, mean, lr, alpha, eps, weight_decay, momentum);
}

void nk_adagrad(NKType type, ptrdiff_t n, void *p, const void *g, void *sum, double lr, double lr_decay,
                double weight_decay, double eps, int64_t step) {
  if (nk_is_float(type)) nk_kernels(type)->adagrad(n, p, g, sum, lr, lr_decay, weight_decay, eps, step);
}
