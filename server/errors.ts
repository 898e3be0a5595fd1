/** What can go wrong in the domain. error-handler.ts alone turns these into answers; the command line alone into exit codes. */
export class DomainError extends Error {
  override readonly name: string = 'DomainError'
}

/** Nothing under that id (or path). */
export class NotFoundError extends DomainError {
  override readonly name = 'NotFoundError'
}

/** There is something at that address, but not for that method. `allowed` goes into the header Allow. */
export class MethodNotAllowedError extends DomainError {
  override readonly name = 'MethodNotAllowedError'
  readonly allowed: readonly string[]
  constructor(method: string, allowed: readonly string[]) {
    super(`${method} is not taken here; this address takes ${allowed.join(', ')}.`)
    this.allowed = allowed
  }
}

/** The request or the file does not fit; `faults` name each place. */
export class BadInputError extends DomainError {
  override readonly name = 'BadInputError'
  readonly faults: readonly { path: string; message: string }[]
  constructor(message: string, faults: readonly { path: string; message: string }[] = []) {
    super(message)
    this.faults = faults
  }
}

/** More than is taken. */
export class TooLargeError extends DomainError {
  override readonly name = 'TooLargeError'
}

/** No room on the disk. */
export class StorageFullError extends DomainError {
  override readonly name = 'StorageFullError'
}

/** Somebody asked for it to stop; what was done until then stays. */
export class CancelledError extends DomainError {
  override readonly name = 'CancelledError'
}

/** The database does not answer (away, shutting down, wrong password after start). */
export class DatabaseUnavailableError extends DomainError {
  override readonly name = 'DatabaseUnavailableError'
}

/** A query ran into its time limit. */
export class QueryTimeoutError extends DomainError {
  override readonly name = 'QueryTimeoutError'
}

/** The caller may not do this. */
export class ForbiddenError extends DomainError {
  override readonly name = 'ForbiddenError'
}

/** The action clashes with one that is under way. */
export class ConflictError extends DomainError {
  override readonly name = 'ConflictError'
}

/** Throughline cannot start or go on: what happened, why, and what to do, each one sentence for the terminal. */
export class StartupError extends DomainError {
  override readonly name: string = 'StartupError'
  readonly why: string
  readonly remedy: string
  constructor(what: string, why: string, remedy: string, cause?: unknown) {
    super(what, { cause })
    this.why = why
    this.remedy = remedy
  }
}

/** What people made of the taxonomy or the model in this graph cannot be used by this version. */
export class UnusableTaxonomyError extends StartupError {
  override readonly name = 'UnusableTaxonomyError'
}
