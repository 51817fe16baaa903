import { listProviderNames } from "../modules/federation/index.ts";
import type { Context } from "../platform/context/context.ts";

/** Providers are set up once a year; a new name may be seen a minute late. */
const namesKeptMs = 60_000;

type Names = Awaited<ReturnType<typeof listProviderNames>>;

/** What identity providers are called, by their key, read once a minute for each tenant of accounts. */
export function createProviderNames(): (context: Context) => Promise<Names> {
  const kept = new Map<string, { names: Names; until: number }>();
  return async (context) => {
    const { now, tenantId } = context;
    const known = kept.get(tenantId);
    if (known && known.until > now.getTime()) return known.names;
    const names = await listProviderNames(context);
    kept.set(tenantId, { names, until: now.getTime() + namesKeptMs });
    return names;
  };
}

/** Adds to a session what its provider is called; the account itself has words of its own. */
export async function withProviderName<
  Session extends { readonly provider: string },
>(
  session: Session,
  readNames: () => Promise<Names>,
): Promise<Session & { readonly providerName?: NameOfProvider }> {
  if (session.provider === "local") return session;
  const providerName = (await readNames()).get(session.provider);
  return providerName ? { ...session, providerName } : session;
}

type NameOfProvider = NonNullable<ReturnType<Names["get"]>>;
