import type { Language } from '@meldewerk/contract/language';
import { isRightToLeft, staffLanguageFor } from '@meldewerk/contract/text-in';
import type { HtmlEscapedString } from 'hono/utils/html';
import { html } from 'hono/html';
import type { Scope } from '../http/scope.ts';

/** The workshop's own page: the same element that other websites embed, on its own origin. What it shows goes by the address. */
export function tenantPage({ tenant, spoken }: Scope, shows: Shown = 'report'): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { settings } = tenant;
  const shown = settings.languages.includes(spoken) ? spoken : (settings.languages[0] ?? 'de');
  const text = texts[shown];
  return html`<!doctype html>
<html lang="${shown}" dir="${isRightToLeft(shown) ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="theme-color" content="${settings.colors.brand}">
    <meta name="robots" content="noindex">
    <title>${text[shows]} – ${settings.name}</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/files/tenant-page.css">
    <script type="module" src="/widget.js"></script>
  </head>
  <body>
    <main>
      <damage-report own-page lang="${shown}"></damage-report>
      <noscript>
        <p>${text.noScript}</p>
        <p dir="auto"><strong>${settings.name}</strong><br>${settings.address.street}, ${settings.address.postalCode} ${settings.address.city}<br>
        <a dir="ltr" href="tel:${settings.phone.replace(/[^+\d]/g, '')}">${settings.phone}</a> · <a href="mailto:${settings.email}">${settings.email}</a></p>
      </noscript>
    </main>
    ${settings.languages.map((language) => foot(language, shows, settings.name, language === shown))}
  </body>
</html>`;
}

/** One in each language: the widget shows that of what stands above it. */
function foot(language: Language, shows: Shown, name: string, isShown: boolean): HtmlEscapedString | Promise<HtmlEscapedString> {
  const text = texts[language];
  return html`<footer lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}" data-title="${text[shows]} – ${name}" ${isShown ? '' : 'hidden'}>${shows === 'report' ? html`<a href="/u">${text.accident}</a> · ` : ''}<a href="/widerruf?lang=${staffLanguageFor(language)}">${text.withdraw}</a></footer>`;
}

type Shown = 'report' | 'status' | 'accident';
type Texts = Record<'report' | 'status' | 'accident' | 'noScript' | 'withdraw', string>;

const texts: Record<Language, Texts> = {
  de: { report: 'Schaden melden', status: 'Ihr Schadenfall', accident: 'Unfallbericht', noScript: 'Für die Online-Meldung wird JavaScript gebraucht. Sie erreichen uns auch so:', withdraw: 'Vertrag widerrufen' },
  en: { report: 'Report a damage', status: 'Your damage case', accident: 'Accident statement', noScript: 'The online report needs JavaScript. You can also reach us here:', withdraw: 'Withdraw from contract' },
  tr: { report: 'Hasar bildir', status: 'Hasar dosyanız', accident: 'Kaza tutanağı', noScript: 'Çevrimiçi bildirim için JavaScript gerekir. Bize şöyle de ulaşabilirsiniz:', withdraw: 'Sözleşmeden cay (Widerruf)' },
  pl: { report: 'Zgłoś szkodę', status: 'Państwa szkoda', accident: 'Oświadczenie o wypadku', noScript: 'Zgłoszenie online wymaga JavaScript. Można się z nami skontaktować także tak:', withdraw: 'Odstąp od umowy (Widerruf)' },
  uk: { report: 'Повідомити про пошкодження', status: 'Ваша справа', accident: 'Європротокол', noScript: 'Для онлайн-заявки потрібен JavaScript. З нами можна зв’язатися й так:', withdraw: 'Відмовитися від договору (Widerruf)' },
  ar: { report: 'الإبلاغ عن ضرر', status: 'معاملتك', accident: 'تقرير الحادث', noScript: 'يتطلب الإبلاغ عبر الإنترنت JavaScript. يمكنك أيضاً التواصل معنا هكذا:', withdraw: 'الرجوع عن العقد (Widerruf)' },
};
