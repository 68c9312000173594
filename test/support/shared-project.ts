import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A project whose records are kept in the database that `DATABASE_URL` leads to. */
export function sharedProject(): string {
  const project = temporaryFolder();
  fs.mkdirSync(path.join(project, '.spec'));
  const config = 'incident_response:\n  store: { kind: postgres, url: env:DATABASE_URL }\n';
  fs.writeFileSync(path.join(project, '.spec', 'smartspec.config.yaml'), config);
  return project;
}

/** An alert of one service as the program is given it. */
export function payloadOf(service: string, metric = 'p99_latency'): string {
  return JSON.stringify({ source: 'production_monitor', spec_id: service, metric, value: 350, slo: 200 });
}
