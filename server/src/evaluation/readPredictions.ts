import { readFile } from 'node:fs/promises';
import { parsePredictions } from '../formats/predictions';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { InputError } from './inputError';
import { predictedBy, type Predicted } from './predicted';

/** Reads another system's predictions; `warn` hears of lines that were left out. @throws InputError naming the file, and the remedy */
export async function readPredictions(path: string, graph: KnowledgeGraph, warn: (message: string) => void): Promise<Predicted> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`);
  }
  const { predictions, problems } = parsePredictions(path, text);
  const [problem] = problems;
  if (predictions.length === 0) throw new InputError(`${path} holds no predictions${problem === undefined ? '' : `: ${problem.message}`}. Give one JSON object a line with "question" or "id", "entities" and "answers".`);
  if (problem !== undefined) warn(`${path}: ${String(problems.length)} predictions were left out. ${problem.message}`);
  return predictedBy(predictions, graph);
}
