import { DamageReport } from './damage-report.ts';

/** Defines `<damage-report>` once, also when a page brings the script twice. */
export function registerDamageReport(): void {
  if (!customElements.get('damage-report')) customElements.define('damage-report', DamageReport);
}
