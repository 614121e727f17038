import type { ToPanel } from '../../server/src/protocol';
import { element } from './dom';
import type { Host } from './host';
import { lightTogether, lightWords } from './light';
import { announcement } from './model/answers';
import { drawn, EMPTY, readSaved, reduce, settled, shownIn, withoutWhatIf, type PanelState } from './model/panelState';
import { wordsIn } from './model/question';
import { createOverlay } from './overlay';
import { savePicture } from './savePicture';
import type { Actions } from './view/actions';
import { explanationView } from './view/explanation';
import { busyView, emptyView, failedView } from './view/states';

/** Runs the panel in `root`: draws what the host sends, sends what the person asks for, and keeps its place. */
export function runPanel(root: HTMLElement, host: Host): void {
  const saved = readSaved(host.saved());
  let state: PanelState = saved?.state ?? EMPTY;
  const unfolded = new Set(saved?.unfolded ?? []);
  const main = element('main', {});
  const cards = element('div', { class: 'cards' });
  const live = element('div', { class: 'spoken', 'aria-live': 'polite' });
  root.replaceChildren(main, cards, live);

  const save = (): void => { host.save({ version: 1, state: settled(state), unfolded: [...unfolded], scroll: window.scrollY }); };
  const actions: Actions = {
    openCard: (id) => { host.post({ type: 'card', id }); },
    openPage: (id) => { host.post({ type: 'openPage', id }); },
    reveal({ start, end }) {
      const shown = shownIn(state);
      if (shown !== null) host.post({ type: 'reveal', uri: shown.result.uri, index: shown.result.index, span: { start, end } });
    },
    copyJson() {
      const shown = shownIn(state);
      if (shown !== null) host.post({ type: 'copy', text: JSON.stringify(drawn(shown), null, 2) });
    },
    savePicture(format) {
      const shown = shownIn(state);
      if (shown !== null) void savePicture(drawn(shown), format, host).catch((error: unknown) => { live.textContent = error instanceof Error ? error.message : String(error); });
    },
    answerAgain() {
      const shown = shownIn(state);
      if (shown !== null) host.post({ type: 'answerAgain', uri: shown.result.uri, index: shown.result.index });
    },
    whatIf(forces) {
      const shown = shownIn(state);
      if (shown !== null) host.post({ type: 'whatIf', uri: shown.result.uri, index: shown.result.index, forces });
    },
    resetWhatIf() {
      state = withoutWhatIf(state);
      draw(main, state, actions);
      live.textContent = 'Back to the model’s own answer';
      save();
    },
    isUnfolded: (key) => unfolded.has(key),
    setUnfolded(key, open) {
      if (open) unfolded.add(key);
      else unfolded.delete(key);
      save();
    },
  };
  const overlay = createOverlay(cards, actions);

  const receive = (message: ToPanel): void => {
    if (message.type === 'card') overlay.show(message.card, message.id);
    else if (message.type === 'highlight') {
      const shown = shownIn(state);
      lightWords(main, shown === null || message.span === null ? [] : wordsIn(drawn(shown), message.span));
    } else {
      const before = shownIn(state)?.result;
      state = reduce(state, message);
      const now = state.kind === 'explanation' ? state.result : undefined;
      const another = now !== undefined && (before?.uri !== now.uri || before.index !== now.index);
      if (another) unfolded.clear();
      if (now !== undefined) overlay.close();
      draw(main, state, actions);
      // What changed stands at the top.
      if (another || message.type === 'whatIf') window.scrollTo(0, 0);
      if (state.kind === 'explanation') live.textContent = state.whatIf?.message || announcement(drawn(state));
      save();
    }
  };

  draw(main, state, actions);
  if (saved !== null) window.scrollTo(0, saved.scroll);
  lightTogether(root);
  window.addEventListener('scrollend', save);
  host.listen(receive);
  host.post({ type: 'ready' });
}

/** Draws a state; a busy one leaves what stood before in place, dimmed. */
function draw(main: HTMLElement, state: PanelState, actions: Actions): void {
  const focused = document.activeElement?.getAttribute('data-stay') ?? null;
  main.classList.toggle('waiting', state.kind === 'busy');
  main.setAttribute('aria-busy', String(state.kind === 'busy'));
  switch (state.kind) {
    case 'empty': main.replaceChildren(emptyView()); break;
    case 'failed': main.replaceChildren(failedView(state.question, state.message)); break;
    case 'explanation': main.replaceChildren(explanationView(state, actions)); break;
    case 'busy': main.replaceChildren(busyView(state.question), ...(state.before === null ? [] : [explanationView(state.before, actions)])); break;
  }
  // Whoever works with the keyboard stays where they were.
  if (focused !== null) main.querySelector<HTMLElement>(`[data-stay="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
