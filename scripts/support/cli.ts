// What the scripts share: numbers from the command line, and errors as one line instead of a stack.

/** Something that the caller can put right; the message is one line for people. */
export class UsageError extends Error {}

/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An integer option within its range. Throws UsageError. */
export function integerOf(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < low || value > high) {
    throw new UsageError(`--${name} ${text} is wrong: it must be an integer from ${low} to ${high}`);
  }
  return value;
}

/** Runs a script's main function; what it throws becomes one line on stderr and exit code 1. */
export async function runScript(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
