import { msg } from '@lit/localize';
import { html } from 'lit';
import type { Step } from '../step.ts';

export const formsStep: Step = {
  heading: () => msg('Unterschrift', { id: 'step.forms' }),
  explanation: () => '',
  styles: [],
  check: () => [],
  render: () => html``,
};
