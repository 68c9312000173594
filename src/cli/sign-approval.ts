import type { Signed } from '../incident/command.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { readValidUntil, writeApprovalText } from '../phases/approval-text.ts';
import { personOfSigner } from '../phases/person-of-signer.ts';
import type { Prepared } from '../road/doors.ts';
import { type Answer, exitCodes } from './answer.ts';
import { about } from './ask.ts';
import type { House } from './house.ts';
import { type Input, textOf } from './input.ts';
import { whoAsks } from './who-and-when.ts';

/** What is to be approved. */
interface Subject {
  readonly incident: Incident;
  readonly mitigation: Mitigation;
  readonly prepared: Prepared;
}

type Taken =
  | { readonly ok: true; readonly by: string; readonly signed: Signed }
  | { readonly ok: false; readonly answer: Answer };

/** Signatures are for now: where approvals never expire, a signed text still does. */
const usualSeconds = 3600;

/** The text that an approval given now would stand for. */
export function showApprovalText(house: House, subject: Subject): string {
  const seconds = house.approvalPolicy.expires_seconds ?? usualSeconds;
  return textFor(subject, new Date(Date.parse(house.now()) + seconds * 1000).toISOString());
}

/** Signs the text with `--key`, or takes a signature of it with `--signature`, and finds out whose it is. */
export async function takeSignature(input: Input, house: House, subject: Subject): Promise<Taken> {
  const refuse = (reason: string, message: string): Taken => ({
    ok: false,
    answer: refusal(house, subject, reason, message),
  });
  const key = textOf(input, 'key');
  const given =
    key === null ? await readSigned(textOf(input, 'signature') ?? '', house) : await sign(key, house, subject);
  if (!given.ok) return refuse(given.reason, given.message);
  const { text, signature } = given;
  const until = readValidUntil(text);
  const longest = Date.parse(house.now()) + (house.approvalPolicy.expires_seconds ?? usualSeconds) * 1000;
  if (until === null || text !== textFor(subject, until)) {
    return refuse('signed-something-else', 'What was signed is not what would run now.');
  }
  if (Date.parse(until) > longest) return refuse('signed-for-too-long', `Nobody can approve until ${until}.`);
  const checked = await house.signatures.check(text, signature, house.now());
  if (!checked.ok) return refuse(checked.reason, checked.message);
  if (!checked.listed) return refuse('signer-not-allowed', 'The key is on no line of the list of allowed signers.');
  const by = personOfSigner(checked.signer, house.config.people);
  const named = textOf(input, 'as') === null ? null : whoAsks(input, house);
  if (named !== null && named !== by) {
    return refuse('signer-mismatch', `The signature is that of ${checked.signer}, and not of ${named}.`);
  }
  return { ok: true, by, signed: { signed_text: text, signature, signer: checked.signer, until } };
}

function textFor({ incident, mitigation, prepared }: Subject, until: string): string {
  return writeApprovalText(incident, mitigation, prepared.ok ? prepared : { command: null, program: null }, until);
}

type Given =
  | { readonly ok: true; readonly text: string; readonly signature: string }
  | { readonly ok: false; readonly reason: string; readonly message: string };

async function sign(key: string, house: House, subject: Subject): Promise<Given> {
  const text = showApprovalText(house, subject);
  const signed = await house.signatures.sign(text, key);
  return signed.ok ? { ok: true, text, signature: signed.signature } : signed;
}

async function readSigned(path: string, house: House): Promise<Given> {
  const signature = await house.readFile(path);
  const text = await house.readFile(path.replace(/\.sig$/, path.endsWith('.sig') ? '' : '.txt'));
  for (const [name, read] of [
    [path, signature],
    ['the signed text beside it', text],
  ] as const) {
    if (!read.ok) return { ok: false, reason: read.reason, message: `${name}: ${read.message}` };
  }
  if (!signature.ok || !text.ok || !path.endsWith('.sig')) {
    return { ok: false, reason: 'signature-unreadable', message: 'Name the file that ssh-keygen wrote: <text>.sig' };
  }
  return { ok: true, text: text.bytes.toString('utf8'), signature: signature.bytes.toString('utf8') };
}

function refusal(house: House, { incident, mitigation }: Subject, reason: string, message: string): Answer {
  const hint = `incident mitigate approve ${incident.id} ${mitigation.id} --show prints what to sign (ssh-keygen -Y sign -n incident-approval).`;
  return about(house, incident, 'refused', { exit_code: exitCodes.refused, error: { reason, message, hint } });
}
