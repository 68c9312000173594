import type { Rig } from './rig.ts';

/** Hands over alerts of five kinds, one process for each, so many at a time. */
export async function sendByManyProcesses(
  rig: Rig,
  count: number,
  atOnce: number,
): Promise<{ readonly codes: ReadonlySet<number | null>; readonly ids: ReadonlySet<string> }> {
  const codes = new Set<number | null>();
  const ids = new Set<string>();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next; number < count; number = next) {
      next += 1;
      const payload = {
        title: `checkout is slow ${number % 5}`,
        service: 'checkout',
        severity: 'critical',
        run: number,
      };
      const { code, json } = await rig.run('--alert-payload', JSON.stringify(payload), '--json');
      codes.add(code);
      ids.add(json.incident_id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { codes, ids };
}
