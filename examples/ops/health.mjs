// Stands in for a health check: checkout is well once the version before the failed one runs again.
import { readFileSync } from 'node:fs';

try {
  const { to_version } = JSON.parse(readFileSync('.spec/reports/rollbacks/summary.json', 'utf8'));
  console.log(`checkout ${to_version}: p99 212 ms`);
} catch {
  console.log('checkout v1.42.0: p99 910 ms');
  process.exitCode = 1;
}
