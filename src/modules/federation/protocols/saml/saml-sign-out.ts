import { z } from "zod";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import {
  bindToPost,
  bindToRedirect,
  type OutgoingMessage,
} from "../../../../platform/saml/bind-message.ts";
import { readLogoutRequest } from "../../../../platform/saml/read-logout-request.ts";
import {
  logoutRequestMessage,
  logoutResponseMessage,
} from "../../../../platform/saml/sign-out.ts";
import { newSecretToken } from "../../../../platform/values/secret-token.ts";
import type {
  ProtocolMoment,
  ProtocolRefusal,
  SignOutBeginning,
  SignOutNotice,
  WayOut,
} from "../../domain/sign-in-protocol.ts";
import { wayOf } from "./begin-saml-sign-in.ts";
import type { KnownProvider } from "./opened-provider.ts";

const hintSchema = z.object({
  nameId: z.object({
    value: z.string(),
    format: z.string().optional(),
    nameQualifier: z.string().optional(),
    spNameQualifier: z.string().optional(),
  }),
  sessionIndex: z.string().optional(),
});

/** What the provider knows its session by; personal, so it is kept encrypted. */
export function signOutHint({ nameId, sessionIndex }: SamlAssertion): string {
  return nameId ? JSON.stringify({ nameId, sessionIndex }) : "";
}

function readHint(hint: string): z.infer<typeof hintSchema> | undefined {
  if (!hint.startsWith("{")) return undefined;
  return hintSchema.parse(JSON.parse(hint));
}

/** The way to the provider's sign-out; undefined where it has none, or never named the person. */
export function beginSamlSignOut(
  known: KnownProvider,
  { hint, requestName }: SignOutBeginning,
  moment: ProtocolMoment,
): WayOut | undefined {
  const address = signOutAddress(known);
  const named = readHint(hint);
  if (!address || !named) return undefined;
  const { nameId, sessionIndex } = named;
  return sent(
    known,
    address,
    logoutRequestMessage({
      ...frameOf(known, address, moment),
      nameId: { ...nameId, format: nameId.format },
      sessionIndex,
      relayState: requestName,
    }),
  );
}

/** Whom the provider has signed out, if it says so itself. */
export function readSamlSignOutNotice(
  { dialect, metadata }: KnownProvider,
  parameters: URLSearchParams,
  { now, signedOutAddress }: ProtocolMoment,
): Result<SignOutNotice, ProtocolRefusal> {
  const read = readLogoutRequest(parameters, {
    identityProvider: metadata,
    destination: signedOutAddress,
    clockSkewSeconds: dialect.settings.clockSkewSeconds,
    now,
  });
  if (!read.ok) return refuse({ kind: "not-valid", reason: read.refusal.kind });
  const { id, usableUntil, nameId, sessionIndexes } = read.value;
  const [sessionId] = sessionIndexes;
  return ok({
    // A provider may name people by an attribute, so that the NameID finds nobody; its session always does.
    subject: sessionId === undefined ? nameId : undefined,
    sessionId,
    noticeId: id,
    usableUntil,
  });
}

/** Tells the provider that it is done. */
export function answerSamlSignOut(
  known: KnownProvider,
  notice: {
    readonly noticeId: string;
    readonly relayState: string | undefined;
  },
  moment: ProtocolMoment,
): WayOut | undefined {
  const address = signOutAddress(known);
  return (
    address &&
    sent(
      known,
      address,
      logoutResponseMessage({
        ...frameOf(known, address, moment),
        inResponseTo: notice.noticeId,
        relayState: notice.relayState,
      }),
    )
  );
}

type Address = { readonly binding: "post" | "redirect"; readonly url: string };

function signOutAddress({ metadata }: KnownProvider): Address | undefined {
  const { redirect, post } = metadata.signOut;
  if (redirect !== undefined) return { binding: "redirect", url: redirect };
  return post === undefined ? undefined : { binding: "post", url: post };
}

function frameOf(
  { entityId }: KnownProvider,
  { url }: Address,
  { now }: ProtocolMoment,
) {
  return {
    id: `_${newSecretToken()}`,
    issuedAt: now,
    issuer: entityId,
    destination: url,
  };
}

function sent(
  { dialect, secrets }: KnownProvider,
  { binding }: Address,
  message: OutgoingMessage,
): WayOut {
  const key = { ...secrets.signing, algorithm: dialect.signatureAlgorithm };
  const bind = binding === "post" ? bindToPost : bindToRedirect;
  return wayOf(bind(message, key));
}
