import type { Fact, MailBlock } from './mail-block.ts';
import { addressLine, type MailSender } from './workshop.ts';

/** The text version, for readers without HTML and for spam filters that compare both. */
export function renderMailText(blocks: MailBlock[], workshop: MailSender): string {
  const { name, address, phone, email } = workshop;
  const signature = ['-- ', name, address && addressLine({ address }), phone, email].filter((line) => line !== undefined).join('\n');
  return `${[...blocks.map(renderBlock), signature].join('\n\n')}\n`;
}

function renderBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text.toUpperCase()}\n${'-'.repeat(block.text.length)}`;
    case 'facts':
      return block.facts.map(renderFact).join('\n');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'paragraph':
    case 'note':
      return block.text;
  }
}

function renderFact({ label, value }: Fact): string {
  const separator = /[?!:]$/.test(label) ? '' : ':';
  return value.includes('\n') ? `${label}${separator}\n  ${value.replaceAll('\n', '\n  ')}` : `${label}${separator} ${value}`;
}
