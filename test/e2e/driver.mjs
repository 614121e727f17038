// What a person does in VS Code, as functions over a playwright page.

/** Opens a file of the workspace by name through Quick Open. */
export async function openFile(page, name) {
  const input = page.locator('.quick-input-widget input');
  // Clicked, not entered: the list may still be changing, and Enter takes whatever is first. `a.json` must not be `a.json.hoplens.json`.
  const exact = new RegExp(`^${name.replaceAll('.', '\\.')}$`);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name', { hasText: exact }) }).first();
  await asked(page, input, 'Control+P', name, row);
  await row.click({ timeout: 5000 });
  await page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor();
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input');
  // The list is sorted by how well it matches: "Answer all questions" may stand above "Answer question".
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name').filter({ hasText: new RegExp(`^${title}$`) }) }).first();
  await asked(page, input, 'F1', `>${title}`, row);
  await row.click({ timeout: 5000 });
}

/**
 * Opens a list by a key and types into it until it offers a row. What the palette offers is settled when it opens: a command whose condition came true a moment
 * later (a file that is known to hold questions) needs it opened again. And a key that lands in a web view which is about to go (a rendered document) is lost:
 * the keys go back to the workbench with its tab.
 */
async function asked(page, input, key, text, row) {
  const offered = async () => {
    await page.keyboard.press(key);
    return input.waitFor({ timeout: 4000 }).then(() => input.fill(text, { timeout: 2000 })).then(() => row.waitFor({ timeout: 3000 })).then(() => true, () => false);
  };
  for (let tries = 0; tries < 12 && !(await offered()); tries++) {
    await page.keyboard.press('Escape');
    if (tries % 2 === 1) await page.locator('.tabs-container .tab.active').first().click({ timeout: 4000 }).catch(() => undefined);
  }
}

/** The line of the editor that holds a text. Spaces in the editor are no-break spaces. */
export function line(page, text) {
  return page.locator('.editor-instance .view-line').filter({ hasText: new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s\\u00a0]')) }).first();
}

/** Puts the cursor into the line that holds a text. */
export async function clickLine(page, text) {
  await line(page, text).click({ position: { x: 40, y: 8 } });
}

/** Where a word stands on the screen, inside the line that holds a text. */
export async function wordBox(page, text, word) {
  const box = await line(page, text).evaluate((element, wanted) => {
    // The editor may cut a word into several pieces (tokens, decorations): look in the joined text.
    const nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
    const joined = nodes.map((node) => node.textContent).join('').replaceAll('\u00a0', ' ');
    const at = joined.indexOf(wanted);
    if (at < 0) return null;
    const place = (offset) => {
      let left = offset;
      for (const node of nodes) {
        if (left <= node.textContent.length) return [node, left];
        left -= node.textContent.length;
      }
      return [nodes.at(-1), nodes.at(-1).textContent.length];
    };
    const range = document.createRange();
    range.setStart(...place(at));
    range.setEnd(...place(at + wanted.length));
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, word);
  if (box === null) throw new Error(`the line of “${text}” does not show “${word}”: ${await line(page, text).innerText()}`);
  return box;
}

/** Hovers over a word and returns the hover. */
export async function hoverWord(page, text, word) {
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: /\S/ }).filter({ hasNotText: /^\s*Loading/ }).first();
  // An annotation that arrives while the pointer rests moves the words, and the hover is not asked for: the pointer comes again.
  for (let tries = 0; tries < 5; tries++) {
    const box = await wordBox(page, text, word);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(200);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    if (await hover.waitFor({ timeout: 5000 }).then(() => true, () => false)) break;
  }
  await hover.waitFor({ timeout: 5000 });
  return hover;
}

/** The inside of the HopLens panel. */
export function panel(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Closes all editors; what was not saved is given up. */
export async function closeAll(page) {
  await runCommand(page, 'View: Close All Editors');
  await page.locator('.monaco-dialog-box').getByText("Don't Save", { exact: true }).click({ timeout: 3000 }).catch(() => undefined);
  // The panel below hides the later lines of a file.
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('Control+J');
}
