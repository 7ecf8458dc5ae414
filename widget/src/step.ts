import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Catalogue, Category } from '@meldewerk/contract/catalogue';
import type { Language } from '@meldewerk/contract/language';
import type { Site } from '@meldewerk/contract/tenant';
import type { Api } from './api.ts';
import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { Typed } from './draft.ts';
import type { DraftController } from './draft-controller.ts';
import type { Fault, StepId } from './flow.ts';
import type { UploadController } from './photos/upload-controller.ts';

/** An individual link, as far as other parts have to do with it. */
export interface LinkDoor {
  /** Why the link does not work any more; the element shows it instead of a step. */
  readonly trouble: 'unknown' | 'expired' | 'withdrawn' | null;
  /** What the server had of the draft when the link was opened. */
  readonly serverDraft: Promise<ServerDraft | null>;
  /** Opens its draft on this device. Rejects when it cannot be read; a link that does not work is `trouble`. */
  open(site: Promise<Site>): Promise<void>;
  /** Asks the server again: follows what changed, and finds out whether the link still works and waits for its report. */
  look(): Promise<boolean>;
  renderTrouble(): TemplateResult;
  /** What the workshop prepared, above the step. */
  renderNote(): TemplateResult;
}

/** What a step may know and do; the element is it. */
export interface StepHost {
  readonly api: Api;
  readonly site: Site;
  /** There from the second step on. */
  readonly catalogue: Catalogue | null;
  readonly category: Category | null;
  readonly language: Language;
  readonly ownPage: boolean;
  readonly drafts: DraftController;
  photos: UploadController | null;
  /** There when the page is that of an individual link. */
  readonly link: LinkDoor | null;
  readonly faults: readonly Fault[];
  /** Today in the workshop's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The steps of this report whose code is here. */
  readonly steps: Partial<Record<StepId, Step>>;
  faultOf(path: string): string | undefined;
  /** Keeps what was typed and takes back the fault it mends. */
  type(path: string, value: Typed | undefined): void;
  /** Takes back what only the server could judge and what is mended now. */
  mend(path: string): void;
  /** Checks again what was found wrong; what is mended disappears. */
  recheck(): void;
  /** Names what is missing or wrong, and leads there. */
  showFaults(faults: Fault[]): void;
  next(): void;
  /** Jumps to a step, and to the field of `path` in it. */
  goTo(step: StepId, path?: string): void;
  /** Says something to people who listen instead of looking. */
  announce(sentence: string): void;
  /** Site and catalogue anew, after the server said that they changed. */
  reload(): Promise<void>;
  startNew(): void;
  received(reference: string): void;
  /** What became of the report, in place of everything else. */
  showStatus(token: string): Promise<void>;
  /** The accident statement of two drivers, in place of everything else; a new one without a token. */
  showStatement(token: string): Promise<void>;
  requestUpdate(): void;
}

/** One task of the customer. */
export type Step = {
  heading(host: StepHost): string;
  explanation(host: StepHost): string;
  render(host: StepHost): TemplateResult;
  /** What keeps this step from being done, in reading order. */
  check(host: StepHost): Fault[];
  styles: CSSResult[];
  /** Brings what it needs before `at` is drawn: this step itself, or a later one that shows or checks it. */
  open?(host: StepHost & ReactiveControllerHost, at: StepId): Promise<void>;
  /** What of it stands in the review, where the review does not know it by itself. */
  renderReview?(host: StepHost): TemplateResult;
};
