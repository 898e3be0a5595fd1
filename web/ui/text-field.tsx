import { clsx } from 'clsx'
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import styles from './field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className'> {
  label: string
  note?: string
  placeholder?: string
  errorMessage?: string
  /** More than one makes a text area. */
  rows?: number
  className?: string
}

/** A labelled text field or text area. */
export function TextField({ label, note, placeholder, errorMessage, rows = 1, className, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={errorMessage !== undefined} className={clsx(styles['field'], className)}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {rows > 1 ? <TextArea rows={rows} placeholder={placeholder ?? ''} className={styles['input'] ?? ''} /> : <Input placeholder={placeholder ?? ''} className={styles['input'] ?? ''} />}
      {note !== undefined && (
        <Text slot="description" className={styles['note'] ?? ''}>
          {note}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{errorMessage ?? ''}</FieldError>
    </AriaTextField>
  )
}
