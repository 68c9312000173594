/** Whom a line of the list of allowed signers names, by key of `people` or by e-mail address; else the name as it is. */
export function personOfSigner(
  signer: string,
  people: Readonly<Record<string, { readonly email?: string | undefined }>>,
): string {
  for (const [key, { email }] of Object.entries(people)) {
    if (signer === key || signer.toLowerCase() === email?.toLowerCase()) return key;
  }
  return signer;
}
