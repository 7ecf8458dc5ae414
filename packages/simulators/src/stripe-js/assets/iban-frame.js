/* The IBAN field itself, in a frame of the payment service. Only its state leaves the frame. */
import { texts } from './iban-frame-texts.js';

const field = document.getElementById('iban');
const icon = document.querySelector('.icon');
const lengths = JSON.parse(field.dataset.lengths);
const germanBanks = JSON.parse(field.dataset.banks);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
let say = texts.en;
let port = null;
let wasIncomplete = false;

addEventListener('message', ({ data, source, ports }) => {
  if (source !== parent || data?.type !== 'begin' || port) return;
  port = ports[0];
  say = texts[data.locale] ?? texts.en;
  document.documentElement.lang = data.locale;
  field.setAttribute('aria-label', say.label);
  port.addEventListener('message', (event) => hear(event.data));
  port.start();
  apply(data.options);
  new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
  tell({ type: 'ready' });
});

field.addEventListener('focus', () => tell({ type: 'focus' }));
field.addEventListener('blur', () => {
  tell({ type: 'blur' });
  wasIncomplete = stateOf().code === 'incomplete';
  if (wasIncomplete) tellState();
});
field.addEventListener('input', () => {
  group();
  wasIncomplete = false;
  tellState();
});
field.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') tell({ type: 'escape' });
  if (key === 'Enter') tell({ type: 'enter' });
});

function hear(message) {
  if (message.type === 'options') apply(message.options);
  if (message.type === 'focus') field.focus();
  if (message.type === 'blur') field.blur();
  if (message.type === 'clear') {
    field.value = '';
    wasIncomplete = false;
    tellState();
  }
  if (message.type === 'confirm') void confirm(message);
}

async function confirm({ call, request: { key, id, clientSecret, details } }) {
  const { code } = stateOf();
  if (code !== 'complete') {
    wasIncomplete = true;
    tellState();
    return tell({ type: 'answer', call, answer: { error: errorOf() } });
  }
  const form = new URLSearchParams({ client_secret: clientSecret, key, use_stripe_sdk: 'true', 'payment_method_data[type]': 'sepa_debit', 'payment_method_data[sepa_debit][iban]': plain() });
  const { address = {}, ...person } = details;
  for (const [name, value] of Object.entries(person)) if (value) form.set(`payment_method_data[billing_details][${name}]`, value);
  for (const [name, value] of Object.entries(address)) if (value) form.set(`payment_method_data[billing_details][address][${name}]`, value);
  try {
    const answer = await (await fetch(`/stripe/v1/setup_intents/${id}/confirm`, { method: 'POST', body: form })).json();
    tell({ type: 'answer', call, answer: answer.error ? { error: answer.error } : { setupIntent: answer } });
  } catch {
    tell({ type: 'answer', call, answer: { error: { type: 'api_connection_error', message: say.unreachable } } });
  }
}

function plain() {
  return field.value.replace(/[\s.-]/g, '').toUpperCase();
}

function stateOf() {
  const iban = plain();
  if (iban === '') return { code: 'empty' };
  if (!/^[A-Z]{1,2}/.test(iban) || /^[A-Z][^A-Z]/.test(iban)) return { code: 'invalid_iban_start' };
  const length = lengths[iban.slice(0, 2)];
  if (iban.length >= 2 && length === undefined) return { code: 'invalid_iban_country_code' };
  if (!/^[A-Z]{1,2}\d{0,2}$|^[A-Z]{2}\d{2}[A-Z0-9]*$/.test(iban) || iban.length > length) return { code: 'invalid_iban' };
  if (iban.length < (length ?? 3)) return { code: 'incomplete' };
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((place) => parseInt(place, 36)).join('');
  return { code: BigInt(digits) % 97n === 1n ? 'complete' : 'invalid_iban' };
}

/** What is only half typed is no error yet, until the field is left. */
function errorOf() {
  const { code } = stateOf();
  if (code === 'complete' || ((code === 'empty' || code === 'incomplete') && !wasIncomplete)) return undefined;
  const named = code === 'empty' || code === 'incomplete' ? 'incomplete_iban' : code;
  const text = say[named];
  return { type: 'validation_error', code: named, message: typeof text === 'function' ? text(plain().slice(0, 2)) : text };
}

function tellState() {
  const { code } = stateOf();
  const country = /^[A-Z]{2}/.exec(plain())?.[0] ?? '';
  const error = errorOf();
  field.setAttribute('aria-invalid', String(error !== undefined));
  document.body.className = error ? 'invalid' : code === 'complete' ? 'complete' : code === 'empty' ? 'empty' : '';
  tell({ type: 'change', state: { empty: code === 'empty', complete: code === 'complete', error, country, bankName: (country === 'DE' && code === 'complete' && germanBanks[plain().slice(4, 12)]) || '' } });
}

/** Groups of four, with the caret where it was among the letters. */
function group() {
  const before = field.value.slice(0, field.selectionStart).replace(/[^a-z0-9]/gi, '').length;
  field.value = plain().replace(/(.{4})(?=.)/g, '$1 ');
  const caret = before + Math.max(0, Math.floor((before - 1) / 4));
  field.setSelectionRange(caret, caret);
}

function apply({ style, placeholderCountry, disabled, hideIcon }) {
  field.disabled = disabled;
  icon.toggleAttribute('hidden', hideIcon);
  field.placeholder = `${placeholderCountry}00 0000 0000 0000 0000 00`.slice(0, 27);
  sheet.replaceSync(Object.entries({ base: '', complete: '.complete', empty: '.empty', invalid: '.invalid' }).flatMap(([variant, name]) => rulesOf(`body${name}`, style[variant] ?? {})).join('\n'));
}

function rulesOf(scope, variant) {
  const own = Object.entries(variant).filter(([, value]) => typeof value !== 'object');
  const nested = Object.entries(variant).filter(([name, value]) => typeof value === 'object' && /^::?[a-z-]+$/.test(name));
  return [rule(scope, own), rule(`${scope} .icon`, own.filter(([name]) => name === 'iconColor').map(([, value]) => ['fill', value])), ...nested.map(([name, value]) => rule(`${scope} input${name}`, Object.entries(value)))];
}

function rule(selector, properties) {
  const allowed = /^(backgroundColor|color|fontFamily|fontSize|fontStyle|fontVariant|fontWeight|letterSpacing|lineHeight|textAlign|textDecoration|textShadow|textTransform|padding|fill)$/;
  const lines = properties.filter(([name, value]) => allowed.test(name) && /^[^{};]+$/.test(String(value))).map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`);
  return `${selector} { ${lines.join(' ')} }`;
}

function tell(message) {
  port?.postMessage(message);
}
