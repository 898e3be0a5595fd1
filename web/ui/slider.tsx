import { useId } from 'react'
import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import styles from './slider.module.css'

export interface SliderProps {
  label: string
  /** What moving it does, in a few words; read out with the label. */
  hint?: string
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** The value in words. */
  say: (value: number) => string
}

/** A slider with its name, its value in words and its hint. Arrows move it by a step, Page Up and Down by more, Home and End to the ends. */
export function Slider({ label, hint, value, min, max, step, onChange, say }: SliderProps) {
  const hintId = useId()
  return (
    <AriaSlider className={styles['slider'] ?? ''} value={value} minValue={min} maxValue={max} step={step} onChange={(next) => { if (typeof next === 'number') onChange(next) }}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <SliderOutput className={styles['output'] ?? ''}>{() => say(value)}</SliderOutput>
      <SliderTrack className={styles['track'] ?? ''}>
        {({ state }) => (
          <>
            <span className={styles['fill']} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles['thumb'] ?? ''} {...(hint === undefined ? {} : { 'aria-describedby': hintId })} />
          </>
        )}
      </SliderTrack>
      {hint !== undefined && (
        <span id={hintId} className={styles['hint']}>
          {hint}
        </span>
      )}
    </AriaSlider>
  )
}
