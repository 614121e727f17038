import { CodeLens, EventEmitter, l10n, languages, Range, window, type CodeLensProvider, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import type { Annotations } from '../annotations';
import { OWN_LANGUAGE } from '../questionFiles';

const SETTLED_MS = 120;

/** The lenses of the one question under the cursor: above every question they would double the height of a file of one question a line. */
export class CursorLens implements CodeLensProvider, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #subscriptions: Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #line = -1;
  /** The last text editor that had the focus: while the panel has it, the lens stays, or the text below would jump. */
  #editor: TextEditor | undefined = window.activeTextEditor;

  constructor(private readonly annotations: Annotations) {
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#changed.fire();
      }, SETTLED_MS);
    };
    this.#subscriptions = [
      languages.registerCodeLensProvider({ language: OWN_LANGUAGE }, this),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        const { line } = textEditor.selection.active;
        if (textEditor.document.languageId !== OWN_LANGUAGE || line === this.#line) return;
        this.#line = line;
        later();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor === undefined) return;
        this.#editor = editor;
        later();
      }),
      annotations.onChanged(later),
    ];
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const editor = this.#editor;
    if (editor?.document !== document) return [];
    const { active } = editor.selection;
    const question = await this.annotations.questionAt(document, document.offsetAt(active));
    if (question === undefined) return [];
    const at = new Range(question.line, 0, question.line, 0);
    const args = [document.uri.toString(), question.index];
    const panel = new CodeLens(at, { title: l10n.t('Show in panel'), command: 'hoplens.showInPanel', arguments: args });
    return question.state === 'answered' ? [panel] : [new CodeLens(at, { title: l10n.t('Answer question'), command: 'hoplens.answerQuestion', arguments: args }), panel];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }
}
