import "server-only";
import type { Mark } from "./mark-sql";

const ENOUGH = 100;
// News are found in lists: twice as many cost the database more than twice as much.
const MOST_AT_ONCE = 250;
const EVERY_MS = 25;

/**
 * Gathers what became of deliveries and writes it a hundred at a time, or every 25 ms: what a killed worker had sent and not
 * yet written stays that small (performance figures in docs/decisions). Where letters are faster than the database, what came
 * during a write is in the next one.
 */
export class OutcomeBuffer {
  #waiting: Mark[] = [];
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #error: unknown = null;

  readonly #write: (marks: readonly Mark[]) => Promise<void>;

  constructor(write: (marks: readonly Mark[]) => Promise<void>) {
    this.#write = write;
  }

  add(mark: Mark): void {
    this.#waiting.push(mark);
    if (this.#waiting.length >= ENOUGH) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), EVERY_MS);
  }

  /** Writes what is left. @throws what a write failed with */
  async end(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing !== null) {
      this.#flush();
      await this.#writing;
    }
    if (this.#error) throw this.#error;
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#writing || this.#waiting.length === 0) return;
    const marks = this.#waiting.splice(0, MOST_AT_ONCE);
    this.#writing = this.#write(marks)
      .catch((error: unknown) => {
        this.#error ??= error;
      })
      .then(() => {
        this.#writing = null;
        this.#goOn();
      });
  }

  /** What came meanwhile: at once when it is enough, or else by its own clock. */
  #goOn(): void {
    if (this.#waiting.length >= ENOUGH) this.#flush();
    else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#flush(), EVERY_MS);
  }
}
