import { DecorationRangeBehavior, Range, ThemeColor, window, type Disposable, type TextEditor, type TextEditorDecorationType } from 'vscode';
import type { DocumentMention } from '../../../server/src/protocol';
import type { Annotations } from '../annotations';
import { LINES, lineOf, type Line } from './sureness';

/** Underlines the spans of every visible question file: solid, dashed or dotted by how sure they are, twice where a person corrected them, in one colour of the theme. */
export class Decorations implements Disposable {
  readonly #types: ReadonlyMap<Line, TextEditorDecorationType> = new Map(LINES.map((line) => [line, window.createTextEditorDecorationType({
    borderStyle: line, borderWidth: '0 0 1px 0', borderColor: new ThemeColor('hoplens.mentionUnderline'), rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  })]));
  readonly #corrected = window.createTextEditorDecorationType({
    borderStyle: 'double', borderWidth: '0 0 3px 0', borderColor: new ThemeColor('hoplens.mentionUnderline'), rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  readonly #subscriptions: Disposable[];

  constructor(private readonly annotations: Annotations) {
    this.#subscriptions = [
      annotations.onChanged((uri) => {
        for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === uri) this.#draw(editor);
      }),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#draw(editor);
      }),
    ];
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#types.values(), this.#corrected]) one.dispose();
  }

  #draw(editor: TextEditor): void {
    const { document } = editor;
    const known = this.annotations.of(document);
    // Of an older text: VS Code moves what is drawn with the text until the server has caught up.
    if (known === undefined) return;
    const corrections = known.questions.flatMap((question) => question.corrections).filter(({ kind }) => kind !== 'alias');
    editor.setDecorations(this.#corrected, corrections.map(({ range }) => new Range(document.positionAt(range.start), document.positionAt(range.end))));
    const isCorrected = ({ range }: DocumentMention): boolean => corrections.some((one) => one.range.start < range.end && range.start < one.range.end);
    const mentions = known.questions.flatMap((question) => question.mentions).filter((mention) => !isCorrected(mention));
    for (const [line, type] of this.#types) {
      const ranges = mentions.filter(({ score }) => lineOf(score) === line).map(({ range }) => new Range(document.positionAt(range.start), document.positionAt(range.end)));
      editor.setDecorations(type, ranges);
    }
  }
}
