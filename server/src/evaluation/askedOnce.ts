import type { Explanation } from '../protocol';
import type { Ask } from './causes/judged';

/** Asks, but never the same question with the same options twice: the measures and the diagnosis both want a question's answer with its gold entities given. To be kept for one question only. */
export function askedOnce(ask: Ask): Ask {
  const known = new Map<string, Promise<Explanation>>();
  return (question, options) => {
    const key = JSON.stringify([question, { ...options, signal: undefined }]);
    let told = known.get(key);
    if (told === undefined) known.set(key, (told = ask(question, options)));
    return told;
  };
}
