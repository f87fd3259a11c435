"""True values of the elementary functions, for ValueTests. Needs mpmath.

Run: python doubles.py > doubles.txt
A line: the operation, its arguments, the double near the value, and by how many units in its last place the value is above.
"""

import random

from mpmath import mp, mpf

mp.dps = 400
random.seed(1)

tiny, huge = float.fromhex("0x1p-1074"), float.fromhex("0x1.fffffffffffffp1023")


def both(values):
    return [s * v for v in values for s in (1, -1)]


def spread(low, high, count):
    """Random numbers of every exponent between two."""
    return [random.uniform(1, 2) * 2.0 ** random.uniform(low, high) for _ in range(count)]


small = both([tiny, float.fromhex("0x1.8p-1030"), 1e-300, 1e-20, 2.0**-27, 1e-5])
middle = both([0.1, 0.25, 0.3466, 0.46, 0.49, 0.5, 0.6, 0.70, 0.7499, 0.85, 1.0, 1.25, 2.4142, 2.5, 5.0, 17.0, 20.5])
anywhere = small + middle + both(spread(-8, 4, 20))
# Doubles next to multiples of π/2: the nearest of all, then some of other sizes.
angles = both([6381956970095103 * 2.0**797, 3.141592653589793, 1.5707963267948966, 1e5, 2.0**30, 2.0**30 + 1, 1e22, huge])
angles += both([float(mp.nint(n) * mp.pi / 2) for n in (3, 1e6 + 1, 1e9 + 7, 1e12, 1e15 + 1)]) + spread(-3, 1000, 30)
within = small + both([0.1, 0.3, 0.4999, 0.5, 0.5001, 0.7, 0.9, 1 - 2.0**-30, 1 - 2.0**-53] + spread(-8, -1, 15))
positive = [v for v in anywhere if v > 0] + [huge, 1 - 2.0**-53, 1 + 2.0**-52, 0.7071, 1.4142, 3.7e-310] + spread(-900, 900, 20)
exponents = anywhere + both([88.7, 300.0, 700.0, 709.7]) + [-740.0, -745.1]

functions = {
    "exp": (mp.exp, exponents),
    "exp2": (lambda x: mpf(2) ** x, anywhere + both([1000.5, 1023.9]) + [-1074.0, -1073.4, 10.0]),
    "expm1": (mp.expm1, exponents),
    "log": (mp.log, positive),
    "log1p": (mp.log1p, [v for v in anywhere if v > -1] + [-1 + 2.0**-53, huge]),
    "log2": (lambda x: mp.log(x) / mp.log(2), positive + [8.0, 2.0**-1074]),
    "log10": (lambda x: mp.log(x) / mp.log(10), positive + [1000.0, 1e22]),
    "sin": (mp.sin, small + middle + angles),
    "cos": (mp.cos, small + middle + angles),
    "tan": (mp.tan, small + middle + angles),
    "asin": (mp.asin, within + [1.0, -1.0]),
    "acos": (mp.acos, within + [1.0, -1.0]),
    "atan": (mp.atan, anywhere + both(spread(10, 1000, 8))),
    "sinh": (mp.sinh, anywhere + both([300.0, 709.0, 710.4])),
    "cosh": (mp.cosh, anywhere + both([300.0, 709.0, 710.4])),
    "tanh": (mp.tanh, anywhere + [huge]),
    "asinh": (mp.asinh, anywhere + both(spread(10, 1000, 8)) + [huge]),
    "acosh": (mp.acosh, [1.0, 1 + 2.0**-52, 1.0001, 1.5, 2.0, 7.0, huge] + spread(0, 1000, 20)),
    "atanh": (mp.atanh, within),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), anywhere + [-700.0, -740.0, 40.0]),
    "erf": (mp.erf, anywhere + both([5.8])),
    "erfc": (mp.erfc, anywhere + [5.8, 12.0, 26.0, 27.1]),
}
bases, powers = spread(-30, 30, 40), both(spread(-6, 4, 20))
pairs = list(zip(spread(-1000, 1000, 20), both(spread(-1000, 1000, 10)))) + list(zip(both(spread(-2, 2, 15)), spread(-2, 2, 30)))
edges = [(huge, huge), (tiny, tiny), (huge, tiny), (tiny, huge), (3.0, 4.0), (-1.0, tiny)]
functions2 = {
    "pow": (lambda x, y: mpf(x) ** y, list(zip(bases, powers)) + [(1 + 2.0**-52, 2.0**58), (1 - 2.0**-53, 2.0**60),
                                                                 (tiny, 0.5), (tiny, -0.9), (huge, 0.99), (3.0, 2.0),
                                                                 (-3.0, 3.0), (-2.0, -1073.0), (10.0, 308.0)]),
    "atan2": (lambda y, x: mp.atan2(y, x), pairs + edges),
    "hypot": (lambda x, y: mp.sqrt(mpf(x) ** 2 + mpf(y) ** 2), pairs + edges[1:]),
}


def line(name, arguments, value):
    nearest = float(value)
    if abs(value) >= mpf(huge) or nearest in (float("inf"), -float("inf")):
        return
    unit = mp.ldexp(1, max(mp.frexp(value)[1], -1021) - 53) if value else mpf(tiny)
    print(name, *(float.hex(float(v)) for v in arguments), float.hex(nearest), mp.nstr((value - nearest) / unit, 4))


for name, (function, arguments) in functions.items():
    for x in dict.fromkeys(arguments):
        line(name, [x], function(mpf(x)))
for name, (function, arguments) in functions2.items():
    for x, y in arguments:
        line(name, [x, y], function(mpf(x), mpf(y)))
