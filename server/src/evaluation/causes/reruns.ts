import type { AnswerOptions } from '../../answering/answerer';
import type { CauseName, EntityProbe, Explanation, NameStanding, PlanName } from '../../protocol';
import { isRight, tiedAtTop } from './answerMiss';
import type { GoldAnswers } from '../goldMatch';
import type { GoldTarget } from './goldEntities';
import type { DiagnosisSetting, Judged, Prediction } from './judged';
import { predictionOf } from './prediction';
import { named } from './words';

/** A question answered again under a condition. */
export interface Rerun {
  readonly prediction: Prediction;
  readonly right: boolean;
}

const PLAN_WORDS: Readonly<Record<PlanName, string>> = { 'one-hop': 'one hop', 'two-hop': 'two hops', 'three-hop': 'three hops', intersection: 'the intersection' };

/** Runs a question again with entities and plan given, and keeps what came of it in words. Null throughout where nothing may be run. */
export class Reruns {
  readonly evidence: string[] = [];
  #probes: Promise<readonly EntityProbe[]> | undefined;

  constructor(private readonly judged: Judged, private readonly setting: DiagnosisSetting, private readonly gold: GoldAnswers | null, private readonly targets: readonly GoldTarget[]) {}

  /** What became of the names of a gold entity. The question is run again for it, once for all of them; none are told of an entity that the file does not mark. */
  async names({ nodes }: GoldTarget): Promise<readonly NameStanding[]> {
    if (!this.targets.some((target) => target.nodes.some((node) => nodes.includes(node)))) return [];
    const ids = nodes.map((node) => this.setting.field.graph.idOf(node));
    this.#probes ??= this.#probe();
    return (await this.#probes).flatMap((probe) => (ids.includes(probe.id) ? probe.names : []));
  }

  /** With these entities as the only candidates. */
  withEntities(ids: readonly string[]): Promise<Rerun | null> {
    return this.#run(ids, {}, `With ${this.#names(ids)} given`);
  }

  /** With the entities and the plan given. */
  withPlan(ids: readonly string[], plan: PlanName): Promise<Rerun | null> {
    return this.#run(ids, { forcedPlan: plan }, `With ${this.#names(ids)} and ${PLAN_WORDS[plan]} given`);
  }

  /** What putting the cause right would come to, as the end of a message. */
  remark(then: CauseName | 'right' | null): string {
    if (then === null) return '';
    return then === 'right' ? ' With it given, the answer is right.' : ` With it given, the answer is wrong still (${then}).`;
  }

  async #run(ids: readonly string[], options: AnswerOptions, condition: string): Promise<Rerun | null> {
    const explanation = await this.#ask({ ...options, onlyEntities: ids });
    if (explanation === null) return null;
    const prediction = predictionOf(explanation);
    const right = this.gold !== null && isRight(prediction.answers, this.gold);
    const tied = tiedAtTop(prediction.answers);
    const [first] = tied;
    const said = first === undefined ? 'no answer' : `${named(first.id, first.label)}${tied.length > 1 ? ` and ${String(tied.length - 1)} more` : ''}`;
    this.evidence.push(`${condition}: ${said}, ${right ? 'right' : 'wrong'}.`);
    return { prediction, right };
  }

  async #probe(): Promise<readonly EntityProbe[]> {
    const about = this.targets.flatMap(({ nodes }) => nodes.map((node) => this.setting.field.graph.idOf(node)));
    const probes = (await this.#ask({ trace: { about } }))?.trace?.probes ?? [];
    return probes.flatMap((probe) => (probe.kind === 'entity' ? [probe] : []));
  }

  async #ask(options: AnswerOptions): Promise<Explanation | null> {
    const { ask, signal } = this.setting;
    signal?.throwIfAborted();
    // Pins and corrections stay, but for the runs in which the entities are given: they would stand in their way.
    const told = options.onlyEntities === undefined ? this.judged.told : {};
    return ask === null ? null : ask(this.judged.question, { ...told, ...options, ...(signal === undefined ? {} : { signal }) });
  }

  #names(ids: readonly string[]): string {
    const { graph } = this.setting.field;
    return ids.map((id) => named(id, graph.labelOf(graph.nodeOf(id) ?? -1))).join(' and ');
  }
}
