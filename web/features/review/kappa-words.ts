/** Landis and Koch (1977), Biometrics 33, 159–174: rough words for a kappa. */
export function kappaWords(kappa: number): string {
  const [words] = ([[0.8, 'almost perfect'], [0.6, 'substantial'], [0.4, 'moderate'], [0.2, 'fair'], [0, 'slight']] as const).find(([from]) => kappa > from)?.slice(1) ?? ['no better than chance']
  return String(words)
}

/** A kappa to two places, with a minus sign where it is below zero. */
export function kappaFigure(kappa: number): string {
  const size = Math.abs(kappa).toFixed(2)
  return kappa < 0 && size !== '0.00' ? `−${size}` : size
}
