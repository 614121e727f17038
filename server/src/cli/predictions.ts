import { readFile } from 'node:fs/promises';
import { predictedBy, type Predicted } from '../evaluation/predicted';
import { parsePredictions } from '../formats/predictions';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { Failure } from './failure';

/** Reads another system's predictions. @throws Failure naming the file, and the remedy */
export async function readPredictions(path: string, graph: KnowledgeGraph): Promise<Predicted> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`);
  }
  const { predictions, problems } = parsePredictions(path, text);
  const [problem] = problems;
  if (predictions.length === 0) throw new Failure(`${path} holds no predictions${problem === undefined ? '' : `: ${problem.message}`}. Give one JSON object a line with "question" or "id", "entities" and "answers".`);
  if (problem !== undefined) process.stderr.write(`hoplens: ${path}: ${String(problems.length)} lines were left out. ${problem.message}\n`);
  return predictedBy(predictions, graph);
}
