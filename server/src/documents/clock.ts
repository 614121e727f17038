/** Time, as far as the documents need it: injected, so that tests need not wait. */
export interface Clock {
  /** Runs something after so many milliseconds; the function returned calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The real one. */
export const SYSTEM_CLOCK: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
