import type pg from "pg";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import type { Chain } from "./make-copy.ts";
import { connectOwner } from "./open-copies.ts";

export type DatabaseState = {
  /** Authorities with a portal, and the installation's own. */
  readonly portals: number;
  readonly submissions: ReadonlyMap<string, number>;
  readonly chains: ReadonlyMap<string, Chain>;
};

/** What is there before anything is added. */
export async function readState(client: pg.Client): Promise<DatabaseState> {
  const portals = await client.query<{ count: number }>(
    "select count(*)::int as count from tenants.authority where host <> ''",
  );
  const submissions = await client.query<{ tenant_id: string; count: number }>(
    "select tenant_id, count(*)::int as count from submissions.submission group by tenant_id",
  );
  const chains = await client.query<{
    tenant_id: string;
    seq: string;
    previous_hash: Buffer;
    hash: Buffer;
  }>("select tenant_id, seq, previous_hash, hash from audit.chain_head");
  return {
    portals: portals.rows[0]?.count ?? 0,
    submissions: new Map(
      submissions.rows.map(({ tenant_id, count }) => [tenant_id, count]),
    ),
    chains: new Map(
      chains.rows.map(({ tenant_id, seq, previous_hash, hash }) => [
        tenant_id,
        { seq: Number(seq), previousHash: previous_hash, hash },
      ]),
    ),
  };
}

type ChainOf = { readonly tenantId: string; readonly chain: Chain };

/** Where the audit logs go on. */
export async function saveChains(
  client: pg.Client,
  towns: readonly ChainOf[],
): Promise<void> {
  const written = towns.filter(({ chain }) => chain.seq > 0);
  await client.query(
    `insert into audit.chain_head (tenant_id, seq, previous_hash, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bytea[])
     on conflict (tenant_id) do update
       set seq = excluded.seq, previous_hash = excluded.previous_hash, hash = excluded.hash`,
    [
      written.map(({ tenantId }) => tenantId),
      written.map(({ chain }) => chain.seq),
      written.map(({ chain }) => chain.previousHash),
      written.map(({ chain }) => chain.hash),
    ],
  );
}

/** Makes indexes again, two at a time, and lets the planner know what is there. */
export async function finish(
  address: DatabaseAddress,
  indexes: readonly string[],
  tables: readonly string[],
): Promise<void> {
  const waiting = [...indexes];
  await sideBySide(address, async (client) => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      await client.query(next);
  });
  const unclean = [...tables];
  await sideBySide(address, async (client) => {
    for (let next = unclean.pop(); next !== undefined; next = unclean.pop())
      await client.query(`vacuum (analyze) ${next}`);
  });
  // On the disk before anything is measured.
  await connected(address, async (client) => {
    await client.query("checkpoint");
  });
}

async function sideBySide(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  await Promise.all([connected(address, work), connected(address, work)]);
}

async function connected(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = await connectOwner(address);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
