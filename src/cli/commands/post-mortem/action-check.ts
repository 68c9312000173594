import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';

export const actionCheck: Action = async () => answer('x');
