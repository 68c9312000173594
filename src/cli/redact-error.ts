import type { Answer } from './answer.ts';

/**
 * Takes out of an error what may not be shown: what was typed wrongly may hold a secret, and error texts are what people
 * paste into tickets. Loaded only when something went wrong.
 */
export async function redactError(told: Answer): Promise<Answer> {
  const { error } = told;
  if (error === null) return told;
  const { sanitiseText } = await import('../sanitise/sanitise-text.ts');
  const redact = (text: string): string => sanitiseText(text, { salt: 'shown', by_digest: {}, counts: {} }).text;
  return { ...told, error: { ...error, message: redact(error.message), hint: redact(error.hint) } };
}
