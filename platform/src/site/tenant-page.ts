import { staffLanguageFor } from '@meldewerk/contract/text-in';
import type { HtmlEscapedString } from 'hono/utils/html';
import { html } from 'hono/html';
import type { Scope } from '../http/scope.ts';

/** The workshop's own page: the same element that other websites embed, on its own origin. What it shows goes by the address. */
export function tenantPage({ tenant, language }: Scope, shows: 'report' | 'status' | 'accident' = 'report'): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { settings } = tenant;
  const shown = settings.languages.includes(language) ? language : (settings.languages[0] ?? 'de');
  const text = {
    de: { title: `${{ report: 'Schaden melden', status: 'Ihr Schadenfall', accident: 'Unfallbericht' }[shows]} – ${settings.name}`, noScript: 'Für die Online-Meldung wird JavaScript gebraucht. Sie erreichen uns auch so:', withdraw: 'Vertrag widerrufen' },
    en: { title: `${{ report: 'Report a damage', status: 'Your damage case', accident: 'Accident statement' }[shows]} – ${settings.name}`, noScript: 'The online report needs JavaScript. You can also reach us here:', withdraw: 'Withdraw from contract' },
  }[staffLanguageFor(shown)];
  return html`<!doctype html>
<html lang="${shown}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="theme-color" content="${settings.colors.brand}">
    <meta name="robots" content="noindex">
    <title>${text.title}</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/files/tenant-page.css">
    <script type="module" src="/widget.js"></script>
  </head>
  <body>
    <main>
      <damage-report own-page lang="${shown}"></damage-report>
      <noscript>
        <p>${text.noScript}</p>
        <p><strong>${settings.name}</strong><br>${settings.address.street}, ${settings.address.postalCode} ${settings.address.city}<br>
        <a href="tel:${settings.phone.replace(/[^+\d]/g, '')}">${settings.phone}</a> · <a href="mailto:${settings.email}">${settings.email}</a></p>
      </noscript>
    </main>
    <footer><a href="/widerruf?lang=${shown}">${text.withdraw}</a></footer>
  </body>
</html>`;
}
