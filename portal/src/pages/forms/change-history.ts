/** States to go back and forth between. The newest `depth` are kept. */
export class ChangeHistory<State> {
  readonly #past: State[] = [];
  readonly #future: State[] = [];
  readonly #depth: number;

  constructor(depth = 100) {
    this.#depth = depth;
  }

  /** `before` is what the change just made can be taken back to. */
  note(before: State) {
    this.#past.push(before);
    if (this.#past.length > this.#depth) this.#past.shift();
    this.#future.length = 0;
  }

  undo(current: State): State | undefined {
    const before = this.#past.pop();
    if (before !== undefined) this.#future.push(current);
    return before;
  }

  redo(current: State): State | undefined {
    const after = this.#future.pop();
    if (after !== undefined) this.#past.push(current);
    return after;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }
}
