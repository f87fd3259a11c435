#include "Angle.h"

#include <string.h>

#include "../Vector/Coefficients.h"

typedef unsigned __int128 Wide;

/// 2/π behind 64 zeros: the places that a number below 2⁶³ begins at lie before the point.
static const uint64_t places[] = {0, TWO_OVER_PI_PLACES};

/// The 64 places from the given one on.
static uint64_t places_from(int begin) {
  const int word = begin / 64, shift = begin % 64;
  return shift ? places[word] << shift | places[word + 1] >> (64 - shift) : places[word];
}

/// The upper 128 bits of a product.
static Wide upper(Wide a, Wide b) {
  const uint64_t a1 = (uint64_t)(a >> 64), a0 = (uint64_t)a, b1 = (uint64_t)(b >> 64), b0 = (uint64_t)b;
  const Wide cross = (Wide)a1 * b0, other = (Wide)a0 * b1;
  const Wide middle = (Wide)(uint64_t)cross + (uint64_t)other + (uint64_t)((Wide)a0 * b0 >> 64);
  return (Wide)a1 * b1 + (cross >> 64) + (other >> 64) + (middle >> 64);
}

static double scaled(uint64_t whole, int exponent) {
  double power;
  const uint64_t bits = (uint64_t)(exponent + 1023) << 52;
  memcpy(&power, &bits, sizeof power);
  return (double)whole * power;
}

int nk_reduce_angle(double x, double *r, double *low) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  // |x| = m·2ᵉ. Of m·(2ᵉ·2/π) whole turns do not matter, so neither do the places of 2ᵉ·2/π from the fours on.
  const int e = (int)(bits >> 52 & 0x7ff) - 1075, begin = 64 + e - 2;
  const uint64_t m = (bits & 0xfffffffffffff) | 1ull << 52;
  const Wide p0 = (Wide)m * places_from(begin + 128), p1 = (Wide)m * places_from(begin + 64) + (uint64_t)(p0 >> 64);
  // Quadrants, in 2 bits, and the part of one, in 190.
  uint64_t top = m * places_from(begin) + (uint64_t)(p1 >> 64), middle = (uint64_t)p1, bottom = (uint64_t)p0;
  int quadrant = (int)(top >> 62);
  int negative = (int)(top >> 61 & 1);
  top &= 0x3fffffffffffffff;
  if (negative) {
    // The next quadrant is nearer: 2¹⁹⁰ less that part.
    quadrant++;
    bottom = 0 - bottom;
    middle = ~middle + (bottom == 0);
    top = (~top + (bottom == 0 && middle == 0)) & 0x3fffffffffffffff;
  }
  // No double is nearer to a multiple of π/2 than 2⁻⁶², so that one of the first two words has a bit.
  const int zeros = top ? __builtin_clzll(top) : 64 + __builtin_clzll(middle | 1);
  Wide part = (Wide)top << 64 | middle;
  part = part << zeros | (zeros < 64 ? bottom >> (64 - zeros) : (Wide)bottom << (zeros - 64));
  // The angle is part·2^(2−zeros−128) times π/2; the constant is 2¹²⁸·π/4.
  Wide turned = upper(part, (Wide)0xc90fdaa22168c234 << 64 | 0xc4c6628b80dc1cd1);
  int exponent = 2 - zeros + 1;
  if (!(turned >> 127)) turned <<= 1, exponent--;
  const double high = scaled((uint64_t)(turned >> 75), exponent - 53);
  const double rest = scaled((uint64_t)(turned >> 22) & 0x1fffffffffffff, exponent - 106);
  *r = high + rest;
  *low = rest - (*r - high);
  if (negative != (int)(bits >> 63)) *r = -*r, *low = -*low;
  return bits >> 63 ? -quadrant : quadrant;
}
