import type { Locator, Page } from "playwright-core";

/** How somebody uses a page. */
export type Hand = {
  /** A link, button or summary. */
  press(target: Locator): Promise<void>;
  tick(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  choose(target: Locator, option: string): Promise<void>;
};

/** By mouse, where something else than the keyboard is looked at. */
export const mouse: Hand = {
  press: (target) => target.click(),
  tick: (target) => target.check(),
  type: (target, text) => target.fill(text),
  choose: async (target, option) => {
    await target.selectOption({ label: option });
  },
};

/** By nothing but the keyboard: what cannot be reached with Tab is not there. */
export function keyboard(page: Page): Hand {
  return {
    press: async (target) => {
      await tabTo(page, target);
      await page.keyboard.press("Enter");
    },
    tick: async (target) => {
      await tabTo(page, target);
      await page.keyboard.press("Space");
      // Of radio buttons Tab reaches one; the arrows go on from there.
      for (let step = 0; step < mostRadios; step += 1) {
        if (await target.isChecked()) return;
        await page.keyboard.press("ArrowDown");
      }
      throw new Error(`the keyboard does not tick ${String(target)}`);
    },
    type: async (target, text) => {
      await tabTo(page, target);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
    },
    choose: async (target, option) => {
      await tabTo(page, target);
      await page.keyboard.type(option);
    },
  };
}

const mostRadios = 12;
const mostTabs = 200;

/** Goes on with Tab until this element, or another radio button of its name, has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const name = await target.getAttribute("name");
  const isRadio = (await target.getAttribute("type")) === "radio";
  const focused = isRadio
    ? page.locator(`input[type=radio][name="${name ?? ""}"]:focus`)
    : target.and(page.locator(":focus"));
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}
