import { type StaffLanguage, staffLanguages } from '@meldewerk/contract/language';
import { formatInstant } from '@meldewerk/messaging/templates/dates';
import { readableTextOn } from '@meldewerk/messaging/templates/readable-color';
import type { Tenant } from '@meldewerk/tenants/find';
import { html, raw } from 'hono/html';
import { withdrawalTexts } from './withdrawal-texts.ts';

export type Typed = { name: string; email: string; contract: string; statement: string };
export type Faults = Partial<Record<keyof Typed, string>>;
type Page = { tenant: Tenant; language: StaffLanguage };
type Markup = ReturnType<typeof html>;

/** Step 1: what is to be withdrawn from, and by whom. */
export function typeWithdrawal(page: Page, typed: Typed, faults: Faults): Promise<string> {
  const say = withdrawalTexts[page.language];
  const wrong = Object.keys(faults).length > 0;
  return shell(page, { title: wrong ? `${say.faultTitle}: ${say.title}` : say.title, ref: typed.contract }, html`
    <p class="step">${say.step(1)}</p>
    <h1>${say.title}</h1>
    <p>${say.introduction(page.tenant.settings.name)}</p>
    ${wrong ? html`<p class="alert" role="alert">${say.faults}</p>` : ''}
    <form method="post" action="/widerruf" novalidate>
      <input type="hidden" name="lang" value="${page.language}">
      ${field('name', say.name, '', typed, faults, 'autocomplete="name" maxlength="160" required')}
      ${field('email', say.email, say.emailHelp, typed, faults, 'type="email" autocomplete="email" maxlength="254" required')}
      ${field('contract', say.contract, say.contractHelp, typed, faults, 'maxlength="200" required')}
      <div class="field">
        <label for="statement">${say.statement} <span class="optional">${say.optional}</span></label>
        <textarea id="statement" name="statement" rows="4" maxlength="2000"${faults.statement ? html` aria-invalid="true" aria-describedby="statement-fault"` : ''}>${typed.statement}</textarea>
        ${faults.statement ? html`<p class="fault" id="statement-fault">${faults.statement}</p>` : ''}
      </div>
      <button>${say.next}</button>
      <p class="soft">${say.notYet}</p>
    </form>`);
}

/** Step 2: everything once more, and the button that does it. */
export function confirmWithdrawal(page: Page, typed: Typed, id: string): Promise<string> {
  const say = withdrawalTexts[page.language];
  const hidden = html`<input type="hidden" name="lang" value="${page.language}"><input type="hidden" name="id" value="${id}">
      ${(['name', 'email', 'contract', 'statement'] as const).map((name) => html`<input type="hidden" name="${name}" value="${typed[name]}">`)}`;
  return shell(page, { title: say.confirmTitle }, html`
    <p class="step">${say.step(2)}</p>
    <h1>${say.confirmTitle}</h1>
    <p>${say.declaration(page.tenant.settings.name)}</p>
    ${facts(page.language, typed)}
    <div class="actions">
      <form method="post" action="/widerruf/bestaetigung">${hidden}<button>${say.confirm}</button></form>
      <form method="post" action="/widerruf/eingabe">${hidden}<button class="quiet">${say.back}</button></form>
    </div>`);
}

/** It is done: when it arrived, and that a mail is on its way. */
export function doneWithdrawal(page: Page, typed: Typed, declaredAt: string): Promise<string> {
  const say = withdrawalTexts[page.language];
  const { timeZone, name } = page.tenant.settings;
  return shell(page, { title: say.doneTitle }, html`
    <h1>${say.doneTitle}</h1>
    <p class="done" role="status">${say.done(formatInstant(declaredAt, page.language, timeZone), name)}</p>
    <p>${say.mail(typed.email)}</p>
    ${facts(page.language, typed)}
    <p class="soft">${say.keep}</p>`);
}

/** The workshop's colours; all else is in a file. */
export function withdrawalStyle({ brand }: { brand: string }): string {
  return `:root { --brand: ${brand}; --on-brand: ${readableTextOn(brand)}; }\n`;
}

function facts(language: StaffLanguage, { name, email, contract, statement }: Typed): Markup {
  const say = withdrawalTexts[language].summary;
  const rows = [[say.contract, contract], [say.name, name], [say.email, email], ...(statement ? [[say.statement, statement]] : [])];
  return html`<dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function field(name: keyof Typed, label: string, help: string, typed: Typed, faults: Faults, attributes: string): Markup {
  const fault = faults[name];
  const isFirstFault = Object.keys(faults)[0] === name;
  const described = [help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="field">
        <label for="${name}">${label}</label>
        ${help ? html`<p class="help" id="${name}-help">${help}</p>` : ''}
        <input id="${name}" name="${name}" value="${typed[name]}" ${raw(attributes)}${fault ? html` aria-invalid="true"` : ''}${isFirstFault ? html` autofocus` : ''}${described ? html` aria-describedby="${described}"` : ''}>
        ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : ''}
      </div>`;
}

/** `ref`: the language can be changed without losing what the page was opened with. Later steps have more to lose, so they keep theirs. */
async function shell({ tenant, language }: Page, { title, ref }: { title: string; ref?: string }, content: Markup): Promise<string> {
  const { settings } = tenant;
  const say = withdrawalTexts[language];
  const other = ref === undefined ? undefined : staffLanguages.find((candidate) => candidate !== language && settings.languages.includes(candidate));
  const page = await html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} – ${settings.name}</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/widerruf/style.css">
    <link rel="stylesheet" href="/files/withdrawal-page.css">
  </head>
  <body>
    <header>
      <a class="workshop" href="/">${settings.logo ? html`<img src="/logo" alt="${settings.name}">` : settings.name}</a>
      ${other ? html`<a href="/widerruf?lang=${other}&amp;ref=${encodeURIComponent(ref ?? '')}" lang="${other}" hreflang="${other}">${withdrawalTexts[other].languageName}</a>` : ''}
    </header>
    <main>${content}</main>
    <footer>
      <p><strong>${settings.name}</strong><br>${settings.address.street}, ${settings.address.postalCode} ${settings.address.city}<br>
      <a href="tel:${settings.phone.replace(/[^+\d]/g, '')}">${settings.phone}</a> · <a href="mailto:${settings.email}">${settings.email}</a></p>
      <p><a href="/">${say.toPage}</a></p>
    </footer>
  </body>
</html>`;
  return String(page);
}
