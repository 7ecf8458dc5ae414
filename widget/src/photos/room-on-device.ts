/** What a photo may leave: the rest of the report has to find its place, too. */
const reserve = 5 * 1024 * 1024;

/** How much the browser lets this page keep, as far as it says. */
export class RoomOnDevice {
  #bytes = Infinity;
  #asked = false;

  async measure(): Promise<void> {
    const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    this.#bytes = quota === undefined || usage === undefined ? Infinity : quota - usage;
  }

  fits(file: Blob | null): boolean {
    return !file || this.#bytes > file.size + reserve;
  }

  /** Asks the browser not to clear away what is kept, once there is something that cannot be typed again. On other people's websites that is not ours to ask. */
  askForLasting(ownPage: boolean): void {
    if (!ownPage || this.#asked) return;
    this.#asked = true;
    void navigator.storage?.persist?.().catch(() => {});
  }
}
