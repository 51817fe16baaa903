import {
  receiverSecret,
  startReceiver,
  type Receiver,
  type ReceiverCertificate,
} from "../../../../src/connectors/webhook/testing/receiver.ts";
import type { EnteredOptions } from "../apart/office.ts";
import { startToxicProxy } from "../toxic-proxy.ts";

export type HookPeer = {
  /** How often it was called, also when it did not hear it. */
  calls(): number;
  /** Of a destination that leads here. */
  readonly options: EnteredOptions;
  readonly receiver: Receiver;
  /** Status that it answers with in place of taking anything; 0: it takes the call and never answers. */
  answerWith(status: number | undefined): void;
  stop(): Promise<void>;
};

/** A back office that takes calls over real HTTP, by TLS where it has a certificate. */
export async function startHookPeer(
  certificate?: ReceiverCertificate,
): Promise<HookPeer> {
  const receiver = await startReceiver(certificate);
  const { port, pathname, protocol } = new URL(receiver.url);
  const line = await startToxicProxy({ port: Number(port) });
  return {
    // A connection is used for several calls.
    calls: () => receiver.calls.length + line.unheard(),
    receiver,
    options: {
      url: `${protocol}//127.0.0.1:${line.port}${pathname}`,
      secret: receiverSecret,
      content: "json-1",
      maxUploadMegabytes: "10",
    },
    answerWith: (status) => {
      receiver.answer =
        status === undefined
          ? undefined
          : (_call, reply) => {
              if (status > 0) reply.writeHead(status).end();
            };
    },
    stop: async () => {
      await receiver.stop();
      await line.stop();
    },
  };
}
