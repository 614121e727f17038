import { answerQuestion } from '../answering/pipeline';
import { PLANS } from '../answering/plan';
import { evaluate } from '../evaluation/evaluate';
import { openAssets, type AssetOptions } from './assets';
import { Failure } from './failure';
import { readQuestionFile } from './input';

interface EvaluateOptions extends AssetOptions {
  readonly json?: boolean;
  readonly plan?: string;
  readonly intersection: boolean;
  readonly goldEntity: boolean;
}

/** `hoplens evaluate`. */
export async function evaluateCommand(path: string, options: EvaluateOptions): Promise<void> {
  const forced = PLANS.find((plan) => plan === options.plan);
  if (options.plan !== undefined && forced === undefined) throw new Failure(`--plan ${options.plan} is not a plan: give one of ${PLANS.join(', ')}.`);
  const file = await readQuestionFile(path);
  const { pipeline, manifest } = await openAssets(options);
  const report = await evaluate(file.questions, {
    graph: pipeline.reader.graph,
    groups: pipeline.reader.groups,
    ask: (question, asked) => answerQuestion(pipeline, question, asked),
    options: { ...(forced === undefined ? {} : { forcedPlan: forced }), noIntersection: !options.intersection },
    ...(manifest.relationFrequency === undefined ? {} : { asked: manifest.relationFrequency }),
    withGoldEntities: options.goldEntity,
    onProgress: (done, all) => {
      if (process.stderr.isTTY && done % 20 === 0) process.stderr.write(`\r${String(done)} of ${String(all)}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`);
}
