import { l10n, LanguageModelTextPart, LanguageModelToolResult, MarkdownString, type CancellationToken, type LanguageModelTool, type LanguageModelToolInvocationOptions, type LanguageModelToolInvocationPrepareOptions, type PreparedToolInvocation } from 'vscode';
import type { ToolName } from '../../../server/src/protocol';
import type { Server } from '../server';
import { asCode, questionIn } from './input';

/** One tool: what is called is checked and answered by the server. Its errors are written for the language model to read. */
export class HopLensTool implements LanguageModelTool<object> {
  constructor(private readonly name: ToolName, private readonly server: Server) {}

  /** What the user sees and is asked before the tool runs. */
  prepareInvocation({ input }: LanguageModelToolInvocationPrepareOptions<object>): PreparedToolInvocation {
    const { asking, title, message } = texts()[this.name];
    return { invocationMessage: asking, confirmationMessages: { title, message: new MarkdownString(`${message}\n\n${asCode(questionIn(input))}`) } };
  }

  /** @throws Error with the remedy for an input that the tool cannot work with */
  async invoke({ input }: LanguageModelToolInvocationOptions<object>, token: CancellationToken): Promise<LanguageModelToolResult> {
    const { text, structured } = await this.server.useTool({ name: this.name, input }, token);
    return new LanguageModelToolResult([new LanguageModelTextPart(text), new LanguageModelTextPart(JSON.stringify(structured))]);
  }
}

interface Texts {
  readonly asking: string;
  readonly title: string;
  readonly message: string;
}

const texts = (): Readonly<Record<ToolName, Texts>> => ({
  answer_question: {
    asking: l10n.t('Answering from the knowledge graph'), title: l10n.t('Answer a question'),
    message: l10n.t('HopLens answers this from its knowledge graph, on this machine; nothing is sent anywhere:'),
  },
  link_entities: {
    asking: l10n.t('Linking entities to the knowledge graph'), title: l10n.t('Link entities'),
    message: l10n.t('HopLens looks up what this names in its knowledge graph, on this machine; nothing is sent anywhere:'),
  },
  explain_answer: {
    asking: l10n.t('Explaining an answer from the knowledge graph'), title: l10n.t('Explain an answer'),
    message: l10n.t('HopLens answers and explains this from its knowledge graph, on this machine; nothing is sent anywhere:'),
  },
});
