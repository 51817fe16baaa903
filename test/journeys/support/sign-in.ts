import type { Page } from "playwright-core";

const demoPassword = "Demo Leuchtturm 27";

/** Types a demo login on the page that is open. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

/** Types the password again where a page asks for it. */
export async function confirmPassword(page: Page): Promise<void> {
  await page.locator("input[name=password]").fill(demoPassword);
}
