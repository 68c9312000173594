import type { Command } from 'commander';

/**
 * What a shell is told: the script it loads (`completion bash`), or the words that fit so far (`complete -- …`).
 *
 * The library prints to the console itself, so for that moment the console writes into a text.
 */
export async function completionText(program: Command, argv: readonly string[]): Promise<string> {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(program, { completionCommandName: 'completion' });
  const printed: string[] = [];
  const { log } = console;
  Object.assign(console, { log: (text: unknown) => printed.push(String(text)) });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } finally {
    Object.assign(console, { log });
  }
  return `${printed.join('\n')}\n`;
}
