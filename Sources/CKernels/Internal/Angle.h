#ifndef NK_ANGLE_H
#define NK_ANGLE_H

#include <stdint.h>

/// x = quadrant·π/2 + r + low for 2²⁰ ≤ |x| < ∞, by as many places of 2/π as x asks for (Payne and Hanek 1983), in
/// integers. Returns the quadrant, of which the last two bits count.
int nk_reduce_angle(double x, double *r, double *low);

#endif
