import { StoreTrouble } from '../../../store/incident-store.ts';
import { alignColumns } from '../../align-columns.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, isSet } from '../../input.ts';
import type { HealthCheck } from '../../upkeep.ts';
import { checkTelling } from './check-telling.ts';

/** So many of the newest records are verified; all of them is what `audit verify --all` is for. */
const mostVerified = 20;

/** `doctor [--fix]`: is everything in place for the next alert? Each line that is not ok says what to type. */
export const doctor: Action = async (input, house) => {
  const upkeep = await house.upkeep();
  const checks: readonly HealthCheck[] = [
    ...(await upkeep.inspectSettings()),
    ...upkeep.inspectSite(isSet(input, 'fix')),
    ...(await house.inspectSharing()),
    ...(await findMissingWorkflows(house)),
    ...(await checkTelling(house)),
    await verifyNewest(house),
  ];
  const failed = checks.filter(({ state }) => state === 'fail');
  const warned = checks.filter(({ state }) => state === 'warn');
  const [first] = failed;
  return answer(first === undefined ? 'healthy' : 'unhealthy', {
    headline: false,
    exit_code: first === undefined ? exitCodes.done : exitCodes.unsuccessful,
    lines: [...tell(checks, input), `${checks.length} checks, ${failed.length} failed, ${warned.length} worth knowing`],
    more: { checks },
    brief:
      first === undefined ? null : `${failed.length} of ${checks.length} checks failed; the first is ${first.name}.`,
    error:
      first === undefined
        ? null
        : {
            reason: 'unhealthy',
            message: `${first.name}: ${first.text}`,
            hint: first.fix ?? '',
          },
  });
};

function tell(checks: readonly HealthCheck[], input: Input): readonly string[] {
  const shown = isSet(input, 'quiet') ? checks.filter(({ state }) => state !== 'ok') : checks;
  return alignColumns(
    shown.map(({ name, state, text, fix }) => [state, name, fix === null ? text : `${text}  → ${fix}`]),
  );
}

/** Every workflow that a playbook or the configuration counts on has to be there to run. */
async function findMissingWorkflows({ config, prepareWorkflow }: House): Promise<readonly HealthCheck[]> {
  const names = new Set([
    ...Object.keys(config.workflows),
    ...config.playbooks.flatMap(({ propose }) => propose.workflow),
  ]);
  const missing: HealthCheck[] = [];
  for (const name of names) {
    const prepared = await prepareWorkflow(name, [], false);
    if (prepared.ok) continue;
    const fix =
      prepared.config_lines === null ? `mend workflows.${name}, or what it names` : 'configure it under workflows';
    missing.push({ name: `workflow ${name}`, state: 'fail', text: prepared.text, fix });
  }
  if (names.size === 0 || missing.length > 0) return missing;
  return [{ name: 'workflows', state: 'ok', text: `${names.size} found`, fix: null }];
}

async function verifyNewest({ store }: House): Promise<HealthCheck> {
  const name = 'records';
  const ids = await newestIds(store);
  for (const id of ids) {
    const { ok, first_bad, stale } = await store.examine(id);
    if (!ok) {
      const text = `${id}: entry ${first_bad?.entry ?? 1} ${first_bad?.why ?? 'does not fit'}`;
      return { name, state: 'fail', text, fix: `incident audit verify ${id}` };
    }
    if (stale.length > 0) {
      const text = `${id}: ${stale.join(', ')} differs from the journal`;
      return { name, state: 'warn', text, fix: `incident audit rebuild ${id}` };
    }
  }
  return { name, state: 'ok', text: `the newest ${ids.size} verify`, fix: null };
}

/** Lists leave out what can't be read, so the ids that lie there come first: those of open incidents before others. */
async function newestIds(store: House['store']): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const id of store.listIds()) if (ids.add(id).size >= mostVerified) break;
  try {
    let listed = 0;
    for await (const { id, pruned_at } of store.listAll()) {
      if (pruned_at === undefined) ids.add(id);
      listed += 1;
      if (listed >= mostVerified) break;
    }
  } catch (error) {
    // Without its key an encrypted record can't be listed; its chain is checked all the same.
    if (!(error instanceof StoreTrouble && error.reason === 'record-locked')) throw error;
  }
  return ids;
}
