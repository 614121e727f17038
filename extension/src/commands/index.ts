import { commands, type Disposable } from 'vscode';
import { openCause } from '../causes/openCause';
import { showStages } from '../causes/showStages';
import { whyNot } from '../causes/whyNot';
import { addAlias } from '../corrections/addAlias';
import { applyEverywhere } from '../corrections/applyEverywhere';
import { openCorrections } from '../corrections/openCorrections';
import { removeCorrection } from '../corrections/removeCorrection';
import { evaluateFileCommand, evaluatePredictionsCommand, fileOf, uriOf } from '../evaluation/evaluateFileCommand';
import { revealQuestion } from '../evaluation/reveal';
import { copyMcpConfiguration } from '../mcp/copyMcpConfiguration';
import type { Services } from '../services';
import { answerAll } from './answerAll';
import { answerQuestion } from './answerQuestion';
import { chooseEntity } from './chooseEntity';
import { guarded } from './failure';
import { openExamples } from './openExamples';
import { showInPanel } from './showInPanel';

/** Registers every command of package.json. They are there at once; the first that needs the server starts it. */
export function registerCommands(services: Services): Disposable[] {
  return [
    commands.registerCommand('hoplens.answerQuestion', answerQuestion(services)),
    commands.registerCommand('hoplens.answerAll', answerAll(services)),
    commands.registerCommand('hoplens.showInPanel', showInPanel(services)),
    commands.registerCommand('hoplens.chooseEntity', chooseEntity(services)),
    commands.registerCommand('hoplens.addAlias', addAlias(services)),
    commands.registerCommand('hoplens.correctEverywhere', applyEverywhere(services)),
    commands.registerCommand('hoplens.removeCorrection', removeCorrection(services)),
    commands.registerCommand('hoplens.openCorrections', openCorrections),
    commands.registerCommand('hoplens.evaluateFile', evaluateFileCommand(services)),
    commands.registerCommand('hoplens.evaluatePredictions', evaluatePredictionsCommand(services)),
    commands.registerCommand('hoplens.showReport', (given: unknown) => guarded(async () => { const uri = uriOf(given); if (uri !== undefined) await services.reports.show(uri); })),
    commands.registerCommand('hoplens.compareEvaluation', (given: unknown) => guarded(async () => { const uri = fileOf(services, given); if (uri !== undefined) await services.reports.compare(uri); })),
    commands.registerCommand('hoplens.revealQuestion', (uri: unknown, index: unknown, text: unknown) => guarded(async () => { if (typeof uri === 'string' && typeof index === 'number' && typeof text === 'string') await revealQuestion(services.server, uri, index, text); })),
    commands.registerCommand('hoplens.showMoreQuestions', (uri: unknown, group: unknown) => { if (typeof uri === 'string' && typeof group === 'string') services.tree.more(uri, group); }),
    commands.registerCommand('hoplens.openExamples', openExamples(services)),
    commands.registerCommand('hoplens.openCause', openCause(services)),
    commands.registerCommand('hoplens.showStages', showStages(services)),
    commands.registerCommand('hoplens.whyNot', whyNot(services)),
    commands.registerCommand('hoplens.copyMcpConfiguration', copyMcpConfiguration(services)),
    commands.registerCommand('hoplens.restartServer', () => guarded(() => services.server.restart())),
    commands.registerCommand('hoplens.showOutput', () => { services.output.show(); }),
  ];
}
