/** Waits until something holds, which is tried again and again; throws, saying what did not come. */
export async function until(holds, what) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`it did not come: ${what}`);
}
