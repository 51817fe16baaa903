import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { endSessions } from "../../accounts/index.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import {
  codeOf,
  type SignOutNotice,
  type WayOut,
} from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { useAssertion } from "../store/expiry-store.ts";
import { takeSessionsOf } from "../store/provider-session-store.ts";
import { findOffered, momentFor, protocolFor, purposes } from "./ground.ts";

export type NoticeRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "not-valid"; readonly reason: string };

export type ReceivedNotice = {
  readonly provider: IdentityProvider;
  /** Where the browser that brought it goes on to, if one did. */
  readonly answer: WayOut | undefined;
};

/** Somebody signed out at their provider: the sessions that it opened here end, on all portals. Each notice counts once. */
export async function receiveSignOutNotice(
  context: Context,
  ports: FederationPorts,
  notice: {
    readonly providerKey: string;
    readonly parameters: URLSearchParams;
  },
): Promise<Result<ReceivedNotice, NoticeRefusal>> {
  const provider = await findOffered(context, notice.providerKey);
  const protocol = provider && protocolFor(ports, provider.kind);
  if (!provider || !protocol?.readSignOutNotice)
    return refuse({ kind: "not-found" });
  const read = await protocol.readSignOutNotice(
    provider,
    notice.parameters,
    momentFor(context, ports, provider),
  );
  if (!read.ok)
    return refuse({ kind: "not-valid", reason: codeOf(read.refusal) });
  const sessionIds = await takeSessions(context, provider.key, read.value);
  if (!sessionIds) return refuse({ kind: "not-valid", reason: "replayed" });
  await endSessions(context, sessionIds);
  return ok({
    provider,
    answer: await answerTo(read.value, { context, ports, provider, notice }),
  });
}

async function answerTo(
  { noticeId }: SignOutNotice,
  {
    context,
    ports,
    provider,
    notice,
  }: {
    readonly context: Context;
    readonly ports: FederationPorts;
    readonly provider: IdentityProvider;
    readonly notice: { readonly parameters: URLSearchParams };
  },
): Promise<WayOut | undefined> {
  const relayState = notice.parameters.get("RelayState") ?? undefined;
  const answered = await protocolFor(
    ports,
    provider.kind,
  ).answerSignOutNotice?.(
    provider,
    { noticeId, relayState },
    momentFor(context, ports, provider),
  );
  return answered?.ok ? answered.value : undefined;
}

async function takeSessions(
  context: Context,
  provider: string,
  notice: SignOutNotice,
): Promise<readonly string[] | undefined> {
  const { tenantId } = context;
  const subjectFingerprint =
    notice.subject === undefined
      ? undefined
      : await context.cipher.fingerprint(
          notice.subject,
          purposes.subject(provider),
        );
  return context.transaction(async (db) => {
    const isFirst = await useAssertion(db, tenantId, {
      provider,
      assertionHash: sha256("sign-out-notice", notice.noticeId),
      expiresAt: notice.usableUntil,
    });
    if (!isFirst) return undefined;
    const sessions = await takeSessionsOf(db, tenantId, {
      provider,
      providerSessionHash:
        notice.sessionId === undefined ? undefined : sha256(notice.sessionId),
      subjectFingerprint,
    });
    return sessions.map((session) => session.toString("hex"));
  });
}
