import type { Visitor } from "../../src/main/testing/visitor.ts";

/** Of everybody in the demo. */
export const demoPassword = "Demo Leuchtturm 27";

/** Signs in somebody of the demo at their workplace. Throws when they are not let in. */
export async function signInStaff(
  visitor: Visitor,
  login: string,
): Promise<void> {
  const { status } = await visitor.visit("/arbeitsplatz/anmelden", {
    fields: { login, password: demoPassword },
  });
  if (status !== 303)
    throw new Error(`drill: ${login} is not let in (${String(status)})`);
}
