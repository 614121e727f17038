import type { EntityCard } from '../../server/src/protocol';
import type { Actions } from './view/actions';
import { cardView } from './view/card';

/** The entity card over the panel: one at a time, closed by Escape, giving the focus back to where it was opened. */
export interface Overlay {
  show(card: EntityCard | null, id: string): void;
  close(): void;
}

/** Makes the overlay; `host` is the element that cards are put in. */
export function createOverlay(host: HTMLElement, actions: Actions): Overlay {
  let opener: Element | null = null;
  const close = (): void => {
    if (host.childElementCount === 0) return;
    host.replaceChildren();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    opener = null;
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return {
    close,
    show(card, id) {
      // A card opened from within a card keeps the first opener.
      if (!host.contains(document.activeElement)) opener = document.activeElement;
      host.replaceChildren(cardView(card, id, actions, close));
      host.querySelector<HTMLElement>('#card-title')?.focus();
    },
  };
}
