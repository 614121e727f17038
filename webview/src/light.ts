// Lights up the same thing wherever it appears: under the mouse, under the keyboard, or under the editor's cursor.

/** Lights everything that shares a key with what the mouse or the focus is on. Keys stand in `data-things`. */
export function lightTogether(root: HTMLElement): void {
  const light = (target: EventTarget | null): void => {
    const holder = target instanceof Element ? target.closest('[data-things]') : null;
    const keys = new Set((holder?.getAttribute('data-things') ?? '').split(' ').filter((key) => key !== ''));
    // A path's key is on many elements; it lights them only when nothing more exact is meant.
    const exact = new Set([...keys].filter((key) => !key.startsWith('p:')));
    const wanted = exact.size > 0 ? exact : keys;
    for (const element of root.querySelectorAll('[data-things]')) {
      const things = (element.getAttribute('data-things') ?? '').split(' ');
      element.classList.toggle('lit', things.some((thing) => wanted.has(thing)));
    }
  };
  root.addEventListener('pointerover', ({ target }) => { light(target); });
  root.addEventListener('pointerleave', () => { light(null); });
  root.addEventListener('focusin', ({ target }) => { light(target); });
  root.addEventListener('focusout', () => { light(null); });
}

/** Lights the question's words at these indices, as the editor asks; an empty list clears them. */
export function lightWords(root: HTMLElement, indices: readonly number[]): void {
  for (const word of root.querySelectorAll('[data-word]')) {
    word.classList.toggle('pointed', indices.includes(Number(word.getAttribute('data-word'))));
  }
}
