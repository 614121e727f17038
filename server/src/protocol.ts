/**
 * The contract between the language server, the VS Code client and the panel: one file a subject, in `protocol/`.
 *
 * Types, method names and a few limits only: nothing here imports from another room, so that any room may import it. All offsets are UTF-16 code units (as
 * LSP counts); every score is in [0, 1] unless its comment says "logit" or "raw".
 */
export * from './protocol/span';
export * from './protocol/parts';
export * from './protocol/scoredNode';
export * from './protocol/operation';
export * from './protocol/explanation';
export * from './protocol/trace';
export * from './protocol/force';
export * from './protocol/agentTools';
export * from './protocol/causes';
export * from './protocol/corrections';
export * from './protocol/evaluation';
export * from './protocol/evaluationRequests';
export * from './protocol/reportPage';
export * from './protocol/documents';
export * from './protocol/entityCard';
export * from './protocol/requests';
export * from './protocol/settings';
export * from './protocol/status';
export * from './protocol/panel';
