import { html, type TemplateResult } from 'lit';

type Block = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** A form written as text, as real headings, lists and paragraphs: to be zoomed, listened to and searched like any page. */
export function renderTextForm(text: string): TemplateResult {
  return html`${blocksOf(text).map((block) => {
    switch (block.kind) {
      case 'heading':
        return html`<h5>${block.text}</h5>`;
      case 'list':
        return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
      case 'paragraph':
        return html`<p>${block.text}</p>`;
    }
  })}`;
}

/** Paragraphs are parted by blank lines; `# ` begins a heading, `- ` an item of a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let goesOn = false;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const last = goesOn ? blocks.at(-1) : undefined;
    goesOn = true;
    if (line.startsWith('# ')) {
      blocks.push({ kind: 'heading', text: line.slice(2).trim() });
      goesOn = false;
    } else if (line.startsWith('- ')) {
      if (last?.kind === 'list') last.items.push(line.slice(2).trim());
      else blocks.push({ kind: 'list', items: [line.slice(2).trim()] });
    } else if (!line.trim()) goesOn = false;
    else if (last?.kind === 'list') last.items.push(`${last.items.pop()} ${line.trim()}`);
    else if (last?.kind === 'paragraph') last.text += `\n${line.trim()}`;
    else blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  return blocks;
}
