// What can be done in the panel, by mouse and keyboard, in a real browser: each check throws with what it found instead.
import assert from 'node:assert/strict';

/** Clicks and keys on the intersection fixture; `page` has received its explanation. */
export async function checkActions(page, card) {
  const sent = () => page.evaluate(() => window.sent.splice(0));
  assert.deepEqual((await sent()).map(({ type }) => type), ['ready']);

  await page.locator('button.word', { hasText: 'Portman' }).click();
  assert.deepEqual(await sent(), [{ type: 'reveal', uri: 'file:///questions.txt', index: 0, span: { start: 16, end: 23 } }]);
  await page.locator('button.chip').nth(1).press('Enter');
  assert.deepEqual(await sent(), [{ type: 'reveal', uri: 'file:///questions.txt', index: 0, span: { start: 32, end: 41 } }]);

  const opener = page.locator('.lane .bars button.entity').first();
  await opener.press('Space');
  assert.deepEqual(await sent(), [{ type: 'card', id: 'Q51789' }]);
  await page.evaluate((m) => { window.postMessage(m, '*'); }, { type: 'card', id: card.id, card });
  await page.locator('#card-title').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'card-title', 'the card takes the focus');
  await page.locator('.card vscode-link').click();
  assert.deepEqual(await sent(), [{ type: 'openPage', id: 'Q51789' }]);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.card').count(), 0, 'Escape closes the card');
  assert.ok(await opener.evaluate((element) => element === document.activeElement), 'the focus goes back to where the card was opened');

  const cell = page.locator('vscode-data-grid-cell').filter({ has: page.locator('button.entity') }).first();
  await cell.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(), [{ type: 'card', id: 'Q51789' }], 'Enter on a cell of the table opens its entity');

  await page.locator('.lane summary').first().press('Enter');
  await page.waitForTimeout(50);
  assert.deepEqual(await page.evaluate(() => window.kept.unfolded), ['path 0 candidates'], 'a fold that was opened is remembered');

  await page.locator('vscode-button', { hasText: 'Copy as JSON' }).click();
  const [copy] = await sent();
  assert.equal(JSON.parse(copy.text).answers[0].id, 'Q51789');
  await page.locator('vscode-button', { hasText: 'Answer again' }).click();
  assert.deepEqual(await sent(), [{ type: 'answerAgain', uri: 'file:///questions.txt', index: 0 }]);

  // Everything that acts is reached by Tab: buttons, folds and toolkit controls (those focus inside their shadow).
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const reached = new Set();
  const total = await page.evaluate(() => {
    const all = [...document.querySelectorAll('button, summary, vscode-button')].filter((element) => element.checkVisibility());
    all.forEach((element, k) => { element.setAttribute('data-stop', String(k)); });
    return all.length;
  });
  for (let k = 0; k < total + 20; k++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? null);
    if (stop !== null) reached.add(stop);
  }
  assert.equal(reached.size, total, `Tab reaches ${reached.size} of ${total} things that act`);
}

/** A panel that is made anew from its saved state shows what it showed. */
export async function checkRestored(page) {
  assert.equal(await page.locator('h1 .best').textContent(), 'Padmé Amidala');
  assert.ok(await page.locator('.lane details').first().evaluate((element) => element.open), 'the fold is open again');
}

/** What if: what the form gives is sent, with the direction of a relation; Enter sends too; Reset goes back without asking. */
export async function checkWhatIf(page) {
  await page.locator('.what-if summary').click();
  await page.getByLabel('“Natalie Portman” is').fill('Q1');
  await page.getByLabel(/^hop 1 from Natalie Portman/).fill('^P161');
  await page.locator('.what-if select').selectOption('intersection');
  await page.getByLabel('“Natalie Portman” is').press('Enter');
  const sent = await page.evaluate(() => window.sent.at(-1));
  const { entities: [entity], relations: [relation], plan } = sent.forces;
  if (sent.type !== 'whatIf' || entity.id !== 'Q1' || relation.id !== 'P161' || relation.inverse !== true || relation.mention === undefined || plan !== 'intersection') throw new Error(`the form sent ${JSON.stringify(sent)}`);
  const explanation = await page.evaluate(() => window.kept.state.result.explanation);
  await page.evaluate(([forces, told]) => { window.postMessage({ type: 'whatIf', uri: 'file:///questions.txt', index: 0, forces, explanation: { ...told, answers: [] }, message: '' }, '*'); }, [sent.forces, explanation]);
  await page.getByText('The model’s own').waitFor();
  await page.getByText('“Natalie Portman” is Q1').waitFor();
  await page.getByText('Reset').click();
  if (await page.locator('.what-if-active').count() !== 0) throw new Error('Reset leaves what is given');
}

/** A relation bar is a what-if at a click and by the keyboard; the focus stays on it, and a second press takes it back. */
export async function checkRelation(page) {
  const bar = page.locator('.lane').nth(1).locator('.bar-row.choice').first();
  await bar.locator('.meter').click();
  const sent = await page.evaluate(() => window.sent.at(-1));
  const [relation] = sent.forces?.relations ?? [];
  if (sent.type !== 'whatIf' || relation?.hop !== 1 || relation.mention === undefined) throw new Error(`a click on the bar sent ${JSON.stringify(sent)}`);
  const explanation = await page.evaluate(() => window.kept.state.result.explanation);
  await bar.locator('button').focus();
  await page.evaluate(([forces, told]) => { window.postMessage({ type: 'whatIf', uri: 'file:///questions.txt', index: 0, forces, explanation: told, message: '' }, '*'); }, [sent.forces, explanation]);
  await page.locator('.bar-row.given').waitFor();
  assert.ok(await page.locator('.bar-row.given button').evaluate((element) => element === document.activeElement && element.getAttribute('aria-pressed') === 'true'), 'the focus stays on the relation');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.what-if-active').count(), 0, 'a second press takes it back');
  await bar.locator('button').focus();
  await page.keyboard.press('Space');
  assert.deepEqual((await page.evaluate(() => window.sent.at(-1))).forces, sent.forces);
}

/** The picture is sent as an SVG that stands alone and as a PNG. */
export async function checkPicture(page) {
  await page.getByText('Save as SVG').click();
  await page.waitForFunction(() => window.sent.at(-1)?.type === 'savePicture');
  const svg = await page.evaluate(() => window.sent.at(-1));
  assert.match(svg.data, /^<svg .*Padmé Amidala.*<\/svg>$/su);
  await page.getByText('Save as PNG').click();
  await page.waitForFunction(() => window.sent.at(-1)?.format === 'png');
  const { data } = await page.evaluate(() => window.sent.at(-1));
  assert.equal(Buffer.from(data, 'base64').subarray(1, 4).toString(), 'PNG');
  return { svg: svg.data, png: data };
}
