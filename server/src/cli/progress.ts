/** Milliseconds between two reports: often on a terminal, where one line is written over; seldom in a log. */
const ON_TERMINAL = 200;
const IN_LOG = 10_000;

/** Where progress is told; standard error as a rule. */
export interface Teller {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tells how far long work has come, without flooding what it is told to. */
export class Progress {
  #told: number;

  constructor(private readonly to: Teller, private readonly now: () => number = () => performance.now()) {
    this.#told = now();
  }

  /** @param text where the work stands; made only when it is told */
  tell(text: () => string): void {
    const now = this.now();
    if (now - this.#told < (this.to.isTTY === true ? ON_TERMINAL : IN_LOG)) return;
    this.#told = now;
    this.to.write(this.to.isTTY === true ? `\r${text()}\u001b[K` : `${text()}\n`);
  }

  /** Takes the line away, so that what follows stands by itself. */
  end(): void {
    if (this.to.isTTY === true) this.to.write('\r\u001b[K');
  }
}
