import type { Explanation, Trace } from '../../protocol';

/** An explanation with its trace, as the stages are told from. */
export type Told = Explanation & { readonly trace: Trace };
