import {
  describeOptions,
  type Connector,
} from "../../modules/delivery/index.ts";
import { sha256 } from "../../platform/values/sha256.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { casesOf, isGenuineCallback } from "./callback.ts";
import { check } from "./check.ts";
import { deliver } from "./deliver.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { fitConnectOptions, type FitConnectOptions } from "./options.ts";
import { routingDe } from "./i18n/routing-de.ts";
import { routingEn } from "./i18n/routing-en.ts";
import { readBack } from "./read-back.ts";
import { findDestinations } from "./routing/find-destinations.ts";
import { routingQuery } from "./routing/query.ts";
import type { Sender } from "./sender.ts";

/** Sends submissions encrypted to a Zustellpunkt of FIT-Connect, and reads back what became of them. */
export function createFitConnectConnector(
  settings: Omit<Sender, "tokens">,
): Connector<FitConnectOptions> {
  const sender = {
    ...settings,
    tokens: createAccessTokens({ ...settings, scope: "send-submissions" }),
  };
  return {
    key: "fit-connect",
    describe: describeOptions({ schema: fitConnectOptions, de, en }),
    parseOptions: (input) => fitConnectOptions.parse(input),
    deliver: (delivery, options, signal) =>
      untilAborted(deliver(sender, { delivery, options, signal }), signal),
    readCall: (call, { callbackSecret }, now) =>
      isGenuineCallback(call, callbackSecret, now)
        ? {
            digest: sha256(call.headers["callback-authentication"] ?? ""),
            correlationIds: casesOf(call),
          }
        : undefined,
    readBack: (accepted, options, signal) =>
      readBack(sender, { accepted, options }, signal),
    check: (options, signal) => check(sender, options, signal),
    finder: {
      describe: describeOptions({
        schema: routingQuery,
        de: routingDe,
        en: routingEn,
      }),
      find: (query, signal) =>
        findDestinations(settings, routingQuery.parse(query), signal),
    },
  };
}
