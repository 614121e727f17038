// A question of each operation: the panel shows which one was chosen, what it took in and what it gives.
import { clickLine, line, openFile, panel, runCommand } from './driver.mjs';

/** The beginning of the question, the operation as the panel calls it, what must stand among the things that it took in or gives, and its picture. */
const SHOWN = [
  ['How many wives', 'count', 'Anne Boleyn', 'count'],
  ['What is the longest river', 'the greatest', 'Po', 'maximum'],
  ['Which is the smallest US state', 'the least', 'Oregon', 'minimum'],
  ['What is the second highest', 'the greatest', 'K2', 'ordinal'],
  ['Who is older', 'the lesser of two', 'Tom Hanks', 'lesser'],
  ['Who is younger', 'the greater of two', 'Brad Pitt', 'greater'],
  ['Which films by James Cameron', 'difference', 'Titanic', 'difference'],
  ['Did Tom Cruise', 'yes or no', 'No', 'check'],
  ['Is the Nile', 'is it greater?', 'Yes', 'check-greater'],
  ['Who was President', 'in a year', '4 March 1861 – 15 April 1865', 'in-year-of-fact'],
  ['Is the Danube', 'is it less?', 'Yes', 'check-lesser'],
  ['Which Star Wars', 'in a year', 'The Empire Strikes Back', 'in-year'],
];

export const operationScenarios = [
  {
    name: 'each operation is shown in the panel with what it took in',
    async run({ page, shot }) {
      await openFile(page, 'operations.questions');
      await line(page, 'How many wives').filter({ hasText: 'Q38370' }).waitFor({ timeout: 60_000 });
      for (const [question, operation, thing, picture] of SHOWN) {
        // Beside the panel the editor is low: its last lines are there only after it is scrolled.
        if (!(await line(page, question).isVisible())) {
          await page.locator('.editor-instance .view-line').first().hover();
          await page.mouse.wheel(0, 400);
        }
        await clickLine(page, question);
        await runCommand(page, 'HopLens: Show in panel');
        // The panel keeps the question before until the next is there: neighbours in the list have different operations.
        await panel(page).locator('.operation-head .pill-answer').filter({ hasText: operation }).waitFor({ timeout: 20_000 });
        await panel(page).getByText(thing).first().waitFor({ timeout: 20_000 });
        await panel(page).locator('.operation-head').scrollIntoViewIfNeeded();
        await page.waitForTimeout(300);
        await shot(`panel-operation-${picture}.png`);
      }
    },
  },
];
