#include "../Internal/Runtime.h"

#define GRAIN 1024
/// Nanoseconds for a parameter, roughly.
#define COST 0.25

typedef struct StepCall {
  NKType type;
  void *p, *first, *second, *third;
  const void *g;
  double lr, a, b, c, d;
  int flag, other_flag;
  int64_t step;
} StepCall;

#define AT(field) nk_at(c->field, begin, c->type)

static void sgd_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const StepCall *c = context;
  nk_kernels(c->type)->sgd(end - begin, AT(p), AT(g), AT(first), c->lr, c->a, c->b, c->c, c->flag, c->other_flag);
}

void nk_sgd(NKType type, ptrdiff_t n, void *p, const void *g, void *buffer, double lr, double momentum,
            double dampening, double weight_decay, int nesterov, int first) {
  if (!nk_is_float(type)) return;
  StepCall call = {.type = type, .p = p, .g = g, .first = buffer, .lr = lr, .a = momentum, .b = dampening,
                   .c = weight_decay, .flag = nesterov, .other_flag = first};
  nk_parallel(n, GRAIN, COST, sgd_part, &call);
}

static void adam_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const StepCall *c = context;
  nk_kernels(c->type)->adam(end - begin, AT(p), AT(g), AT(first), AT(second), AT(third), c->lr, c->a, c->b, c->c, c->d,
                            c->flag, c->step);
}

void nk_adam(NKType type, ptrdiff_t n, void *p, const void *g, void *m, void *v, void *v_max, double lr, double beta1,
             double beta2, double eps, double weight_decay, int decoupled, int64_t step) {
  if (!nk_is_float(type)) return;
  StepCall call = {.type = type, .p = p, .g = g, .first = m, .second = v, .third = v_max, .lr = lr, .a = beta1,
                   .b = beta2, .c = eps, .d = weight_decay, .flag = decoupled, .step = step};
  nk_parallel(n, GRAIN, COST, adam_part, &call);
}

static void rmsprop_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const StepCall *c = context;
  nk_kernels(c->type)->rmsprop(end - begin, AT(p), AT(g), AT(first), AT(second), AT(third), c->lr, c->a, c->b, c->c,
                               c->d);
}

void nk_rmsprop(NKType type, ptrdiff_t n, void *p, const void *g, void *square, void *buffer, void *mean, double lr,
                double alpha, double eps, double weight_decay, double momentum) {
  if (!nk_is_float(type)) return;
  StepCall call = {.type = type, .p = p, .g = g, .first = square, .second = buffer, .third = mean, .lr = lr,
                   .a = alpha, .b = eps, .c = weight_decay, .d = momentum};
  nk_parallel(n, GRAIN, COST, rmsprop_part, &call);
}

static void adagrad_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const StepCall *c = context;
  nk_kernels(c->type)->adagrad(end - begin, AT(p), AT(g), AT(first), c->lr, c->a, c->b, c->c, c->step);
}

void nk_adagrad(NKType type, ptrdiff_t n, void *p, const void *g, void *sum, double lr, double lr_decay,
                double weight_decay, double eps, int64_t step) {
  if (!nk_is_float(type)) return;
  StepCall call = {.type = type, .p = p, .g = g, .first = sum, .lr = lr, .a = lr_decay, .b = weight_decay, .c = eps,
                   .step = step};
  nk_parallel(n, GRAIN, COST, adagrad_part, &call);
}
