import { html } from 'hono/html';
import { testIbans } from '../bank/test-ibans.ts';
import type { AccountForm } from './read-account-form.ts';
import { type PagesLanguage, pagesTexts } from './texts.ts';

type Options = { language: PagesLanguage; action: string; cancelAction: string; company: string; form: AccountForm };

/** Holder, IBAN, mandate, and the two ways out. */
export function accountFormView({ language, action, cancelAction, company, form }: Options) {
  const say = pagesTexts[language];
  const { holder, iban, faults } = form;
  // Here the bank answers at once or never.
  const tests = testIbans.filter(({ behaviour }) => behaviour !== 'mandateLate' && behaviour !== 'noMandateLate');
  return html`<p>${say.giveIntro}</p>
${company ? html`<p class="for">${say.for} <strong>${company}</strong></p>` : ''}
<form method="post" action="${action}" novalidate>
${field({ name: 'holder', label: say.holder, hint: say.holderHint, value: holder, fault: faults.holder, autocomplete: 'organization' })}
${field({ name: 'iban', label: say.iban, value: iban, fault: faults.iban, autocomplete: 'off', list: true })}
<datalist id="test-ibans">${tests.map((test) => html`<option value="${grouped(test.iban)}">${test.meaning[language]}</option>`)}</datalist>
<section class="mandate" aria-labelledby="mandate-title"><h2 id="mandate-title">${say.mandateTitle}</h2>
${say.mandateText.map((paragraph) => html`<p>${paragraph}</p>`)}</section>
<label class="agree"><input type="checkbox" name="agreed" value="yes"${form.agreed ? html` checked` : ''}${faults.agreed ? html` aria-invalid="true" aria-describedby="agreed-fault"` : ''}> ${say.agree}</label>
${faults.agreed ? html`<p class="fault" id="agreed-fault">${faults.agreed}</p>` : ''}
<p class="buttons"><button class="main">${say.give}</button><button formaction="${cancelAction}" formnovalidate>${say.cancel}</button></p>
</form>
<details><summary>${say.testIbans}</summary><dl class="tests">${tests.map((test) => html`<div><dt>${grouped(test.iban)}</dt><dd>${test.meaning[language]}</dd></div>`)}</dl></details>`;
}

function field({ name, label, hint, value, fault, autocomplete, list = false }: { name: string; label: string; hint?: string; value: string; fault: string | undefined; autocomplete: string; list?: boolean }) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}" spellcheck="false"${list ? html` list="test-ibans"` : ''}${fault ? html` aria-invalid="true"` : ''}${described ? html` aria-describedby="${described}"` : ''}>
${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''}${fault ? html`<span class="fault" id="${name}-fault">${fault}</span>` : ''}</p>`;
}

function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
