/** Work that can be interrupted; each piece takes a few milliseconds at most. */
export type Pieces<Result> = Generator<void, Result>;

/** All of it without a rest. */
export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (let piece = pieces.next(); ; piece = pieces.next()) if (piece.done) return piece.value;
}

/** With a rest wherever so many milliseconds have gone by; for a thread that has to answer in between. */
export async function withRests<Result>(pieces: Pieces<Result>, rest: () => Promise<void>, everyMs = 8): Promise<Result> {
  let begunAt = performance.now();
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value;
    if (performance.now() - begunAt < everyMs) continue;
    await rest();
    begunAt = performance.now();
  }
}
