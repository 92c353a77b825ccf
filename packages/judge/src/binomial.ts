/** So many draws, each a hit with the same chance (0 to 1). */
export interface Draws {
  readonly draws: number;
  readonly chance: number;
}

/**
 * The chance of at most so many hits. Exact to about 12 digits: by way of the incomplete beta function,
 * P(X <= k) = I(1 - p; n - k, k + 1) (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.24).
 */
export function chanceOfAtMost(hits: number, { draws, chance }: Draws): number {
  if (hits < 0) return 0;
  if (hits >= draws) return 1;
  return incompleteBeta(1 - chance, draws - hits, hits + 1);
}

/** The chance of at least so many hits; see `chanceOfAtMost`. */
export function chanceOfAtLeast(hits: number, { draws, chance }: Draws): number {
  if (hits <= 0) return 1;
  if (hits > draws) return 0;
  return incompleteBeta(chance, hits, draws - hits + 1);
}

/** I(x; a, b), regularised. The continued fraction is quick on one side of the mean, so the other side is mirrored. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const SMALLEST = 1e-300;

/**
 * The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz's method (W. J. Lentz, Generating
 * Bessel functions in Mie scattering calculations using continued fractions, Applied Optics 15, 1976).
 */
function betaFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = fraction;
    for (const term of [even, odd]) {
      denominator = 1 / awayFromZero(1 + term * denominator);
      numerator = awayFromZero(1 + term / numerator);
      fraction *= denominator * numerator;
    }
    if (Math.abs(fraction - before) <= Math.abs(fraction) * 1e-15) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

/** The logarithm of n!. */
export function logFactorial(n: number): number {
  return logGamma(n + 1);
}

/** Below it Stirling's series is not exact enough. */
const STIRLING_FROM = 15;

/** Stirling's series (Abramowitz and Stegun 6.1.41), for x > 0; small arguments are first moved up by the recurrence. */
function logGamma(x: number): number {
  let product = 1;
  let z = x;
  for (; z < STIRLING_FROM; z += 1) product *= z;
  const square = z * z;
  const tail = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + tail - Math.log(product);
}
