import { Command, CommanderError } from 'commander';
import { InputError } from '../evaluation/inputError';
import { SidecarError } from '../documents/corrections/sidecarError';
import { ImportError } from '../graph/import/graphSource';
import { PackError } from '../graph/packError';
import { ModelError } from '../model/modelError';
import { annotateCommand } from './annotate';
import { answerCommand } from './answer';
import type { AssetOptions } from './assets';
import { evaluateCommand } from './evaluate';
import { exportCorrectionsCommand } from './exportCorrections';
import { Failure } from './failure';
import { importCommand } from './import';
import { inspectCommand } from './inspect';
import { share } from './share';
import { writeVectors } from './vectors';

/** `hoplens`: the same services as the language server, on the command line. */
async function main(args: readonly string[]): Promise<void> {
  const program = new Command('hoplens')
    .description('Question answering over a knowledge graph, explained. Works offline on the embedded Wikidata extract.')
    .exitOverride()
    .showHelpAfterError('(hoplens --help lists the commands)');
  const withAssets = (command: Command): Command =>
    command.option('--graph <file>', 'graph pack instead of the embedded one').option('--model <folder>', 'model bundle instead of the embedded one')
      .option('--threshold <share>', "decline where the graph probably (1 − share) does not hold the answer; 0 answers everything (default: the model's own)", share);
  const withCorrections = (command: Command): Command => command.option('--no-corrections', 'leave the corrections of the file (its sidecar FILE.hoplens.json) out');
  withCorrections(withAssets(program.command('answer [questions...]')))
    .description('answer questions given as words, in a file (--file) or on standard input')
    .option('--json', 'one JSON object a line').option('--file <file>', 'a question file of any format').action(answerCommand);
  withCorrections(withAssets(program.command('annotate <file>')))
    .description('spans and ids of every question of a file').option('--json', 'one JSON object a line')
    .option('--out <file>', 'write a line of JSON for each question as it is answered: for files of any size').action(annotateCommand);
  withCorrections(withAssets(program.command('evaluate <file>')))
    .description('measure against the gold entities and answers of a file').option('--json', 'the measures as one JSON object')
    .option('--html <file>', 'write the report as a page').option('--csv <file>', 'write a line for each question').option('--report <file>', 'write the whole run as JSON, to compare with later')
    .option('--compare <file>', 'set an earlier run (of --report) beside this one').option('--predictions <file>', 'evaluate another system: JSON lines or CSV with question or id, entities, answers').option('--annotations <file>', 'write the mentions: .jsonl, .csv or .ttl (NIF)')
    .option('--plan <plan>', 'give the plan: one-hop, two-hop, three-hop or intersection').option('--no-intersection', 'switch the minimum off').option('--no-operations', 'only list what the paths reach')
    .option('--no-gold-entity', 'leave the gold-entity run out').option('--no-causes', 'leave the causes of misses out (faster)').action(evaluateCommand);
  program.command('export-corrections <paths...>').description('training rows of the corrections of question files, or of all below a folder; further names for a graph pack')
    .requiredOption('--out <file>', 'the rows, as JSON lines').option('--aliases <file>', 'further names, as a table for the folder names/ of facts').action(exportCorrectionsCommand);
  withAssets(program.command('inspect <id>')).description('what the graph knows of an id (Q2263, P57)').option('--json', 'as JSON').action(inspectCommand);
  program.command('import <triples>').description('build a graph pack from triples: subject, relation, object (and from when to when it held), separated by tabs or "|"')
    .requiredOption('--out <file>', 'the pack to write').option('--name <name>', 'its name', 'imported graph').action(importCommand);
  withAssets(program.command('vectors')).description('write the model\'s label vectors into a copy of the pack').requiredOption('--out <file>', 'the pack to write').action(writeVectors);
  withAssets(program.command('mcp')).description('answer_question, link_entities and explain_answer for agents: a Model Context Protocol server over standard input and output')
    .option('--corrections <paths...>', 'answer with the corrections of these question files, or of all below a folder, as they are at each question')
    // Loaded when it is asked for: the protocol's libraries are three times the rest.
    .action(async (options: AssetOptions & { readonly corrections?: readonly string[] }) => (await import('./mcp/mcp')).mcpCommand(options));
  await program.parseAsync(args, { from: 'user' });
}

// A reader that has seen enough (head, less) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof Failure || error instanceof PackError || error instanceof ModelError || error instanceof ImportError || error instanceof SidecarError || error instanceof InputError) {
    process.stderr.write(`hoplens: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`hoplens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
});
