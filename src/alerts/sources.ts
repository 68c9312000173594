import type { AlertSource } from './alert-source.ts';
import { alertmanager } from './sources/alertmanager.ts';
import { smartspecProductionMonitor } from './sources/smartspec-production-monitor.ts';

/** Every known format, most specific first: the first that recognises a payload reads it. */
export const sources: readonly AlertSource[] = [smartspecProductionMonitor, alertmanager];
