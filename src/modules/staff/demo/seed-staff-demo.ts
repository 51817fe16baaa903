import type { Context } from "../../../platform/context/context.ts";
import { addStaff } from "../use-cases/add-staff.ts";
import type { Role } from "../domain/roles.ts";

/** An account of the demo, printed by `npm start`. Production refuses to start with demo data. */
export type DemoLogin = {
  readonly login: string;
  readonly password: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
};

/** The same for every demo, so that the guide can name it. */
const demoPassword = "Demo Leuchtturm 27";

/** Accounts of one authority: a caseworker, a team lead who confirms identities at the counter as well, an editor, an administrator and an auditor; of the installation: one operator. */
export function demoLogins(portal: {
  readonly kind: string;
  readonly slug: string;
}): readonly DemoLogin[] {
  const person = (
    name: string,
    displayName: string,
    ...roles: readonly Role[]
  ): DemoLogin => ({
    login: `${name}@${portal.slug === "" ? "openrathaus" : portal.slug}.example`,
    password: demoPassword,
    displayName,
    roles,
  });
  if (portal.kind === "installation") {
    return [person("betrieb", "Olga Petersen", "operator")];
  }
  return [
    person("kevin", "Kevin Krause", "caseworker"),
    person("samira", "Samira Yilmaz", "team-lead", "identity-officer"),
    person("redaktion", "Renate Voss", "editor"),
    person("verwaltung", "Heike Lindemann", "admin", "caseworker"),
    person("pruefung", "Bernd Hollmann", "auditor"),
  ];
}

/** Adds the demo accounts of the context's tenant; those that are there stay as they are. */
export async function seedStaffDemo(
  context: Context,
  portal: { readonly kind: string; readonly slug: string },
): Promise<readonly DemoLogin[]> {
  const logins = demoLogins(portal);
  for (const login of logins) {
    const added = await addStaff(context, login);
    if (added.ok || added.refusal.kind === "login-taken") continue;
    throw new Error(`demo login ${login.login}: ${added.refusal.kind}`);
  }
  return logins;
}
