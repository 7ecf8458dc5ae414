import type { Customer, Invoice, PaymentSource } from 'chargebee';
import { type PdfText, writePdf } from './pdf.ts';

const left = 56;
const right = 539;

/** An invoice as Chargebee would lay it out; its look is not what is simulated. */
export function invoicePdf(invoice: Invoice, customer: Customer): Uint8Array<ArrayBuffer> {
  const { line_items: lines = [], taxes = [], currency_code: currency } = invoice;
  const money = (cents = 0) => `${(cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })} ${currency === 'EUR' ? '€' : currency}`;
  const firstLine = 300;
  const after = firstLine + 24 + lines.length * 34;
  const sums = [
    ['Zwischensumme', money(invoice.sub_total)],
    ...taxes.map(({ name, description, amount }) => [description ?? name, money(amount)]),
    ['Rechnungsbetrag', money(invoice.total)],
    ...(invoice.credits_applied ? [['Gutschriften', `-${money(invoice.credits_applied)}`], ['Zu zahlen', money((invoice.total ?? 0) - invoice.credits_applied)]] : []),
  ] as [string, string][];
  const texts: PdfText[] = [
    { x: left, y: 70, size: 20, bold: true, text: `Rechnung ${invoice.id}` },
    { x: left, y: 90, size: 10, text: 'Simulierte Rechnung: kein Zahlungsbeleg.' },
    ...addressOf(customer).map((text, at) => ({ x: left, y: 140 + at * 15, size: 11, text })),
    { x: right, y: 140, size: 11, alignRight: true, text: `Datum ${day(invoice.date)}` },
    { x: right, y: 155, size: 11, alignRight: true, text: `Kunde ${customer.id.slice(0, 13)}` },
    { x: left, y: firstLine, size: 10, bold: true, text: 'Leistung' },
    { x: right, y: firstLine, size: 10, bold: true, alignRight: true, text: 'Betrag' },
    ...lines.flatMap(({ description, quantity = 1, unit_amount, amount, date_from, date_to }, at) => [
      { x: left, y: firstLine + 26 + at * 34, size: 11, text: `${description} (${quantity} x ${money(unit_amount)})` },
      { x: left, y: firstLine + 40 + at * 34, size: 9, text: `${day(date_from)} – ${day(date_to)}` },
      { x: right, y: firstLine + 26 + at * 34, size: 11, alignRight: true, text: money(amount) },
    ]),
    ...sums.flatMap(([name, amount], at) => [
      { x: 330, y: after + 24 + at * 18, size: 11, bold: at === sums.length - 1, text: name },
      { x: right, y: after + 24 + at * 18, size: 11, bold: at === sums.length - 1, alignRight: true, text: amount },
    ]),
    { x: left, y: after + 60 + sums.length * 18, size: 10, text: 'Der Betrag wird per SEPA-Lastschrift eingezogen.' },
  ];
  return writePdf({ title: `Rechnung ${invoice.id}`, texts, rules: [{ y: firstLine + 8, fromX: left, toX: right }, { y: after + 4, fromX: left, toX: right }] });
}

/** The agreement behind a bank account that was given on a hosted page. */
export function agreementPdf(source: PaymentSource, customer: Customer): Uint8Array<ArrayBuffer> {
  const lines = [
    `Mandatsreferenz: ${source.bank_account?.mandate_id ?? '-'}`,
    `Kontoinhaber: ${source.bank_account?.name_on_account ?? '-'}`,
    `IBAN: ${source.issuing_country ?? ''}** **** **** ${source.bank_account?.last4 ?? ''}`,
    `Erteilt am ${day(source.created_at)}`,
    '',
    ...addressOf(customer),
  ];
  return writePdf({ title: 'SEPA-Lastschriftmandat', texts: [{ x: left, y: 70, size: 20, bold: true, text: 'SEPA-Lastschriftmandat' }, { x: left, y: 90, size: 10, text: 'Simuliert: kein Konto wird belastet.' }, ...lines.map((text, at) => ({ x: left, y: 140 + at * 18, size: 11, text }))] });
}

function addressOf({ company, billing_address: address = {} }: Customer): string[] {
  return [company, address.line1, `${address.zip ?? ''} ${address.city ?? ''}`.trim(), address.country].filter((line): line is string => Boolean(line));
}

function day(seconds = 0): string {
  return new Date(seconds * 1000).toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });
}
