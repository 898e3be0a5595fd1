import { Command } from 'commander'
import { addGraphCommands } from './graph-commands.ts'
import { addLinkCommands } from './link-commands.ts'
import { addLinkingCommands } from './linking-commands.ts'
import { addImportCommands } from './import-commands.ts'
import { exitCodes, failureLines } from './print.ts'
import { addReadCommand } from './read-command.ts'
import { addTaxonomyCommands } from './taxonomy-commands.ts'

const program = new Command('throughline')
  .description('Throughline on the command line. With the app running, commands share its database; else they start it and stop it again.')
  .showHelpAfterError()
  .exitOverride()

addReadCommand(program)
addImportCommands(program)
addGraphCommands(program)
addLinkCommands(program)
addLinkingCommands(program)
addTaxonomyCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  // Commander has already told what is wrong with the words; help and version end well.
  const code = error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : null
  if (code === null) for (const line of failureLines(error)) console.error(line)
  process.exitCode = code ?? exitCodes.couldNotRun
}
