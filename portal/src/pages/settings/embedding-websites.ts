import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str } from '@lit/localize';
import { websiteOriginOf } from '@meldewerk/contract/embedding';
import { css, html, nothing } from 'lit';

type Websites = {
  origins: string[] | null;
  typed: string;
  fault: string | null;
  mayEdit: boolean;
  change: (origins: string[] | null) => void;
  type: (typed: string, fault: string | null) => void;
};

export const websitesStyles = css`
  .websites { display: grid; gap: 0.35rem; margin: 0.6rem 0; padding: 0; list-style: none; }
  .websites li { display: flex; align-items: center; justify-content: space-between; gap: 0.6rem; padding: 0.25rem 0.3rem 0.25rem 0.8rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; overflow-wrap: anywhere; }
  .add-website { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.3rem 0.6rem; align-items: end; }
  .add-website .hint, .add-website .fault { grid-column: 1 / -1; }
`;

/** Which websites may show the widget: all, or those that are named. */
export function websitesFields({ origins, typed, fault, mayEdit, change, type }: Websites) {
  const add = () => {
    const origin = websiteOriginOf(typed);
    if (!origin) return type(typed, msg('Das ist keine Adresse einer Website. Beispiel: www.autohaus-muster.de', { id: 'embedding.websiteWrong' }));
    change([...new Set([...(origins ?? []), origin])]);
    type('', null);
  };
  return html`
    <fieldset ?disabled=${!mayEdit}>
      <legend>${msg('Welche Websites dürfen die Schadenmeldung zeigen?', { id: 'embedding.whichWebsites' })}</legend>
      <label class="choice"><input type="radio" name="websites" .checked=${origins === null} @change=${() => change(null)} /><span>${msg('Jede Website', { id: 'embedding.everyWebsite' })}</span><span class="hint">${msg('Einfach. Auch Partner können die Meldung ohne Rückfrage einbinden.', { id: 'embedding.everyWebsiteHint' })}</span></label>
      <label class="choice"><input type="radio" name="websites" .checked=${origins !== null} @change=${() => change(origins ?? [])} /><span>${msg('Nur diese Websites', { id: 'embedding.theseWebsites' })}</span><span class="hint">${msg('Auf anderen steht ein Satz mit dem Link zu Ihrer eigenen Seite. Ihre eigene Seite geht immer.', { id: 'embedding.theseWebsitesHint' })}</span></label>
      ${origins === null
        ? nothing
        : html`<ul class="websites">${origins.map(
            (origin) => html`<li><span>${origin}</span>${mayEdit ? html`<wa-button type="button" size="s" appearance="plain" @click=${() => change(origins.filter((other) => other !== origin))}><wa-icon name="trash" label=${msg(str`${origin} entfernen`, { id: 'embedding.removeWebsite' })}></wa-icon></wa-button>` : nothing}</li>`,
          )}</ul>
          ${origins.length === 0 ? html`<p class="hint">${msg('Noch keine: Bis Sie eine hinzufügen, geht die Meldung nur auf Ihrer eigenen Seite.', { id: 'embedding.noWebsites' })}</p>` : nothing}
          ${mayEdit
            ? html`<div class="add-website">
                <div class="field"><label for="website">${msg('Adresse der Website', { id: 'embedding.websiteAddress' })}</label>
                <input id="website" inputmode="url" autocomplete="off" .value=${typed} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="website-hint" @input=${(event: Event) => type((event.target as HTMLInputElement).value, null)} @keydown=${(event: KeyboardEvent) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }} /></div>
                <wa-button type="button" appearance="outlined" @click=${add}>${msg('Hinzufügen', { id: 'embedding.addWebsite' })}</wa-button>
                ${fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
                <p class="hint" id="website-hint">${msg('Mit und ohne „www.“ sind zwei Adressen; nehmen Sie beide auf, wenn beide benutzt werden.', { id: 'embedding.websiteAddressHint' })}</p>
              </div>`
            : nothing}`}
    </fieldset>`;
}
