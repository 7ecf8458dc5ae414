import { msg, str } from '@lit/localize';
import type { Handling, HandlingChange, HandlingField } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html } from 'lit';
import { formatMomentWithin } from '../../format.ts';
import { actorLabel } from '../../labels.ts';
import { fieldLabel, fieldValue } from './report-handling-words.ts';

/** A change that found something else than was expected: what was seen, what is wanted, and how it stands now. */
export type Clash = { fields: HandlingField[]; seen: Handling; set: HandlingChange; note: string | undefined; fresh: ReportDetail };

type Shown = { clash: Clash; timeZone: string; nameOf: (id: string) => string | undefined; onTake: () => void; onSet: () => void };

/** Who changed what meanwhile, and the choice: leave it, or set one's own knowingly. Nothing has been written over yet. */
export function clashPanel({ clash, timeZone, nameOf, onTake, onSet }: Shown) {
  const { fields, seen, set, fresh } = clash;
  return html`
    <div class="clash" role="alert" tabindex="-1">
      <strong><wa-icon name="warning"></wa-icon>${msg('Inzwischen geändert – noch ist nichts überschrieben', { id: 'handlingClash.title' })}</strong>
      <ul>
        ${fields.map((field) => {
          const values = { from: fieldValue(seen, field, nameOf), to: fieldValue(fresh.handling, field, nameOf), yours: fieldValue({ ...fresh.handling, ...set }, field, nameOf) };
          const { name, at } = changeOf(fresh, field);
          const label = fieldLabel(field);
          const when = at ? formatMomentWithin(at, timeZone) : '';
          return html`<li>
            <span>${msg(str`${name} hat „${label}“ geändert (${when}): ${values.from} → ${values.to}.`, { id: 'handlingClash.changed' })}</span>
            <span class="yours">${msg(str`Ihre Angabe: ${values.yours}`, { id: 'handlingClash.yours' })}</span>
          </li>`;
        })}
      </ul>
      <div class="buttons">
        <wa-button appearance="outlined" size="s" @click=${onTake}>${msg('So lassen', { id: 'handlingClash.take' })}</wa-button>
        <wa-button variant="brand" size="s" @click=${onSet}>${msg('Meine Angabe setzen', { id: 'handlingClash.set' })}</wa-button>
      </div>
    </div>
  `;
}

/** Who changed a field last, by the history. */
export function changeOf({ events }: ReportDetail, field: HandlingField): { name: string; at: string | null } {
  const isStatus = field === 'status' || field === 'subStatus';
  const event = events.findLast(({ type, data }) => (isStatus ? type === 'statusChanged' : type === 'handlingChanged' && Array.isArray(data['fields']) && data['fields'].includes(field)));
  return { name: event ? (event.actor.name ?? actorLabel(event.actor.kind)) : msg('Jemand', { id: 'handlingClash.somebody' }), at: event?.at ?? null };
}

export const clashStyles = css`
  .clash { display: grid; gap: 0.5rem; padding: 0.7rem 0.9rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 8px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
  .clash strong { display: flex; gap: 0.5rem; align-items: center; }
  .clash li { display: grid; overflow-wrap: anywhere; }
  .clash .yours { font-weight: 550; }
  .clash .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
`;
