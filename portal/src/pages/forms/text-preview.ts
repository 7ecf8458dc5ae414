import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import { isPlaceholder, readFormText, type TextBlock, type TextPiece } from './form-text.ts';
import { placeholderLabel } from './form-labels.ts';

/** A text form as it will stand on paper, its placeholders in words. */
export function formTextPreview(text: string) {
  const blocks = readFormText(text);
  if (blocks.length === 0) return html`<p class="nothing">${msg('Noch kein Text.', { id: 'textForm.none' })}</p>`;
  return blocks.map(blockView);
}

function blockView(block: TextBlock) {
  if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item.map(pieceView)}</li>`)}</ul>`;
  if (block.kind === 'heading') return html`<h3>${block.lines.flat().map(pieceView)}</h3>`;
  return html`<p>${block.lines.map((line, index) => html`${index > 0 ? html`<br />` : ''}${line.map(pieceView)}`)}</p>`;
}

function pieceView(piece: TextPiece) {
  if (piece.kind === 'words') return piece.text;
  if (isPlaceholder(piece.name)) return html`<span class="placeholder" title=${`{{${piece.name}}}`}>${placeholderLabel(piece.name)}</span>`;
  return html`<span class="placeholder unknown">${msg(str`unbekannt: ${piece.name}`, { id: 'textForm.unknownShort' })}</span>`;
}

export const previewStyles = css`
  .paper { padding: 1.5rem clamp(1rem, 4vw, 2.25rem); border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: #fff; color: #171b21; line-height: 1.6; overflow-wrap: anywhere; }
  .paper h3 { margin: 1.1rem 0 0.5rem; font-size: 1.15rem; }
  .paper > :first-child { margin-top: 0; }
  .paper p, .paper ul { margin: 0 0 0.8rem; }
  .paper ul { padding-inline-start: 1.3rem; list-style: disc; }
  .nothing { color: #5a626d; }
  .placeholder { padding: 0.05em 0.4em; border-radius: 4px; background: #e3ecf7; color: #173a63; font-size: 0.92em; }
  .placeholder.unknown { background: #fbe3e1; color: #8c1d18; text-decoration: underline wavy; text-underline-offset: 0.2em; }
`;
