import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { StartupError } from '#server/errors.ts'

/** The code of a system error (`ENOSPC`), if it is one. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** An error met while writing to a folder, as words for the terminal; anything unknown passes unchanged. */
export function asFolderError(error: unknown, folder: string, setting: string): unknown {
  const code = systemErrorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartupError('The disk is full.', `Nothing more can be written to ${folder} (${code}).`, `Free some space there, or choose another folder with ${setting}.`, error)
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT' || code === 'ELOOP' || code === 'ENAMETOOLONG') {
    return new StartupError(`The folder ${folder} cannot be written to.`, reasons[code], `Make it writable for you, or choose another folder with ${setting}.`, error)
  }
  return error
}

const reasons = {
  EACCES: 'You lack the permission to write there.',
  EPERM: 'The system does not allow writing there.',
  EROFS: 'It lies on a read-only disk.',
  ENOTDIR: 'Part of that path is a file, not a folder.',
  EEXIST: 'There is a file in its place.',
  ENOENT: 'It does not exist and cannot be made.',
  ELOOP: 'Its links go round in a circle.',
  ENAMETOOLONG: 'The path is too long for this system.',
} as const

/** Makes the folder if need be and checks that it can be written to and has room. */
export async function prepareFolder(folder: string, setting: string, neededBytes: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw asFolderError(error, folder, setting)
  }
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < neededBytes) {
    throw new StartupError(
      'The disk is full.',
      `${folder} has ${megabytes(bavail * bsize)} left and at least ${megabytes(neededBytes)} are needed.`,
      `Free some space there, or choose another folder with ${setting}.`,
    )
  }
}

/** `129.4 MB`: sizes as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
