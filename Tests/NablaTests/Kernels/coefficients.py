"""Finds the polynomials of Sources/CKernels/Vector/Coefficients.h by the Remez algorithm. Needs mpmath.

Run: python coefficients.py > ../../../Sources/CKernels/Vector/Coefficients.h
Each is the minimax polynomial of the weighted error, rounded to the type afterwards; the comment gives the greatest
error of the unrounded one, as a part of the function's value.
"""

import struct

from mpmath import mp, mpf

mp.dps = 60


def remez(target, weight, low, high, degree):
    """Coefficients c with max |weight(x)·(Σ c x^k − target(x))| least over [low, high]."""
    n = degree + 2
    given = weight
    weight = lambda x: max(given(x), mpf(10) ** -9)  # a weight of 0 would leave its point free
    points = [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * i / (n - 1)) for i in range(n)]
    for _ in range(14):
        rows = [[x**k for k in range(degree + 1)] + [(-1) ** i / weight(x)] for i, x in enumerate(points)]
        solution = mp.lu_solve(mp.matrix(rows), mp.matrix([target(x) for x in points]))
        c = [solution[k] for k in range(degree + 1)]
        error = lambda x: weight(x) * (mp.polyval(c[::-1], x) - target(x))
        # New points: the greatest error between the zeros of the error.
        grid = [low + (high - low) * (1 - mp.cos(mp.pi * i / (40 * n))) / 2 for i in range(40 * n + 1)]
        values = [error(x) for x in grid]
        found = []
        for x, v in zip(grid, values):
            if found and mp.sign(found[-1][1]) == mp.sign(v):
                if abs(v) > abs(found[-1][1]):
                    found[-1] = (x, v)
            else:
                found.append((x, v))
        while len(found) > n:
            found.pop(0 if abs(found[0][1]) < abs(found[-1][1]) else -1)
        if len(found) < n:
            break
        points = [x for x, _ in found]
        peaks = [abs(v) for _, v in found]
        if max(peaks) < min(peaks) * mpf("1.001"):
            break
    return c, max(abs(error(x)) for x in grid)


def show(name, c, error, suffix):
    if suffix == "f":
        texts = [float.hex(struct.unpack("<f", struct.pack("<f", float(v)))[0]) + "f" for v in c]
    else:
        texts = [float.hex(float(v)) for v in c]
    print(f"// {mp.nstr(error, 2)}")
    line = f"#define {name} "
    lines = []
    for i, t in enumerate(texts):
        piece = t + (", " if i + 1 < len(texts) else "")
        if len(line) + len(piece) > 112:
            lines.append(line.rstrip() + " \\")
            line = "  "
        line += piece
    print("\n".join(lines + [line]))


def fit(name, target, weight, low, high, degree, suffix):
    c, error = remez(target, weight, mpf(low), mpf(high), degree)
    show(name, c, error, suffix)


def limit(f, series):
    """f, or its series where f would cancel."""
    return lambda x: series(x) if abs(x) < mpf(10) ** -12 else f(x)


print("// Made by Tests/NablaTests/Kernels/coefficients.py: change it there. Lowest powers first.\n")

half_ln2 = mp.log(2) / 2 * mpf("1.0001")
# eʳ = 1 + r + r²·q(r)
exp_q = limit(lambda r: (mp.expm1(r) - r) / r**2, lambda r: mpf(1) / 2 + r / 6 + r * r / 24)
# relative to eʳ and to expm1(r)
for name, degree, suffix in (("EXP_F32", 4, "f"), ("EXP_F64", 9, "")):
    fit(name, exp_q, lambda r: r * r / mp.exp(r) if r else mpf(10) ** -9, -half_ln2, half_ln2, degree, suffix)
for name, degree, suffix in (("EXPM1_F32", 5, "f"), ("EXPM1_F64", 11, "")):
    fit(name, exp_q, lambda r: abs(limit(lambda s: s * s / mp.expm1(s), lambda s: s)(r)) + mpf(10) ** -9, -half_ln2,
        half_ln2, degree, suffix)

# ln(1 + f) = f − f²/2 + f³·q(f), f in [√½ − 1, √2 − 1]
log_q = limit(lambda f: (mp.log1p(f) - f + f * f / 2) / f**3, lambda f: mpf(1) / 3 - f / 4 + f * f / 5)
fit("LOG_F32", log_q, lambda f: abs(limit(lambda s: s**3 / mp.log1p(s), lambda s: s * s)(f)) + mpf(10) ** -9,
    mp.sqrt(mpf(1) / 2) - 1, mp.sqrt(2) - 1, 8, "f")
# With s = f/(2 + f), z = s²: ln(1 + f) = 2s + s·z·q(z)
log_s = limit(lambda z: (2 * mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 2) / z, lambda z: mpf(2) / 3 + 2 * z / 5)
top = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mpf("1.0001")
fit("LOG_F64", log_s, lambda z: z + mpf(10) ** -9, 0, top, 6, "")

# tanh x = x + x·z·q(z), z = x²
tanh_q = limit(lambda z: (mp.tanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: -mpf(1) / 3 + 2 * z / 15)
tanh_weight = lambda z: z * mp.sqrt(z) / mp.tanh(mp.sqrt(z)) if z > 0 else mpf(10) ** -9
fit("TANH_F32", tanh_q, tanh_weight, 0, mpf("0.625") ** 2, 4, "f")

# sin x = x + x·z·q(z), cos x = 1 − z/2 + z²·q(z), z = x², |x| ≤ π/4
quarter = (mp.pi / 4 * mpf("1.0001")) ** 2
sin_q = limit(lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: -mpf(1) / 6 + z / 120)
cos_q = limit(lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2, lambda z: mpf(1) / 24 - z / 720)
for name, degree, suffix in (("SIN_F32", 2, "f"), ("SIN_F64", 5, "")):
    fit(name, sin_q, lambda z: z * mp.sqrt(z) / mp.sin(mp.sqrt(z)) if z > 0 else mpf(10) ** -9, 0, quarter, degree,
        suffix)
for name, degree, suffix in (("COS_F32", 2, "f"), ("COS_F64", 5, "")):
    fit(name, cos_q, lambda z: z * z / mp.cos(mp.sqrt(z)) + mpf(10) ** -9, 0, quarter, degree, suffix)

# erf x = x + x·q(z), z = x²
erf_q = limit(lambda z: mp.erf(mp.sqrt(z)) / mp.sqrt(z) - 1, lambda z: 2 / mp.sqrt(mp.pi) * (1 - z / 3) - 1)
erf_weight = lambda z: mp.sqrt(z) / mp.erf(mp.sqrt(z)) if z > 0 else mp.sqrt(mp.pi) / 2
fit("ERF_F32", erf_q, erf_weight, 0, mpf("0.84") ** 2, 6, "f")
fit("ERF_F64", erf_q, erf_weight, 0, mpf("1.005") ** 2, 12, "")
# erf x = 1 − e^{−t·(2 + c + t·q(t))} for t = |x| in [0.82, 4], c being rounded first, as it is the greatest; the error is
# that of the exponent, weighted by its effect
erf_tail = lambda t: -mp.log(mp.erfc(t)) / t - 2
erf_first = remez(erf_tail, lambda t: t * mp.erfc(t) / mp.erf(t), mpf("0.82"), mpf(4), 6)[0][0]
erf_first = mpf(struct.unpack("<f", struct.pack("<f", float(erf_first)))[0])
print(f"#define ERF_TAIL_F32_FIRST {float.hex(float(erf_first))}f")
fit("ERF_TAIL_F32", lambda t: (erf_tail(t) - erf_first) / t, lambda t: t * t * mp.erfc(t) / mp.erf(t), mpf("0.82"), 4,
    5, "f")

# atan x = x + x·z·q(z), z = x² ≤ 1, for results in Float32
atan_q = limit(lambda z: (mp.atan(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: -mpf(1) / 3 + z / 5)
fit("ATAN_WIDE", atan_q, lambda z: z * mp.sqrt(z) / mp.atan(mp.sqrt(z)) if z > 0 else mpf(10) ** -9, 0, 1, 13, "")

# erfc x = e^{−x²}·r·q(r − middle), r = 1/(x + k), 0 ≤ x ≤ high, where erfc is the least number of the type
# and `middle` is where the fewest of the polynomial's terms cancel; the second is for floats by way of double
for name, k, high, degree, part, suffix in (("ERFC_F32", 3, "10.2", 9, "0.5", "f"),
                                            ("ERFC_WIDE", 3, "10.2", 13, "0.5", ""),
                                            ("ERFC_F64", 3, "27.3", 23, "0.35", "")):
    low_r, high_r = 1 / (mpf(high) + k), mpf(1) / k
    middle = low_r + mpf(part) * (high_r - low_r)
    middle = mpf(struct.unpack("<f", struct.pack("<f", float(middle)))[0])
    scaled = lambda s: mp.erfc(1 / (s + middle) - k) * mp.exp((1 / (s + middle) - k) ** 2) / (s + middle)
    if name != "ERFC_WIDE":  # which shares those of floats
        print(f"#define {name}_SHIFT {k}\n#define {name}_MIDDLE {float.hex(float(middle))}")
    fit(name, scaled, lambda s: 1 / scaled(s), low_r - middle, high_r - middle, degree, suffix)

# e^r = 1 + r + r²/2 + r³·q(r), for results of which every bit counts
exp_pair_q = limit(lambda r: (mp.expm1(r) - r - r**2 / 2) / r**3, lambda r: mpf(1) / 6 + r / 24 + r * r / 120)
fit("EXP_PAIR", exp_pair_q, lambda r: abs(r**3) / mp.exp(r), -half_ln2, half_ln2, 9, "")
# The same without the first: with s = f/(2 + f), z = s², ln(1 + f) = 2s + s·z·(2/3 + z·(2/5 + z·q(z)))
log_pair_q = lambda z: (sum(2 * z**k / (2 * k + 7) for k in range(30)))
fit("LOG_PAIR", log_pair_q, lambda z: z**3 / 2, 0, top, 7, "")

# sinh r = r + r·z·q(z), cosh r = 1 + z·q(z), z = r², |r| ≤ ln 2/2
square = half_ln2**2
fit("SINH_F64", limit(lambda z: (mp.sinh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: mpf(1) / 6 + z / 120),
    lambda z: z, 0, square, 4, "")
fit("COSH_F64", limit(lambda z: (mp.cosh(mp.sqrt(z)) - 1) / z, lambda z: mpf(1) / 2 + z / 24), lambda z: z, 0, square, 4,
    "")

# atan x = x + x·z·q(z), z = x², |x| ≤ tan(π/8); asin x likewise, |x| ≤ ½
fit("ATAN_F64", atan_q, lambda z: z * mp.sqrt(z) / mp.atan(mp.sqrt(z)) if z > 0 else mpf(10) ** -9, 0,
    (mp.sqrt(2) - 1) ** 2 * mpf("1.0001"), 10, "")
asin_q = limit(lambda z: (mp.asin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: mpf(1) / 6 + 3 * z / 40)
fit("ASIN_F64", asin_q, lambda z: z * mp.sqrt(z) / mp.asin(mp.sqrt(z)) if z > 0 else mpf(10) ** -9, 0,
    mpf("0.2501"), 12, "")


def parts(name, value, bits=53, end="", suffix=""):
    """Prints a constant as a number of so many bits and the rest."""
    high = mp.ldexp(mp.nint(mp.ldexp(value, bits - mp.frexp(value)[1])), mp.frexp(value)[1] - bits)
    print(f"#define {name}_HIGH{end} {float.hex(float(high))}{suffix}")
    print(f"#define {name}_LOW{end} {float.hex(float(value - high))}{suffix}")


parts("LN_2", mp.log(2), 24, "_F32", "f")
parts("LN_2", mp.log(2), 53, "_F64")
parts("LOG2_E", 1 / mp.log(2))
parts("LOG10_E", 1 / mp.log(10))
parts("LOG10_2", mp.log(2, 10), 42)  # times an exponent exact
parts("PI", mp.pi)
parts("HALF_PI", mp.pi / 2)
parts("QUARTER_PI", mp.pi / 4)
parts("TWO_THIRDS", mpf(2) / 3)
parts("TWO_FIFTHS", mpf(2) / 5)

# The first 1280 binary places of 2/π, 64 in each.
with mp.workprec(1400):
    words = [int(mp.floor(mp.ldexp(2 / mp.pi, 64 * (i + 1)))) & (2**64 - 1) for i in range(20)]
print("#define TWO_OVER_PI_PLACES \\")
for i in range(0, 20, 4):
    print("  " + ", ".join(f"0x{w:016x}" for w in words[i : i + 4]) + (", \\" if i < 16 else ""))
