import { DecorationRangeBehavior, Position, Range, ThemeColor, window, type Disposable, type TextEditor, type TextEditorDecorationType } from 'vscode';
import type { DocumentMention, DocumentQuestion } from '../../../server/src/protocol';
import type { Annotations } from '../annotations';
import { areDrawn, linesToDraw, type Lines } from './drawnLines';
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
  readonly #drawn = new WeakMap<TextEditor, Lines>();
  readonly #turns = new WeakMap<TextEditor, number>();

  constructor(private readonly annotations: Annotations) {
    this.#subscriptions = [
      annotations.onChanged((uri) => {
        for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === uri) void this.#draw(editor);
      }),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) void this.#draw(editor);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!areDrawn(this.#drawn.get(textEditor), linesOf(textEditor.visibleRanges))) void this.#draw(textEditor);
      }),
    ];
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#types.values(), this.#corrected]) one.dispose();
  }

  /** Draws what is in view and a little more; the rest when it comes into view. */
  async #draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    // Of an older text: VS Code moves what is drawn with the text until the server has caught up.
    if ((this.annotations.of(document)?.count ?? 0) === 0 && !this.#drawn.has(editor)) return;
    const turn = (this.#turns.get(editor) ?? 0) + 1;
    this.#turns.set(editor, turn);
    const lines = linesToDraw(linesOf(editor.visibleRanges), document.lineCount);
    const span = { start: document.offsetAt(new Position(lines.first, 0)), end: document.offsetAt(document.lineAt(lines.last).range.end) };
    // A server that ended says so elsewhere.
    const told = await this.annotations.questions(document.uri.toString(), { span }).catch(() => undefined);
    if (told?.version !== document.version || this.#turns.get(editor) !== turn) return;
    this.#drawn.set(editor, lines);
    this.#show(editor, told.questions);
  }

  #show(editor: TextEditor, questions: readonly DocumentQuestion[]): void {
    const { document } = editor;
    const corrections = questions.flatMap((question) => question.corrections).filter(({ kind }) => kind !== 'alias');
    editor.setDecorations(this.#corrected, corrections.map(({ range }) => new Range(document.positionAt(range.start), document.positionAt(range.end))));
    const isCorrected = ({ range }: DocumentMention): boolean => corrections.some((one) => one.range.start < range.end && range.start < one.range.end);
    const mentions = questions.flatMap((question) => question.mentions).filter((mention) => !isCorrected(mention));
    for (const [line, type] of this.#types) {
      const ranges = mentions.filter(({ score }) => lineOf(score) === line).map(({ range }) => new Range(document.positionAt(range.start), document.positionAt(range.end)));
      editor.setDecorations(type, ranges);
    }
  }
}

const linesOf = (ranges: readonly Range[]): readonly Lines[] => ranges.map(({ start, end }) => ({ first: start.line, last: end.line }));
