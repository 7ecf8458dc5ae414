import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Link } from '@meldewerk/contract/preparation';
import type { StepHost } from '../step.ts';

/** What the workshop prepared, said where the report begins; on later steps only which report it is. */
export function renderLinkNote({ drafts, site }: StepHost): TemplateResult {
  const { link, step, furthest } = drafts.draft;
  if (!link) return html``;
  const facts = factsOf(link);
  if (step !== furthest || (step !== 'category' && step !== firstAsked(drafts.draft.category, site))) {
    return html`<p class="link-line">${facts.slice(0, link.partner ? 2 : 1).map(([label, value]) => html`<span>${label}: <b>${value}</b></span>`)}</p>`;
  }
  return html`<section class="link-note" aria-labelledby="link-note-heading">
    <p class="greeting" id="link-note-heading">${greetingOf(link)}</p>
    <p>${msg(str`${site.name} hat Ihre Meldung schon vorbereitet. Bitte prüfen Sie alles, ändern Sie, was nicht stimmt, und ergänzen Sie den Rest.`, { id: 'link.prepared' })}</p>
    <dl>${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
    ${link.partner ? html`<p>${msg(str`${link.partner.name} bekommt Ihre Meldung von der Werkstatt, sobald Sie sie gesendet haben.`, { id: 'link.partnerHint' })}</p>` : nothing}
  </section>`;
}

/** The step that a prepared report begins with. */
function firstAsked(category: string | null, { categories }: StepHost['site']): 'safety' | 'questions' {
  return categories.find(({ id }) => id === category)?.safetyCheck ? 'safety' : 'questions';
}

function factsOf({ reference, partner, preparation }: Link): [label: string, value: string][] {
  const facts: [string, string | undefined][] = [
    [msg('Vorgangsnummer', { id: 'link.reference' }), reference],
    [msg('Über Ihren Partner', { id: 'link.partner' }), partner?.name],
    [msg('Versicherung', { id: 'insurance.insurer' }), preparation.insurance.insurer],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []));
}

function greetingOf({ preparation }: Link): string {
  const { firstName, lastName } = preparation.reporter;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return name ? msg(str`Guten Tag ${name}`, { id: 'link.greeting' }) : msg('Guten Tag', { id: 'link.greetingPlain' });
}

export const linkStyles = css`
  .link-note {
    margin-bottom: 22px;
    padding: 16px 18px;
    border-radius: 14px;
    background: var(--tint);
  }
  .link-note {
    margin-top: 18px;
  }
  .link-note .greeting {
    margin: 0;
    font-size: 1.125em;
    font-weight: 700;
  }
  .link-note p {
    margin-top: 6px;
  }
  .link-note dl {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 28px;
    margin-top: 12px;
  }
  .link-note dt {
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .link-note dd {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .link-line {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin-bottom: 14px;
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .link-line b {
    font-weight: 600;
  }
`;
