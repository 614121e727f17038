import { agentTools } from './agentTools';
import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { corrections } from './corrections';
import { diagnostics } from './diagnostics';
import { documentSymbols } from './documentSymbols';
import { evaluation } from './evaluation';
import type { Feature } from './feature';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { requests } from './requests';
import { semanticTokens } from './semanticTokens';
import { stages } from './stages';
import { whatIf } from './whatIf';
import { workspace } from './workspace';

/** Every feature of the server. What is not here is not announced. */
export const FEATURES: readonly Feature[] = [agentTools, semanticTokens, inlayHints, hover, codeLens, diagnostics, codeActions, corrections, documentSymbols, evaluation, requests, stages, whatIf, workspace];
