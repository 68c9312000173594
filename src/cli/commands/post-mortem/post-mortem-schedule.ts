import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';

export const postMortemSchedule: Action = async () => answer('x');
