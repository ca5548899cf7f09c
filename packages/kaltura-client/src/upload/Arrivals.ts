/** Which bytes arrived, and how far they reach without a gap. */
export class Arrivals {
  readonly #parked = new Map<number, number>();
  readonly #report: (contiguous: number, arrived: number) => void;
  #arrived: number;
  contiguous: number;

  constructor(offset: number, report: (contiguous: number, arrived: number) => void) {
    this.contiguous = offset;
    this.#arrived = offset;
    this.#report = report;
  }

  add(at: number, length: number): void {
    if (at < this.contiguous) return;
    this.#arrived += length;
    this.#parked.set(at, length);
    for (let next = this.#parked.get(this.contiguous); next !== undefined; next = this.#parked.get(this.contiguous)) {
      this.#parked.delete(this.contiguous);
      this.contiguous += next;
    }
    this.#report(this.contiguous, this.#arrived);
  }
}
