/** The mark: one line through points of three kinds. */
export function Logo() {
  return (
    <svg width={24} height={20} viewBox="0 0 24 20" aria-hidden focusable="false">
      <path d="M3 16 L9.6 6 Q12 2.6 14.4 6 L21 15.4" fill="none" stroke="var(--kind-narrative)" strokeWidth={2.4} strokeLinecap="round" />
      <circle cx={3.2} cy={15.8} r={2.4} fill="var(--kind-issue)" />
      <circle cx={12} cy={4.6} r={2.4} fill="var(--kind-narrative)" />
      <circle cx={20.8} cy={15.2} r={2.4} fill="var(--kind-country)" />
    </svg>
  )
}
