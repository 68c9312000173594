// Stands in for a team's deploy tool: notes which version runs now, and answers as smartspec_rollback does.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    'failed-deployment-id': { type: 'string' },
    'target-version': { type: 'string', default: 'v1.41.0' },
    'auto-approve': { type: 'boolean' },
    apply: { type: 'boolean' },
  },
});
const failed = values['failed-deployment-id'] ?? 'unknown';
const summary = {
  workflow: 'smartspec_rollback',
  rollback_id: `rollback-${failed}`,
  status: 'success',
  reason: `${failed} raised the latency of checkout`,
  from_version: 'v1.42.0',
  to_version: values['target-version'],
};
console.log(`${summary.from_version} → ${summary.to_version}${values.apply ? '' : ' (planned only)'}`);
if (values.apply) {
  mkdirSync('.spec/reports/rollbacks', { recursive: true, mode: 0o700 });
  writeFileSync('.spec/reports/rollbacks/summary.json', `${JSON.stringify(summary, null, 2)}\n`, { mode: 0o600 });
}
