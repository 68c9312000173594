import { createHash } from 'node:crypto';
import type { Mitigation } from './incident.ts';

/** A hash over everything an approval stands for: the workflow and its exact arguments, in order. */
export function approvalDigest({ id, workflow, args }: Pick<Mitigation, 'id' | 'workflow' | 'args'>): string {
  return createHash('sha256')
    .update(JSON.stringify([id, workflow, args.map(({ name, value }) => [name, value])]))
    .digest('hex');
}
