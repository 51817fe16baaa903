import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { answerUnreadable } from "./answer-unreadable.ts";

void describe("what is no request", () => {
  const server = createServer((_request, response) => response.end("ok"));
  server.on("clientError", answerUnreadable);
  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => server.close());

  const send = async (request: string) => {
    const address = server.address();
    assert.ok(address !== null && typeof address === "object");
    const socket = connect(address.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(request);
    return text(socket);
  };

  test("an address that is too long is answered in a page that says what to do", async () => {
    const answer = await send(
      `GET /zustaendig?ort=${"x".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    assert.match(answer, /^HTTP\/1\.1 431 /);
    assert.match(answer, /content-type: text\/html/i);
    assert.match(answer, /<h1>Das ist zu lang<\/h1>/);
    assert.match(answer, /href="\/"/);
    assert.doesNotMatch(answer, /Exceeded|xxx/);
  });

  test("noise is answered once, in the same words for everybody", async () => {
    const answer = await send("\u0001\u0002 geheim-4711\r\n\r\n");
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.match(answer, /<h1>Diese Anfrage haben wir nicht verstanden<\/h1>/);
    assert.doesNotMatch(answer, /geheim|HPE/);
  });
});
