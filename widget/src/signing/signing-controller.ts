import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormDocument, LinkForm, Signature } from '@meldewerk/contract/form';
import { isPassing, ProblemError } from '../api.ts';
import { deviceRandomness, type DraftSignature, type PendingSignature } from '../draft.ts';
import type { Fault } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { formValues, valuesKey } from './form-values.ts';
import { SignatureSender, type Signing } from './signature-sender.ts';
import { askForDocument, fetchDocument, type Signer } from './signing-api.ts';

/** A form being read. `failed` without `retry` is something that trying again does not change. */
export type Reading =
  | { state: 'filling' }
  | { state: 'asking' }
  | { state: 'failed'; sentence: string; retry: boolean }
  | { state: 'read'; document: FormDocument; values: string; pdf: Uint8Array<ArrayBuffer> | null };

const controllers = new WeakMap<StepHost, SigningController>();

/** One for each element; a signature that a reload cut off goes on by itself. */
export function signingOf(host: StepHost): SigningController {
  const known = controllers.get(host);
  if (known) return known;
  const controller = new SigningController(host as StepHost & ReactiveControllerHost);
  controllers.set(host, controller);
  return controller;
}

/** Brings the forms to the customer and their signatures to the workshop: each exactly once, each under what was read. */
export class SigningController implements ReactiveController, Signing {
  /** The one form that is open. */
  openId: string | null = null;
  reading: Reading = { state: 'filling' };
  /** What went wrong with a form, as a sentence. */
  readonly notes = new Map<string, string>();
  /** Own fields of a form that were found wanting, with the value they had then. */
  readonly fieldFaults = new Map<string, { value: string; message: string }>();
  /** The own fields of the open form are complained about only once somebody wanted to go on. */
  fieldsAsked = false;
  /** Under which name is signed; the contact's until another one is typed. */
  name: string | null = null;
  /** What was missing when the customer pressed "Unterschreiben". */
  missing: 'name' | 'signature' | null = null;
  readonly sender: SignatureSender;
  readonly #host: StepHost & ReactiveControllerHost;
  #step: string | null = null;
  /** Signatures as the server last told them: another device may sign too. */
  #signed = '';
  /** Counts up with every request to read: only the newest answer is shown. */
  #asked = 0;
  /** Details for the open form are being completed in another step; it is read once the customer is back. */
  #readAgain = false;

  constructor(host: StepHost & ReactiveControllerHost) {
    this.#host = host;
    this.sender = new SignatureSender(host, this);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    this.sender.stop();
  }

  hostUpdated(): void {
    const { draft, place } = this.#host.drafts;
    const step = place === 'elsewhere' || draft.receipt ? null : draft.step;
    const signed = this.forms.map(({ signatureId }) => signatureId).join();
    if (step === this.#step && signed === this.#signed) return;
    this.#signed = signed;
    this.#step = step;
    if (step === 'forms' || step === 'review') void this.#enter(step);
  }

  get forms(): readonly LinkForm[] {
    return this.#host.drafts.draft.link?.forms ?? [];
  }

  get signer(): Signer {
    const { api, drafts, language } = this.#host;
    return { api, draftId: drafts.draft.id, token: drafts.draft.token, language };
  }

  signatureOf(form: LinkForm): DraftSignature | undefined {
    return this.#host.drafts.draft.signatures[form.id];
  }

  /** Opens a form: at once to be read, or first with its own fields. */
  open(form: LinkForm): void {
    this.openId = form.id;
    this.notes.delete(form.id);
    this.fieldsAsked = false;
    this.missing = null;
    this.reading = { state: 'filling' };
    if (form.fields.length === 0) void this.read(form);
    else this.#focus(form, 'fields');
  }

  close(): void {
    const form = this.forms.find(({ id }) => id === this.openId);
    this.openId = null;
    this.#asked += 1;
    if (!form) return;
    this.#focus(form);
    void this.#compare(form);
  }

  fill(form: LinkForm): void {
    this.reading = { state: 'filling' };
    this.#focus(form, 'fields');
  }

  async read(form: LinkForm): Promise<void> {
    const asked = (this.#asked += 1);
    const isCurrent = () => asked === this.#asked && this.openId === form.id;
    this.#show({ state: 'asking' });
    const values = valuesKey(this.#host, form);
    try {
      const known = this.signatureOf(form);
      const again = known !== undefined && known.values === values && !known.changed;
      const document = await askForDocument(this.signer, form.id, formValues(this.#host, form), again);
      const signedElsewhere = document.signatureId !== null && known?.signatureId !== document.signatureId;
      this.#adopt(form, document, values);
      if (signedElsewhere && isCurrent()) return this.#alreadySigned(form);
      const pdf = document.text === null ? await this.#fetchRead(document) : null;
      if (!isCurrent()) return;
      this.#show({ state: 'read', document, values, pdf });
      this.#host.announce(msg(str`„${form.title}“ kann gelesen werden.`, { id: 'signing.ready' }));
      if (this.#step === 'forms') this.#focus(form, 'document');
    } catch (error) {
      if (isCurrent()) this.#unread(form, error);
    }
  }

  /** Pressing twice signs once: the signature has its id before it goes out. */
  sign(form: LinkForm, name: string, signature: Signature): void {
    if (this.reading.state !== 'read') return;
    const { document, values } = this.reading;
    this.notes.delete(form.id);
    this.sender.send(form, { id: deviceRandomness.newId(), documentId: document.documentId, sha256: document.sha256, name: name.trim(), signature, values });
    this.#focus(form);
  }

  /** Keeps what was typed into an own field; what was read before no longer counts. */
  typeField(form: LinkForm, fieldId: string, value: string | boolean): void {
    const { formFields } = this.#host.drafts.draft;
    this.#host.drafts.change({ formFields: { ...formFields, [form.id]: { ...formFields[form.id], [fieldId]: value } } });
    this.#host.recheck();
  }

  readonly #online = () => {
    if (this.reading.state === 'failed' && this.reading.retry && this.openId) {
      const form = this.forms.find(({ id }) => id === this.openId);
      if (form && this.#step === 'forms') void this.read(form);
    }
    this.sender.sendAgain();
  };

  async #enter(step: 'forms' | 'review'): Promise<void> {
    this.sender.sendAgain();
    // The notice was changed meanwhile, or something else about what the link brings.
    if (this.#host.faults.some(({ path, fromServer }) => fromServer && path === 'withdrawal')) void this.#host.link?.look();
    const open = this.forms.find(({ id }) => id === this.openId);
    if (step === 'forms' && open) {
      const outdated = this.reading.state === 'read' && this.reading.values !== valuesKey(this.#host, open);
      if (this.#readAgain || outdated) void this.read(open);
    }
    this.#readAgain = false;
    for (const form of this.forms) await this.#compare(form);
  }

  /** Whether what was signed still says what the draft says. Only the server can tell; without an answer it stays as it was. */
  async #compare(form: LinkForm): Promise<void> {
    const known = this.signatureOf(form);
    const values = valuesKey(this.#host, form);
    const doubted = this.#host.faults.some(({ path, fromServer }) => fromServer && path === `forms.${form.id}`);
    if (!doubted && (known ? known.values === values : !form.signatureId)) return;
    try {
      const document = await askForDocument(this.signer, form.id, formValues(this.#host, form));
      this.#adopt(form, document, values);
      if (known && !document.signatureId) this.#keepSignature(form, { ...known, values, changed: true });
    } catch (error) {
      if (known && error instanceof ProblemError && error.problem.code === 'formIncomplete') this.#keepSignature(form, { ...known, values, changed: true });
    }
  }

  /** The server holds a signature under this very document, whichever device it came from. */
  #adopt(form: LinkForm, { signatureId, documentId, sha256 }: FormDocument, values: string): void {
    if (!signatureId) return;
    const known = this.signatureOf(form);
    const signedAt = known?.signatureId === signatureId ? known.signedAt : null;
    this.#keepSignature(form, { signatureId, documentId, sha256, signedAt, values, changed: false });
    this.#host.mend(`forms.${form.id}`);
  }

  /** An answer that was lost, or another device: there is nothing left to sign. */
  #alreadySigned(form: LinkForm): void {
    this.openId = null;
    this.#host.announce(doneSentence(form));
    this.#focus(form);
  }

  async #fetchRead({ documentId, sha256 }: FormDocument): Promise<Uint8Array<ArrayBuffer>> {
    const [bytes] = await Promise.all([fetchDocument(this.signer, documentId), import('./pdf-pages.ts')]);
    // Missing on pages without https, where the server alone compares.
    const hash = crypto.subtle && (await crypto.subtle.digest('SHA-256', bytes));
    if (hash && hexOf(hash) !== sha256) throw new Error('other bytes than announced');
    return bytes;
  }

  #unread(form: LinkForm, error: unknown): void {
    if (error instanceof ProblemError && error.problem.code === 'formIncomplete') return this.#incomplete(form, error.problem.issues ?? []);
    const refused = error instanceof ProblemError;
    if (refused && isLinkOver(error)) void this.#host.link?.look();
    const sentence = refused
      ? error.problem.detail
      : msg('Wir haben gerade keine Verbindung zur Werkstatt. Sobald wieder eine da ist, geht es von selbst weiter.', { id: 'signing.readOffline' });
    this.#show({ state: 'failed', sentence, retry: !refused || isPassing(error.problem) });
    this.#host.announce(sentence);
  }

  /** Details that the form prints and nobody has given: named, and led to. */
  #incomplete(form: LinkForm, issues: readonly { path: string; message: string }[]): void {
    const fields = this.#host.drafts.draft.formFields[form.id] ?? {};
    const faults = issues.map(({ path, message }): Fault => {
      if (!path.startsWith('fields.')) return { path, message, fromServer: true };
      const id = path.slice('fields.'.length);
      this.fieldFaults.set(`${form.id}.${id}`, { value: String(fields[id] ?? ''), message });
      return { path: `forms.${form.id}.${path}`, message };
    });
    this.fieldsAsked = true;
    this.#readAgain = true;
    this.#show({ state: 'filling' });
    if (this.#step === 'forms') this.#host.showFaults(faults);
  }

  signed(answer: LinkForm, { id, documentId, sha256, values }: PendingSignature): void {
    const { drafts } = this.#host;
    this.notes.delete(answer.id);
    const { link } = drafts.draft;
    if (link) drafts.change({ link: { ...link, forms: link.forms.map((form) => (form.id === answer.id ? answer : form)) } });
    this.#keepSignature(answer, { signatureId: id, documentId, sha256, signedAt: new Date(deviceRandomness.now()).toISOString(), values, changed: values !== valuesKey(this.#host, answer) });
    const wasOpen = this.openId === answer.id;
    if (wasOpen) this.openId = null;
    this.#host.mend(`forms.${answer.id}`);
    this.#host.announce(doneSentence(answer));
    if (wasOpen) this.#focus(answer);
  }

  refused(form: LinkForm, error: ProblemError): void {
    const { problem } = error;
    if (isLinkOver(error)) void this.#host.link?.look();
    // By an answer that was lost, or on another device.
    if (problem.code === 'formAlreadySigned') return void this.read(form);
    const changed = problem.code === 'formChanged';
    const sentence = changed
      ? msg('Ihre Angaben oder das Formular haben sich inzwischen geändert. Hier ist die neue Fassung: Bitte lesen Sie sie und unterschreiben Sie noch einmal.', { id: 'signing.changedUnderneath' })
      : problem.detail;
    this.notes.set(form.id, sentence);
    this.#host.announce(sentence);
    if (!changed) return;
    this.openId = form.id;
    void this.read(form);
  }

  waiting(form: LinkForm): void {
    const sentence = msg('Wir haben gerade keine Verbindung zur Werkstatt. Ihre Unterschrift ist auf diesem Gerät gesichert; wir senden sie von selbst, sobald es geht.', { id: 'signing.sendOffline' });
    this.notes.set(form.id, sentence);
    this.#host.announce(sentence);
  }

  #keepSignature(form: LinkForm, signature: DraftSignature): void {
    this.#host.drafts.change({ signatures: { ...this.#host.drafts.draft.signatures, [form.id]: signature } });
    this.#host.recheck();
  }

  #show(reading: Reading): void {
    this.reading = reading;
    this.#host.requestUpdate();
  }

  #focus(form: LinkForm, part?: 'fields' | 'document'): void {
    if (this.#host.drafts.draft.step === 'forms') this.#host.goTo('forms', part ? `forms.${form.id}.${part}` : `forms.${form.id}`);
  }
}

function doneSentence({ title }: LinkForm): string {
  return msg(str`„${title}“ ist unterschrieben.`, { id: 'signing.done' });
}

/** The link does not work any more, or its report is sent: whoever opened it says so. */
function isLinkOver({ problem }: ProblemError): boolean {
  return ['notFound', 'linkExpired', 'linkWithdrawn', 'draftExpired', 'draftSubmitted', 'alreadySubmitted'].includes(problem.code);
}

function hexOf(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
