export interface Lift {
  lift: number
  low: number
  high: number
}

/** The normal deviate that leaves 2.5 % on either side. */
const z95 = 1.96

/**
 * How many times more often two things meet than chance alone would let them.
 *
 * Of `all` cases, `a` have the one, `b` the other and `observed` both. Were they independent, a · b / all would have both; lift is observed
 * over that. Its 95 % interval takes the observed count as Poisson and the logarithm of the ratio as normal with the standard error
 * √(1 / observed): lift · exp(± 1.96 / √observed). That is the usual approximation for a ratio of an observed to an expected count, as for
 * standardised ratios in Breslow and Day, Statistical Methods in Cancer Research, vol. II (IARC 1987), chapter 2. It is rough for
 * fewer than about five observed cases, which is why the count always stands beside it.
 *
 * Null where there is nothing to compare: no case has both, or one of the three counts is zero.
 */
export function lift(observed: number, a: number, b: number, all: number): Lift | null {
  if (observed <= 0 || a <= 0 || b <= 0 || all <= 0) return null
  const ratio = observed / ((a * b) / all)
  const spread = Math.exp(z95 / Math.sqrt(observed))
  return { lift: ratio, low: ratio / spread, high: ratio * spread }
}
