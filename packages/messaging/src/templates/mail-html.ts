import type { Language } from '@meldewerk/contract/language';
import { isRightToLeft } from '@meldewerk/contract/text-in';
import { html, raw } from 'hono/html';
import type { Fact, MailBlock } from './mail-block.ts';
import { readableTextOn } from './readable-color.ts';
import { addressLine, type MailSender } from './workshop.ts';

type Mail = { language: Language; workshop: MailSender; subject: string; preview: string; blocks: MailBlock[] };

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const ink = 'color:#1f2937;';
const softInk = 'color:#4b5563;';

/** Dark mode for clients that let a mail choose; the others invert the light colours themselves. */
const darkMode = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#111827!important}.card{background:#1f2937!important;border-color:#374151!important}
.ink,.ink a{color:#f3f4f6!important}.soft,.soft a{color:#d1d5db!important}.rule{border-color:#374151!important}
}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}
.fact th,.fact td{display:block!important;width:auto!important}.fact th{padding-bottom:0!important}.fact td{border-top:0!important;padding-top:2px!important}}`;

/** HTML for mail clients: tables and inline styles, nothing loaded from anywhere, every value escaped. */
export function renderMailHtml({ language, workshop, subject, preview, blocks }: Mail): string {
  const { address, phone, colors: { brand } } = workshop;
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  return String(html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${raw(darkMode)}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;">
<div role="main" lang="${language}" dir="${direction}">
<div style="display:none;max-height:0;overflow:hidden;">${preview}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border:1px solid #e5e7eb;border-radius:12px;border-collapse:separate;">
<tr><td class="pad" style="padding:18px 32px;background:${brand};border-radius:11px 11px 0 0;"><h1 style="margin:0;${raw(font)}font-size:17px;font-weight:700;line-height:1.4;color:${readableTextOn(brand)};">${workshop.name}</h1></td></tr>
<tr><td class="pad" style="padding:20px 32px 28px;">
${blocks.map((block) => renderBlock(block, brand, direction))}
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;">
<tr><td class="pad soft" align="center" style="padding:18px 32px;${raw(font)}font-size:13px;line-height:1.6;${raw(softInk)}">
<span dir="auto">${workshop.name}${address && ` · ${addressLine({ address })}`}</span><br>
${phone && html`${renderLink({ url: phoneUrl(phone), label: phone })} · `}${renderLink({ url: `mailto:${workshop.email}`, label: workshop.email })}
</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>`);
}

/** What a phone number opens when touched. */
export function phoneUrl(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

type Direction = 'rtl' | 'ltr';

function renderBlock(block: MailBlock, brand: string, direction: Direction) {
  switch (block.kind) {
    case 'heading':
      return html`<h2 class="ink" style="margin:28px 0 8px;${raw(font)}font-size:17px;line-height:1.35;font-weight:700;${raw(ink)}">${block.text}</h2>`;
    case 'paragraph':
      return html`<p class="ink" style="margin:12px 0;${raw(font)}font-size:16px;line-height:1.55;word-break:break-word;${raw(ink)}">${withLineBreaks(block.text)}</p>`;
    case 'note':
      return html`<p class="soft" style="margin:16px 0 0;${raw(font)}font-size:13px;line-height:1.55;word-break:break-word;${raw(softInk)}">${withLineBreaks(block.text)}</p>`;
    case 'button':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:22px 0;"><tr>
<td style="background:${brand};border-radius:8px;"><a href="${block.url}" style="display:inline-block;padding:13px 24px;${raw(font)}font-size:16px;font-weight:600;line-height:1.3;text-decoration:none;color:${readableTextOn(brand)};">${block.label}</a></td>
</tr></table>`;
    case 'facts':
      return html`<table class="fact" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px;border-collapse:collapse;">${block.facts.map((fact) => renderFact(fact, direction))}</table>`;
  }
}

/** Sides are written out: mail programs know no `text-align:start`. A value has a direction of its own. */
function renderFact({ label, value, url, strong }: Fact, direction: Direction) {
  const weight = strong ? 'font-weight:700;' : '';
  const cell = `padding:9px 0;border-top:1px solid #e5e7eb;${font}font-size:15px;line-height:1.45;text-align:${direction === 'rtl' ? 'right' : 'left'};vertical-align:top;`;
  return html`<tr>
<th scope="row" class="soft rule" width="40%" style="${raw(cell)}padding-${direction === 'rtl' ? 'left' : 'right'}:16px;font-weight:400;${raw(softInk)}">${label}</th>
<td class="ink rule" dir="auto" style="${raw(cell)}word-break:break-word;${raw(weight)}${raw(ink)}">${url ? renderLink({ url, label: value }) : withLineBreaks(value)}</td>
</tr>`;
}

function renderLink({ url, label }: { url: string; label: string }) {
  return html`<a href="${url}" dir="ltr" style="color:inherit;text-decoration:underline;">${label}</a>`;
}

function withLineBreaks(text: string) {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
